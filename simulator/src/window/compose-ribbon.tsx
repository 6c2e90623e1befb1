import { AttachRegular } from '@fluentui/react-icons/svg/attach';
import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { SaveRegular } from '@fluentui/react-icons/svg/save';
import { SendRegular } from '@fluentui/react-icons/svg/send';
import { useState } from 'react';
import type { Draft } from '../outlook/outlook.ts';
import { useTexts } from '../texts/use-texts.ts';
import { AddinCommands } from './addin-commands.tsx';
import { useDesk } from './desk.ts';
import { ScheduleDialog } from './schedule-dialog.tsx';
import { useSending } from './use-sending.ts';

/** The commands of a mail that is being written. */
export function ComposeRibbon({ draft }: { draft: Draft }) {
  const { outlook, go } = useDesk();
  const texts = useTexts();
  const send = useSending(draft);
  const [isScheduling, setScheduling] = useState(false);
  const { to, cc, bcc } = draft.content;
  const canSend = draft.state === 'open' && to.length + cc.length + bcc.length > 0;
  const close = (how: 'save' | 'discard'): void => {
    outlook.close(draft, how);
    go({ type: 'show', shown: { kind: 'nothing' } });
  };
  return (
    <div className="ribbon">
      <button type="button" className="primary" disabled={!canSend} onClick={() => send(null)}>
        <SendRegular aria-hidden /> {texts.send}
      </button>
      <button
        type="button"
        disabled={!canSend}
        title={texts.schedule}
        aria-label={texts.schedule}
        onClick={() => setScheduling(true)}
      >
        <CalendarClockRegular aria-hidden />
      </button>
      <AttachButton draft={draft} />
      <button type="button" title={texts.saveDraft} aria-label={texts.saveDraft} onClick={() => close('save')}>
        <SaveRegular aria-hidden />
      </button>
      <button type="button" title={texts.discard} aria-label={texts.discard} onClick={() => close('discard')}>
        <DeleteRegular aria-hidden />
      </button>
      <AddinCommands surface="compose" draft={draft} />
      {isScheduling && (
        <ScheduleDialog
          onCancel={() => setScheduling(false)}
          onPick={(at) => {
            setScheduling(false);
            send(at);
          }}
        />
      )}
    </div>
  );
}

function AttachButton({ draft }: { draft: Draft }) {
  const texts = useTexts();
  return (
    <label className="file-button" title={texts.attach}>
      <AttachRegular aria-hidden />
      <input
        type="file"
        multiple
        aria-label={texts.attach}
        onChange={({ target }) => {
          for (const { name, size, type } of target.files ?? []) draft.attach({ name, size, contentType: type });
          target.value = '';
        }}
      />
    </label>
  );
}
