// What core uses of @noble/hashes. The types in the package are made of ES2020's BigInt64Array; where the library ends at
// ES2016, as in core, they fall apart into `any` without a word.

declare module '@noble/hashes/sha2.js' {
  export class _SHA256 {
    update(bytes: Uint8Array): this;
    digest(): Uint8Array;
    clone(): this;
  }
}
