import { useTexts } from '../texts/use-texts.ts';

/** The end of a form in a dialog: do it, or don't. */
export function DialogButtons({
  action,
  isReady,
  onCancel,
}: {
  action: string;
  isReady: boolean;
  onCancel: () => void;
}) {
  const texts = useTexts();
  return (
    <div className="answers">
      <button type="submit" className="primary" disabled={!isReady}>
        {action}
      </button>
      <button type="button" className="quiet" onClick={onCancel}>
        {texts.cancel}
      </button>
    </div>
  );
}
