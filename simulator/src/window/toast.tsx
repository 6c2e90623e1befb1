import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useTexts } from '../texts/use-texts.ts';
import { useDesk } from './desk.ts';

/** What just happened, at the bottom of the window; a mail in its undo time can be taken back there. */
export function Toast() {
  const { outlook, sight, go } = useDesk();
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
  if (sight.toast === null) return null;
  return (
    <div className="toast" role="status" data-kind={sight.toast}>
      {texts[sight.toast]}
      <button type="button" aria-label={texts.close} onClick={() => go({ type: 'toast', toast: null })}>
        <DismissRegular aria-hidden />
      </button>
    </div>
  );
}
