import { ConfirmDialog } from '../look/confirm-dialog.tsx';
import { useTexts } from '../texts/use-texts.ts';

interface ForgetDialogProps {
  onAnswer: (isYes: boolean) => void;
}

/** Asks whether what was recorded about a mail is really to be deleted. */
export function ForgetDialog({ onAnswer }: ForgetDialogProps) {
  const { t } = useTexts();
  return (
    <ConfirmDialog
      title={t('message.forgetTitle')}
      text={t('message.forgetText')}
      yes={t('message.forgetYes')}
      no={t('message.forgetNo')}
      onAnswer={onAnswer}
    />
  );
}
