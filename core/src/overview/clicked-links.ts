import type { DigestRow } from '../api.ts';
import { clickSign } from './reader-sign.ts';

/** A link and how often it was followed, over all mails. */
export interface ClickedLink {
  destination: string;
  /** Raw count. */
  clicks: number;
  /** Mails in which it was followed, and those of them in which a person followed a link, or most likely one. */
  mails: number;
  mailsByPerson: number;
}

/**
 * The links that were followed most, at most `most`: by mails with a click of a person first. Of each mail only its most
 * clicked links are known, and not which of them the person followed.
 */
export function mostClickedLinks(rows: readonly DigestRow[], most: number): readonly ClickedLink[] {
  const links = new Map<string, ClickedLink>();
  for (const row of rows) {
    const byPerson = clickSign(row) === null ? 0 : 1;
    for (const { destination, clicks } of row.topLinks) {
      if (clicks === 0) continue;
      const link = links.get(destination) ?? { destination, clicks: 0, mails: 0, mailsByPerson: 0 };
      link.clicks += clicks;
      link.mails += 1;
      link.mailsByPerson += byPerson;
      links.set(destination, link);
    }
  }
  return Array.from(links.values()).sort(byFollowers).slice(0, most);
}

function byFollowers(a: ClickedLink, b: ClickedLink): number {
  return b.mailsByPerson - a.mailsByPerson || b.clicks - a.clicks || (a.destination < b.destination ? -1 : 1);
}
