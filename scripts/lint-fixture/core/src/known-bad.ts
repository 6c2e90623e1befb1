export const now = Date.now(); // no-restricted-properties
export const luck = Math.random(); // no-restricted-properties
