import { first } from './known-bad.ts';

export const second = first + 1;
