import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { useDesk } from './desk.ts';
import type { Sight } from './desk.ts';

/** What just happened, at the bottom of the window; a mail in its undo time can be taken back there. */
export function Toast() {
  const { outlook, sight } = useDesk();
  const texts = useTexts();
  const waiting = outlook.drafts.find(({ state }) => state === 'waiting');
  if (waiting !== undefined) {
    return (
      <div className="toast" role="status">
        <CheckmarkRegular aria-hidden /> {texts.waiting}
        <button type="button" className="link" onClick={() => outlook.undoSend(waiting)}>
          {texts.takeBack}
        </button>
      </div>
    );
  }
  return sight.toast === null ? null : <News key={sight.toast} news={sight.toast} />;
}

/** Long enough to be read. */
const GONE_AFTER_MS = 7_000;

function News({ news }: { news: NonNullable<Sight['toast']> }) {
  const { go } = useDesk();
  const texts = useTexts();
  useEffect(() => {
    const timer = setTimeout(() => go({ type: 'toast', toast: null }), GONE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [go]);
  return (
    <div className="toast" role="status">
      {texts[news]}
      <button type="button" aria-label={texts.close} onClick={() => go({ type: 'toast', toast: null })}>
        <DismissRegular aria-hidden />
      </button>
    </div>
  );
}
