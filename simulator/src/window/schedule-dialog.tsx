import { useState } from 'react';
import { Modal } from '../page/modal.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { DialogButtons } from './dialog-buttons.tsx';

/** Asks when a mail is to be delivered; milliseconds since 1970. */
export function ScheduleDialog({ onCancel, onPick }: { onCancel: () => void; onPick: (at: number) => void }) {
  const texts = useTexts();
  const [typed, setTyped] = useState(() => toFieldValue(tomorrowMorning()));
  const at = new Date(typed).getTime();
  return (
    <Modal title={texts.scheduleTitle} onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!Number.isNaN(at)) onPick(at);
        }}
      >
        <label className="stacked">
          {texts.scheduleTime}
          <input type="datetime-local" value={typed} onChange={({ target }) => setTyped(target.value)} />
        </label>
        <DialogButtons action={texts.scheduleSend} isReady={!Number.isNaN(at)} onCancel={onCancel} />
      </form>
    </Modal>
  );
}

function tomorrowMorning(): Date {
  const time = new Date();
  time.setDate(time.getDate() + 1);
  time.setHours(8, 0, 0, 0);
  return time;
}

/** As `datetime-local` wants it: local time without a zone. */
function toFieldValue(time: Date): string {
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
