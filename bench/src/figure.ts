/** One line of `npm run bench`: what was measured, beside its reference in the same run. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What it is compared with; null: an absolute figure such as a size. */
  reference: { name: string; value: number } | null;
  /** `value` against the reference, or the value itself, and what it should reach. */
  ratio: number;
  aim: { atLeast: number } | { atMost: number };
}

/** A figure that stands for itself and may be so much. */
export function atMost(limit: number, figure: Pick<Figure, 'name' | 'value' | 'unit'>): Figure {
  return { ...figure, reference: null, ratio: figure.value, aim: { atMost: limit } };
}
