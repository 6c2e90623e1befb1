/** How soon a long run first says how far it is, and how often then. */
const FIRST_MS = 1_000;
const NEXT_MS = 5_000;

/**
 * Says from time to time how far a long run is. Ask it as often as you like; it asks `describe` only when it says something.
 * `now` in milliseconds.
 */
export function createProgress(
  say: (text: string) => void,
  now: () => number = Date.now,
): (describe: () => string) => void {
  let next = now() + FIRST_MS;
  return (describe) => {
    if (now() < next) return;
    next = now() + NEXT_MS;
    say(`… ${describe()}`);
  };
}
