/** Throws a RangeError unless the bytes have the length that the wire format gives them: a mistake of the caller. */
export function requireLength(bytes: Uint8Array, length: number, name: string): void {
  if (bytes.length !== length) throw new RangeError(`${name} must have ${length} bytes, not ${bytes.length}`);
}

/** Throws a RangeError unless the number is whole and lies in 0..max: a mistake of the caller. */
export function requireInteger(value: number, max: number, name: string): void {
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new RangeError(`${name} must be a whole number from 0 to ${max}, not ${value}`);
  }
}
