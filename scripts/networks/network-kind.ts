import type { Network } from '@readback/core';
import { NAME_ROWS } from './network-names.ts';

type Kind = Network['kind'];

/** Networks that their organisation's name doesn't tell apart, by AS number. */
const BY_NUMBER: Readonly<Record<number, Kind>> = {
  // Google's own network serves mail; people's programs on its cloud come from the other two.
  15169: 'google',
  394089: 'hosting',
  396982: 'hosting',
  // Akamai's exit for iCloud Private Relay (found in Apple's published list); its others deliver content.
  36183: 'privacy-relay',
  // Proton's mail service; its other networks may carry people's VPN traffic, so nothing is claimed of them.
  62371: 'image-proxy',
  208172: 'other',
  209103: 'other',
  // Broadcom's e-mail security keeps the name of the company that bought Symantec.
  21345: 'mail-security',
  // The Russian mail services fetch pictures from their general networks.
  47764: 'image-proxy',
  13238: 'image-proxy',
  // A provider of mail servers whose older range still carries Fastmail's picture proxy.
  11403: 'hosting',
};

/** The longest phrase of NAME_ROWS, in words. */
const MAX_PHRASE = 4;

/** The place of each phrase's row among NAME_ROWS; of several rows the first. */
const PLACE_BY_PHRASE = new Map(
  NAME_ROWS.flatMap(({ phrases }, place) => [...phrases].map((phrase) => [phrase, place] as const)).toReversed(),
);

/** What a network is for, by its number and its organisation's name; `other` where neither tells. */
export function networkKindOf(asn: number, organisation: string): Kind {
  const numbered = BY_NUMBER[asn];
  if (numbered !== undefined) return numbered;
  const words = wordsOf(organisation);
  const parts = words.flatMap(partsOf);
  const byPhrase = [...phrasesOf(words), ...parts].map((phrase) => PLACE_BY_PHRASE.get(phrase) ?? NAME_ROWS.length);
  const byShape = NAME_ROWS.findIndex(({ shape }) => shape !== undefined && parts.some((part) => shape.test(part)));
  const place = Math.min(...byPhrase, byShape < 0 ? NAME_ROWS.length : byShape);
  return NAME_ROWS[place]?.kind ?? 'other';
}

/** `"Amazon.com, Inc."` → `amazon.com`, `inc`. */
function wordsOf(organisation: string): readonly string[] {
  return organisation
    .toLowerCase()
    .split(/[^\p{L}\p{N}&./-]+/u)
    .map((word) => word.replace(/[./-]+$/, ''))
    .filter((word) => word !== '');
}

/** Many write their name as a host's: `godaddy.com` is `godaddy`, `yandex.cloud` is also a cloud, `nic.net` is no net. */
function partsOf(word: string): readonly string[] {
  const labels = word.split('.');
  const last = labels.at(-1) ?? '';
  return labels.length === 1 || /^(cloud|host|hosting)$/.test(last) ? labels : labels.slice(0, -1);
}

/** Runs of up to MAX_PHRASE neighbouring words. */
function phrasesOf(words: readonly string[]): readonly string[] {
  return words.flatMap((_, start) => {
    const lengths = Array.from({ length: Math.min(MAX_PHRASE, words.length - start) }, (_, index) => index + 1);
    return lengths.map((length) => words.slice(start, start + length).join(' '));
  });
}
