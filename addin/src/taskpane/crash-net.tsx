import { ShieldErrorRegular } from '@fluentui/react-icons/svg/shield-error';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { Blank } from './look/blank.tsx';
import { useTexts } from './texts/use-texts.ts';

/** Catches what goes wrong while the pane is drawn, says so, and offers to start again. */
export class CrashNet extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useTexts();
  return (
    <Blank
      icon={<ShieldErrorRegular />}
      title={t('problem.crashed')}
      text={t('problem.crashedText')}
      // Loaded anew, since what is missing may be a file of the version that this page came with.
      actions={[{ label: t('problem.restart'), run: () => location.reload() }]}
    />
  );
}
