import { useState } from 'react';
import type { Draft } from '../outlook/outlook.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDesk } from './desk.ts';
import { SHARED_MAILBOX } from './people.ts';
import { PeopleField } from './people-field.tsx';

/** Who it comes from and goes to, and what it is about. */
export function ComposeFields({ draft }: { draft: Draft }) {
  const texts = useTexts();
  const { to, cc, bcc, subject } = draft.content;
  const [hasCopies, setCopies] = useState(cc.length + bcc.length > 0);
  return (
    <div className="fields">
      <FromField draft={draft} />
      <div className="field-row">
        <PeopleField
          label={texts.to}
          people={to}
          onChange={(people) => draft.edit({ to: people })}
          startsHere={draft.kind === 'new' || draft.kind === 'forward'}
        />
        {!hasCopies && (
          <button type="button" className="link" onClick={() => setCopies(true)}>
            {texts.showCopies}
          </button>
        )}
      </div>
      {hasCopies && (
        <>
          <PeopleField label={texts.cc} people={cc} onChange={(people) => draft.edit({ cc: people })} />
          <PeopleField label={texts.bcc} people={bcc} onChange={(people) => draft.edit({ bcc: people })} />
        </>
      )}
      <input
        className="subject"
        aria-label={texts.subject}
        placeholder={texts.subject}
        value={subject}
        onChange={({ target }) => draft.edit({ subject: target.value })}
      />
    </div>
  );
}

function FromField({ draft }: { draft: Draft }) {
  const { outlook } = useDesk();
  const texts = useTexts();
  const senders = [outlook.profile.user, SHARED_MAILBOX];
  return (
    <label className="field">
      <span>{texts.from}</span>
      <select
        value={draft.content.from.address}
        onChange={({ target }) => {
          const from = senders.find(({ address }) => address === target.value);
          if (from !== undefined) draft.edit({ from });
        }}
      >
        {senders.map(({ name, address }) => (
          <option key={address} value={address}>
            {`${name} <${address}>`}
          </option>
        ))}
      </select>
    </label>
  );
}
