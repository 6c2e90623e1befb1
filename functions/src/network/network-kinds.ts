import type { Network } from '@readback/core';

/** Kinds in the order of the numbers that stand for them in the table file: only ever add at the end. */
export const NETWORK_KINDS: readonly Network['kind'][] = [
  'other',
  'access',
  'hosting',
  'mail-security',
  'image-proxy',
  'privacy-relay',
  'microsoft',
  'google',
  'web-gateway',
];
