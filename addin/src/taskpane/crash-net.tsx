import { ShieldErrorRegular } from '@fluentui/react-icons/svg/shield-error';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { PaneOutdated, PartUnreachable } from './loading/load-part.ts';
import { Blank } from './look/blank.tsx';
import { OutdatedBlank } from './loading/outdated-blank.tsx';
import { UnreachableBlank } from './loading/unreachable-blank.tsx';
import { useTexts } from './texts/use-texts.ts';

interface CrashNetState {
  /** Null: nothing went wrong. */
  crash: { error: unknown } | null;
}

/** Catches what goes wrong while the pane is drawn, says so, and offers to start again. */
export class CrashNet extends Component<{ children: ReactNode }, CrashNetState> {
  override state: CrashNetState = { crash: null };

  static getDerivedStateFromError(error: unknown): CrashNetState {
    return { crash: { error } };
  }

  override render(): ReactNode {
    const { crash } = this.state;
    if (crash === null) return this.props.children;
    return (
      <main>
        <CrashBlank error={crash.error} />
      </main>
    );
  }
}

function CrashBlank({ error }: { error: unknown }) {
  if (error instanceof PaneOutdated) return <OutdatedBlank />;
  return error instanceof PartUnreachable ? <UnreachableBlank /> : <Crashed />;
}

function Crashed() {
  const { t } = useTexts();
  return (
    <Blank
      icon={<ShieldErrorRegular />}
      title={t('problem.crashed')}
      text={t('problem.crashedText')}
      actions={[{ label: t('problem.restart'), run: () => location.reload() }]}
    />
  );
}
