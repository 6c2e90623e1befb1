/** Does work for every item, so many at once. */
export async function inLanes<T>(
  lanes: number,
  items: Iterable<T>,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  // One iterator for all: each lane takes what is next.
  const left = [...items].values();
  const lane = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** 0, 1, … below `count`. */
export function numbersBelow(count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number);
}
