import { makeStyles, mergeClasses } from '@griffel/react';
import { Suspense, useReducer, useRef, useState, useSyncExternalStore } from 'react';
import { isPassing } from './api/api-error.ts';
import { ErrorBlank } from './api/error-views.tsx';
import { useCards } from './first-run/use-cards.ts';
import { lazyView } from './loading/lazy-view.ts';
import { Waiting } from './look/waiting.tsx';
import type { ItemSight, ItemWatch } from './open-item.ts';
import { usePane } from './pane-context.ts';
import { PreferencesNotice } from './preferences/preferences-notice.tsx';
import { hasBack, START, tabOf, viewOf, walk } from './navigation/route.ts';
import type { Step, View } from './navigation/route.ts';
import { useSession } from './sign-in/use-session.ts';
import type { Session } from './sign-in/use-session.ts';
import { Tabs } from './navigation/tabs.tsx';

// Each view is loaded when it is first shown: most panes are opened beside one kind of mail.
const ActivityView = lazyView(async () => (await import('./activity/activity-view.tsx')).ActivityView);
const FirstRunCards = lazyView(async () => (await import('./first-run/first-run-cards.tsx')).FirstRunCards);
const ComposeView = lazyView(async () => (await import('./compose/compose-view.tsx')).ComposeView);
const ContactsView = lazyView(async () => (await import('./contacts/contacts-view.tsx')).ContactsView);
const InsightsView = lazyView(async () => (await import('./insights/insights-view.tsx')).InsightsView);
const Toasts = lazyView(async () => (await import('./toasts/toasts.tsx')).Toasts);
const MessageView = lazyView(async () => (await import('./message/message-view.tsx')).MessageView);
const ProbeView = lazyView(async () => (await import('./probe/probe-view.tsx')).ProbeView);

const ConfirmView = lazyView(async () => (await import('./sign-in/sign-in-views.tsx')).ConfirmView);
const SignInView = lazyView(async () => (await import('./sign-in/sign-in-views.tsx')).SignInView);
const ReadView = lazyView(async () => (await import('./message/read-view.tsx')).ReadView);

const useStyles = makeStyles({
  pane: { minHeight: '100vh', display: 'flex', flexDirection: 'column' },
  main: { flexGrow: 1, outlineStyle: 'none' },
  // Two columns of ordinary lines.
  wide: { '--readback-widest': '960px' },
});

interface AppProps {
  items: ItemWatch;
  /** Whether the probe is offered. */
  hasProbe: boolean;
}

/** The pane inside Outlook: which view is shown, and the way between them. */
export function App({ items, hasProbe }: AppProps) {
  const styles = useStyles();
  const item = useSyncExternalStore(items.subscribe, items.current);
  const [route, go] = useReducer(walk, START);
  const [number, setNumber] = useState(item.number);
  if (number !== item.number) {
    setNumber(item.number);
    go({ type: 'item-changed' });
  }
  const session = useSession();
  const { isPage } = usePane();
  const main = useRef<HTMLElement>(null);
  const cards = useCards(session, () => main.current?.focus());
  const view = viewOf(route, item.kind);
  const goByHand = (step: Step): void => {
    go(step);
    // What was pressed may be gone in the next view; reading goes on at its start.
    if (step.type === 'pick') return;
    main.current?.focus({ preventScroll: true });
    if (step.type === 'open') window.scrollTo({ top: 0 });
  };
  return (
    <div className={mergeClasses(styles.pane, isPage && styles.wide)}>
      <Tabs
        current={tabOf(route, item.kind)}
        hasBack={hasBack(view)}
        hasItem={item.kind !== 'none'}
        hasProbe={hasProbe}
        go={goByHand}
        onAbout={cards.ask}
      />
      <main ref={main} className={styles.main} tabIndex={-1}>
        {session.state === 'open' && <PreferencesNotice />}
        <Suspense fallback={<Waiting />}>
          {cards.shown && <FirstRunCards {...cards.shown} />}
          {cards.isWaiting ? <Waiting /> : <Place view={view} item={item} session={session} go={goByHand} />}
        </Suspense>
      </main>
      {session.state === 'open' && <Telling go={goByHand} />}
    </div>
  );
}

/** Tells in passing what happens, whatever is shown. */
function Telling({ go }: Pick<PlaceProps, 'go'>) {
  return (
    <Suspense fallback={null}>
      <Toasts
        onOpen={(messageId) => go({ type: 'open', messageId })}
        onShowAll={() => go({ type: 'pick', tab: 'activity' })}
      />
    </Suspense>
  );
}

interface PlaceProps {
  view: View;
  item: ItemSight;
  session: Session;
  go: (step: Step) => void;
}

/** A view, or what has to come before it: a mail that is being written needs only the key, the rest needs the server. */
function Place(props: PlaceProps) {
  const { view, item, session } = props;
  const { access, open, confirm } = session;
  if (view.name === 'probe') return <ProbeView />;
  if (view.name === 'compose' && access !== null) {
    return <ComposeView key={item.number} access={access} itemNumber={item.number} />;
  }
  if (session.state === 'sign-in') return <SignInView isWriting={view.name === 'compose'} onSignedIn={open} />;
  if (session.state === 'confirm') return <ConfirmView onConfirmed={confirm} onSignedIn={open} />;
  if (session.state === 'opening' && access === null) return <Waiting />;
  if (session.state === 'failed' && !isPassing(session.error)) return <ErrorBlank error={session.error} retry={open} />;
  return <Records {...props} />;
}

/** What is known of mails; while the server can't be reached, what was last known of them. */
function Records({ view, item, session, go }: PlaceProps) {
  const { access, open } = session;
  const onOpen = (messageId: string): void => go({ type: 'open', messageId });
  const onLeave = (): void => go({ type: 'pick', tab: 'activity' });
  const onContact = (address: string): void => go({ type: 'open-contact', address });
  if (view.name === 'message') return <MessageView key={view.messageId} id={view.messageId} onLeave={onLeave} />;
  if (view.name === 'activity') return <ActivityView onOpen={onOpen} />;
  if (view.name === 'contacts') return <ContactsView address={view.contact} onContact={onContact} onOpen={onOpen} />;
  if (view.name === 'insights') return <InsightsView />;
  if (access === null) return session.state === 'failed' ? <ErrorBlank error={session.error} retry={open} /> : null;
  return <ReadView key={item.number} access={access} itemNumber={item.number} onOpen={onOpen} onLeave={onLeave} />;
}
