import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useEffect, useRef } from 'react';
import { Blank } from '../look/blank.tsx';
import { useTexts } from '../texts/use-texts.ts';

interface ForgottenProps {
  /** It stands where something was pressed that is gone: reading goes on here. */
  takesFocus?: boolean;
  /** Leads to all messages. */
  onLeave: () => void;
}

/** A message of which the sender deleted what was recorded. */
export function Forgotten({ takesFocus = false, onLeave }: ForgottenProps) {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) place.current?.querySelector('h1')?.focus();
  }, [takesFocus]);
  return (
    <div ref={place}>
      <Blank
        icon={<DeleteRegular />}
        title={t('message.forgotten')}
        text={t('message.forgottenText')}
        actions={[{ label: t('message.toActivity'), run: onLeave }]}
      />
    </div>
  );
}
