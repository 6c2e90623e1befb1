import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { Suspense } from 'react';
import { kindOfError } from '../api/api-error.ts';
import { lazyView } from '../loading/lazy-view.ts';
import { NetworkCredit } from '../look/network-credit.tsx';
import { Notice } from '../look/notice.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useWhen } from '../look/use-when.ts';
import { usePane } from '../pane-context.ts';
import { useTexts } from '../texts/use-texts.ts';
import { History } from '../timeline/history.tsx';
import { StoryHead } from './story-head.tsx';
import { UntrackedNotes } from './untracked-notes.tsx';
import type { Forgetting } from './use-forgetting.ts';
import type { LoadedMessage } from './use-message.ts';
import { useTracking } from './use-tracking.ts';
import { whatCounts } from '../timeline/what-counts.ts';

// Below all that the first view shows.
const LinkClicks = lazyView(async () => (await import('./link-clicks.tsx')).LinkClicks);

// Seldom needed; its place is kept free meanwhile.
const StoryMenu = lazyView(async () => (await import('./story-menu.tsx')).StoryMenu);

const useStyles = makeStyles({
  menu: { display: 'inline-flex', width: '32px', height: '32px' },
  notes: { display: 'flex', flexDirection: 'column', rowGap: '8px', ':empty': { display: 'none' } },
  foot: { color: tokens.colorNeutralForeground3 },
});

interface MessageStoryProps {
  loaded: LoadedMessage;
  forgetting: Forgetting;
}

/** What happened to one message of the sender's own. */
export function MessageStory({ loaded, forgetting }: MessageStoryProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { message } = loaded;
  const { opens, clicks } = whatCounts(message);
  const isTracked = opens || clicks;
  const isWhole = loaded.loadMore === null && message.overflow === 0;
  const tracking = useTracking(message.id, message.stoppedAt);
  const menu = (
    <span className={styles.menu}>
      <Suspense>
        <StoryMenu messageId={message.id} tracking={isTracked ? tracking : null} onForget={forgetting.forget} />
      </Suspense>
    </span>
  );
  return (
    <>
      <StoryHead message={message} menu={menu} />
      <div className={styles.notes}>
        <Failure title={t('message.forgetFailed')} error={forgetting.error} />
        <Failure title={t('message.stopFailed')} error={tracking.error} />
        {isTracked && !tracking.isOn && <Stopped at={message.stoppedAt} onResume={() => tracking.switchTo(true)} />}
        <UntrackedNotes message={message} />
      </div>
      {isTracked && (
        <>
          <History loaded={loaded} />
          <Suspense>
            <LinkClicks links={message.links} hits={isWhole ? loaded.hits : null} />
          </Suspense>
          <p className={mergeClasses(surfaces.small, styles.foot)}>{t('message.raw')}</p>
          {loaded.hits.length > 0 && <NetworkCredit />}
        </>
      )}
    </>
  );
}

function Failure({ title, error }: { title: string; error: Error | null }) {
  const { t } = useTexts();
  return error && <Notice kind="warning" title={title} text={t(`problem.${kindOfError(error)}`)} />;
}

/** `at` is null until the server has heard of it: that is now. */
function Stopped({ at, onResume }: { at: string | null; onResume: () => void }) {
  const { t } = useTexts();
  const { clock } = usePane();
  const when = useWhen()(at ?? clock.current().toISOString());
  return (
    <Notice
      kind="info"
      title={t('message.stopped', { when: when?.relative ?? '' })}
      text={t('message.stoppedText')}
      action={{ label: t('message.resume'), run: onResume }}
    />
  );
}
