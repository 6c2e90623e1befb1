/** The words for how sure something is, from no idea to proof. */
export type CertaintyLevel = 'unknown' | 'unsure' | 'likely' | 'very-likely' | 'certain';

/** The end of the scale on which verdicts say how sure they are. */
export const MOST_CERTAIN = 6;

const LEVELS: readonly CertaintyLevel[] = [
  'unknown',
  'unsure',
  'likely',
  'likely',
  'very-likely',
  'very-likely',
  'certain',
];

/** The word for a certainty of 0 to 6; what lies outside counts as the nearest. */
export function certaintyLevel(certainty: number): CertaintyLevel {
  return LEVELS[stepsOf(certainty)] ?? 'unknown';
}

/** How many of the scale's six segments are filled. */
export function stepsOf(certainty: number): number {
  return Math.max(0, Math.min(MOST_CERTAIN, Math.round(certainty)));
}
