/** Which mails the activity shows. */
export type MailFilter = 'all' | 'clicked' | 'opened' | 'none' | 'unknowable' | 'corrected';

export const MAIL_FILTERS: readonly MailFilter[] = ['all', 'clicked', 'opened', 'none', 'unknowable', 'corrected'];
