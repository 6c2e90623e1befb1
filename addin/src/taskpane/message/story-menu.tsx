import { AlertRegular } from '@fluentui/react-icons/svg/alert';
import { AlertOffRegular } from '@fluentui/react-icons/svg/alert-off';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { useState } from 'react';
import { OverflowMenu } from '../look/overflow-menu.tsx';
import type { MenuItem } from '../look/overflow-menu.tsx';
import { muteMessage } from '../preferences/edit-preferences.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ForgetDialog } from './forget-dialog.tsx';
import type { Tracking } from './use-tracking.ts';

interface StoryMenuProps {
  messageId: string;
  /** Null: nothing of this message was ever tracked. */
  tracking: Tracking | null;
  onForget: () => void;
}

/** What else can be done with a message. */
export function StoryMenu({ messageId, tracking, onForget }: StoryMenuProps) {
  const { t } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const mute = useMuteItem(messageId);
  const items: MenuItem[] = [
    { key: 'forget', label: t('message.forget'), icon: <DeleteRegular />, run: () => setAsking(true) },
  ];
  if (tracking?.isOn === true) {
    items.unshift(...mute, {
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
      {isAsking && <ForgetDialog onAnswer={answer} />}
    </>
  );
}

/** Whether toasts tell of the message. Nothing where it isn't known, or where they tell of no message at all. */
function useMuteItem(messageId: string): MenuItem[] {
  const { t } = useTexts();
  const { preferences, change } = usePreferences();
  if (preferences === null || preferences.notify === 'none') return [];
  const isMuted = preferences.muted.includes(messageId);
  return [
    {
      key: 'mute',
      label: isMuted ? t('message.unmute') : t('message.mute'),
      icon: isMuted ? <AlertRegular /> : <AlertOffRegular />,
      run: () => change(muteMessage(messageId, !isMuted)),
    },
  ];
}
