/** Which mails the activity shows. */
export type MailFilter = 'all' | 'clicked' | 'opened' | 'none' | 'unknowable' | 'corrected';

export const MAIL_FILTERS: readonly MailFilter[] = ['all', 'clicked', 'opened', 'none', 'unknowable', 'corrected'];

/** What each filter is called. */
export const FILTER_NAMES = {
  all: 'activity.filterAll',
  clicked: 'activity.filterClicked',
  opened: 'activity.filterOpened',
  none: 'activity.filterNone',
  unknowable: 'activity.filterUnknowable',
  corrected: 'activity.filterCorrected',
} as const satisfies Record<MailFilter, string>;
