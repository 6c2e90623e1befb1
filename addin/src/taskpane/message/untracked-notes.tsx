import type { MessageDetail } from '@readback/core';
import { Notice } from '../look/notice.tsx';
import { reasonKey } from './reason-key.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Why opens or links of a message aren't tracked. */
export function UntrackedNotes({ message }: { message: MessageDetail }) {
  const { t } = useTexts();
  const { opensReason, linksReason } = message;
  if (opensReason === 'not-seen') return <Notice kind="info" title={t('reason.not-seen')} />;
  if (opensReason !== null && opensReason === linksReason) {
    // The headline says that it isn't tracked.
    return <Notice kind="info" title={t(reasonKey(opensReason))} />;
  }
  return (
    <>
      {opensReason !== null && (
        <Notice kind="info" title={t('message.untrackedOpens')} text={t(reasonKey(opensReason))} />
      )}
      {linksReason !== null && linksReason !== 'no-links' && (
        <Notice kind="info" title={t('message.untrackedClicks')} text={t(reasonKey(linksReason))} />
      )}
    </>
  );
}
