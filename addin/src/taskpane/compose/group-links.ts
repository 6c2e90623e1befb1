import type { UntrackedReason } from '@readback/core';
import type { LinkView } from './draft-view.ts';

/** A row of the list: one link, or several that stay as they are for one reason. */
export type LinkRow =
  { kind: 'link'; link: LinkView } | { kind: 'group'; reason: UntrackedReason; links: readonly LinkView[] };

/** So many links that nothing can be done about are told in one line: a signature's icons, a thread's older mails. */
const GROUP_FROM = 3;

/** The links in the order of the mail; a group stands where its first link does. */
export function groupLinks(links: readonly LinkView[]): LinkRow[] {
  const byReason = new Map<UntrackedReason, LinkView[]>();
  for (const link of links) {
    if (link.untracked === null) continue;
    const others = byReason.get(link.untracked);
    if (others === undefined) byReason.set(link.untracked, [link]);
    else others.push(link);
  }
  return links.flatMap((link): LinkRow[] => {
    const reason = link.untracked;
    const group = reason === null ? undefined : byReason.get(reason);
    if (reason === null || group === undefined || group.length < GROUP_FROM) return [{ kind: 'link', link }];
    return group[0] === link ? [{ kind: 'group', reason, links: group }] : [];
  });
}
