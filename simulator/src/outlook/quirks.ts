export type QuirkId = string;
export interface Quirk { id: QuirkId }
