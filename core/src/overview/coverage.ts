import type { DigestRow } from '../api.ts';
import type { MailUntrackedReason } from '../decide-tracking.ts';
import { isOpenTracked } from './reader-sign.ts';

/**
 * Why mails weren't tracked, in as few words as a sender thinks in. `elsewhere`: sent without Readback, from a phone for
 * instance; such a mail is only known once it was looked at beside the pane. `off`: the sender's own choice. `company`: the
 * admin's. `outlook`: this Outlook couldn't do it safely, or something failed at Send.
 */
export type CoverageGroup = (typeof COVERAGE_GROUPS)[number];

/** All of them. A mail with two reasons belongs to the one that stands first: what about the mail stood in the way. */
export const COVERAGE_GROUPS = [
  'elsewhere',
  'pictures',
  'plain-text',
  'attachment',
  'label',
  'too-long',
  'reply',
  'other-sender',
  'no-key',
  'company',
  'off',
  'outlook',
  'unknown',
  'no-links',
] as const;

const GROUPS: Readonly<Record<MailUntrackedReason | 'elsewhere', CoverageGroup>> = {
  elsewhere: 'elsewhere',
  'unsafe-image': 'pictures',
  images: 'pictures',
  'plain-text': 'plain-text',
  'cloud-attachment': 'attachment',
  label: 'label',
  'label-unreadable': 'label',
  'too-long': 'too-long',
  reply: 'reply',
  'other-sender': 'other-sender',
  'sender-unreadable': 'other-sender',
  'no-key': 'no-key',
  company: 'company',
  personal: 'off',
  mail: 'off',
  client: 'outlook',
  'body-unreadable': 'outlook',
  'attachments-unreadable': 'outlook',
  'gave-way': 'outlook',
  'not-scheduled': 'outlook',
  'not-seen': 'outlook',
  changed: 'outlook',
  failed: 'outlook',
  differs: 'outlook',
  'too-slow': 'outlook',
  'no-links': 'no-links',
};

/** How many of the known mails of a time were tracked, and why the others weren't. */
export interface Coverage {
  /** All mails that are known of. */
  mails: number;
  /** Opens, clicks or both. */
  tracked: number;
  /** Of the tracked ones: only opens, only clicks. */
  opensOnly: number;
  clicksOnly: number;
  /** The others, most frequent first; their sum and `tracked` make `mails`. */
  untracked: readonly { group: CoverageGroup; mails: number }[];
}

/** Of the mails that were sent from `from` (milliseconds since 1970) until before `to`. A mail whose time isn't known isn't counted. */
export function coverageOf(rows: readonly DigestRow[], from: number, to: number): Coverage {
  const counts = new Map<CoverageGroup, number>();
  const coverage = { mails: 0, tracked: 0, opensOnly: 0, clicksOnly: 0 };
  for (const row of rows) {
    if (!isWithin(row, from, to)) continue;
    const [opens, links] = [isOpenTracked(row), row.linksReason === null];
    coverage.mails += 1;
    if (opens || links) {
      coverage.tracked += 1;
      if (!links) coverage.opensOnly += 1;
      if (!opens) coverage.clicksOnly += 1;
    } else {
      const group = groupOf(row);
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
  }
  const untracked = Array.from(counts, ([group, mails]) => ({ group, mails }));
  return { ...coverage, untracked: untracked.sort((a, b) => b.mails - a.mails || rank(a.group) - rank(b.group)) };
}

/** Whether a message was sent from `from` (milliseconds since 1970) until before `to`. */
export function isWithin({ sentAt }: Pick<DigestRow, 'sentAt'>, from: number, to: number): boolean {
  const at = sentAt === null ? NaN : Date.parse(sentAt);
  return at >= from && at < to;
}

function groupOf({ opensReason, linksReason }: DigestRow): CoverageGroup {
  const groups = [opensReason, linksReason].map((reason) => (isReason(reason) ? GROUPS[reason] : 'unknown'));
  return COVERAGE_GROUPS.find((group) => groups.includes(group)) ?? 'unknown';
}

function rank(group: CoverageGroup): number {
  return COVERAGE_GROUPS.indexOf(group);
}

function isReason(reason: string | null): reason is keyof typeof GROUPS {
  return reason !== null && Object.prototype.hasOwnProperty.call(GROUPS, reason);
}
