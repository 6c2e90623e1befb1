import type { MailUntrackedReason, PersonalSettings } from '@readback/core';
import type { DraftView } from './draft-view.ts';

/** The one reason why neither opens nor clicks are possible; null where there is none, or two. */
export function sharedReason({ opens, links }: DraftView): MailUntrackedReason | null {
  const isShared = opens.position === 'cannot' && links.position === 'cannot' && opens.reason === links.reason;
  return isShared ? opens.reason : null;
}

/** What the company allows at all, whatever stands in the way in this mail. */
export function allowedIn({ opens, links }: DraftView): PersonalSettings {
  return { opens: opens.reason !== 'company', links: links.reason !== 'company' };
}
