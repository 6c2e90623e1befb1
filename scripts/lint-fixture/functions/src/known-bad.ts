// Each line that ends in the name of a rule must be found by that rule: see check-lint-bites.ts.
import { second } from './known-bad-cycle.ts'; // import/no-cycle

type Kind = 'open' | 'click' | 'register';
declare function record(): Promise<void>;
declare function listen(handler: () => void): void;
/** @deprecated */
declare function old(): void;
declare const anything: any; // typescript/no-explicit-any
declare const maybe: string | null;

export const first = 1;

export function promises(): void {
  record(); // typescript/no-floating-promises
  void record(); // typescript/no-floating-promises
  record().then(() => second); // typescript/no-floating-promises
  listen(async () => record()); // typescript/no-misused-promises
  if (record()) return; // typescript/no-misused-promises
}

export function rejects(): Promise<never> {
  return Promise.reject('no'); // typescript/prefer-promise-reject-errors
}

export function misses(kind: Kind): number {
  switch (kind) { // typescript/switch-exhaustiveness-check
    case 'open':
      return 1;
    case 'click':
      return 2;
  }
  return 3;
}

export function throws(): never {
  throw 'no'; // typescript/only-throw-error
}

export function trusts(): string {
  const value = anything; // typescript/no-unsafe-assignment
  anything(); // typescript/no-unsafe-call
  const field: unknown = anything.field; // typescript/no-unsafe-member-access
  misses(anything); // typescript/no-unsafe-argument
  const kind = maybe as 'open'; // typescript/no-unsafe-type-assertion
  const sure = maybe!; // typescript/no-non-null-assertion
  if (sure === kind) return anything; // typescript/no-unsafe-return
  return field === value ? sure : kind;
}

export function speaks(): void {
  console.log('x'); // no-console
  var x = 1; // no-var
  let y = x; // prefer-const
  if (y == 2) old(); // eqeqeq
  old(); // typescript/no-deprecated
  // @ts-ignore typescript/ban-ts-comment
  misses('none');
}

export function takes(a: number, b: number, c: number, d: number, e: number): number { // max-params
  if (a) {
    if (b) {
      if (c) {
        if (d) return e; // max-depth
      }
    }
  }
  return 0;
}
