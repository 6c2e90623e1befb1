import type { digestEnglish } from './digest-english.ts';

export const digestGerman: typeof digestEnglish = {
  progress_one: '{{read}} Ihrer Mails durchgesehen …',
  progress_other: '{{read}} Ihrer Mails durchgesehen …',
};
