import type { MailUntrackedReason } from '@readback/core';
import { english } from '../texts/english.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Why something can't be, and what to do about it where there is something. */
export function ReasonText({ reason }: { reason: MailUntrackedReason }) {
  const { t } = useTexts();
  return (
    <>
      {t(`reason.${reason}`)}
      {hasAdvice(reason) && ` ${t(`advice.${reason}`)}`}
    </>
  );
}

function hasAdvice(reason: MailUntrackedReason): reason is MailUntrackedReason & keyof typeof english.advice {
  return Object.hasOwn(english.advice, reason);
}
