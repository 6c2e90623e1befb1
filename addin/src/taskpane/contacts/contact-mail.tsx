import { mergeClasses } from '@griffel/react';
import type { DigestRow } from '@readback/core';
import { isToOne, readerSign } from '@readback/core/overview';
import { ListTime } from '../activity/list-time.tsx';
import { parseTime } from '../look/format-time.ts';
import { useRowButton } from '../look/row-button.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { useReason } from '../texts/use-reason.ts';
import { useTexts } from '../texts/use-texts.ts';

/** One mail to a contact, with the one honest line about it; opens what happened to it. */
export function ContactMail({ mail, onOpen }: { mail: DigestRow; onOpen: (messageId: string) => void }) {
  const { t } = useTexts();
  const look = useRowButton();
  const surfaces = useSurfaces();
  const say = useReason();
  const sentAt = parseTime(mail.sentAt);
  const small = mergeClasses(surfaces.small, surfaces.muted);
  const said = mail.opensReason !== null && mail.linksReason !== null ? t('message.untracked') : say(mail.headline);
  const headline = readerSign(mail) === 'none' ? t('message.nothing') : said;
  return (
    <button type="button" className={look.row} onClick={() => onOpen(mail.id)}>
      <span className={mergeClasses(surfaces.text, look.line)} dir="auto">
        {mail.subject || t('message.noSubject')}
      </span>
      {sentAt && <ListTime at={sentAt.getTime()} className={mergeClasses(small, look.end)} />}
      <span className={small} style={{ gridColumn: '1 / -1' }}>
        {isToOne(mail) ? headline : `${t('contacts.oneOfSeveral')}: ${headline}`}
      </span>
    </button>
  );
}
