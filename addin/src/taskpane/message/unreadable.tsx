import { DocumentErrorRegular } from '@fluentui/react-icons/svg/document-error';
import { useState } from 'react';
import { Blank } from '../look/blank.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { ForgetDialog } from './forget-dialog.tsx';
import type { Forgetting } from './use-forgetting.ts';

interface UnreadableProps {
  forgetting: Forgetting;
}

/** A message of which the server can't read what it recorded: it can be deleted all the same. */
export function Unreadable({ forgetting }: UnreadableProps) {
  const { t } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const answer = (isYes: boolean): void => {
    setAsking(false);
    if (isYes) forgetting.forget();
  };
  return (
    <>
      <Blank
        icon={<DocumentErrorRegular />}
        title={t(forgetting.error === null ? 'message.damaged' : 'message.forgetFailed')}
        text={t('message.damagedText')}
        actions={[{ label: t('message.forget'), run: () => setAsking(true) }]}
      />
      {isAsking && <ForgetDialog onAnswer={answer} />}
    </>
  );
}
