import { createHash } from 'node:crypto';

/**
 * An address out of a block, the same for the same seed: somebody's programs come from one line, somebody else's from
 * another. Neither the first of the block nor the last, which are no hosts.
 * @param block IPv4 in CIDR notation, `/30` at the smallest.
 */
export function pickAddress(block: string, seed: string): string {
  const [start = '', length = '32'] = block.split('/');
  const size = 2 ** (32 - Number(length));
  const hash = createHash('sha256').update(seed).digest().readUInt32BE(0);
  const address = start.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) + 1 + (hash % (size - 2));
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}
