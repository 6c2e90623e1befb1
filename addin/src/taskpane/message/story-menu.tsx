import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import { useState } from 'react';
import { ConfirmDialog } from '../look/confirm-dialog.tsx';
import { OverflowMenu } from '../look/overflow-menu.tsx';
import type { MenuItem } from '../look/overflow-menu.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { Tracking } from './use-tracking.ts';

interface StoryMenuProps {
  /** Null: nothing of this message was ever tracked. */
  tracking: Tracking | null;
  onForget: () => void;
}

/** What else can be done with a message. */
export function StoryMenu({ tracking, onForget }: StoryMenuProps) {
  const { t } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const items: MenuItem[] = [
    { key: 'forget', label: t('message.forget'), icon: <DeleteRegular />, run: () => setAsking(true) },
  ];
  if (tracking?.isOn === true) {
    items.unshift({
      key: 'stop',
      label: t('message.stop'),
      icon: <EyeOffRegular />,
      run: () => tracking.switchTo(false),
    });
  } else if (tracking !== null) {
    items.unshift({
      key: 'resume',
      label: t('message.resume'),
      icon: <EyeRegular />,
      run: () => tracking.switchTo(true),
    });
  }
  const answer = (isYes: boolean): void => {
    setAsking(false);
    if (isYes) onForget();
  };
  return (
    <>
      <OverflowMenu label={t('message.menu')} items={items} />
      {isAsking && (
        <ConfirmDialog
          title={t('message.forgetTitle')}
          text={t('message.forgetText')}
          yes={t('message.forgetYes')}
          no={t('message.forgetNo')}
          onAnswer={answer}
        />
      )}
    </>
  );
}
