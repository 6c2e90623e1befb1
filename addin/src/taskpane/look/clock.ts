/** Ticks for whatever says how long ago something was; in the shape that React's `useSyncExternalStore` takes. */
export interface Clock {
  subscribe(listener: () => void): () => void;
  /** The latest tick. */
  current(): Date;
}

/** Half a minute: the finest that is shown is a minute. */
const TICK_MS = 30_000;

/** Ticks only while somebody listens. `every` runs its work again and again until its answer is called. */
export function createClock(now: () => Date, every: (milliseconds: number, work: () => void) => () => void): Clock {
  const listeners = new Set<() => void>();
  let latest = now();
  let stop: (() => void) | null = null;
  const tick = (): void => {
    latest = now();
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      stop ??= every(TICK_MS, tick);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
    current: () => latest,
  };
}
