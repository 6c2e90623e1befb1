/** The key under which the overview is held. */
export const OVERVIEW_KEY = ['overview'];
