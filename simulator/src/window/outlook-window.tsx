import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { CLIENTS } from '../outlook/client-profile.ts';
import type { Draft } from '../outlook/outlook.ts';
import type { Choices } from '../page/choices.ts';
import { Initials } from '../page/initials.tsx';
import { ComposeView } from './compose-view.tsx';
import { DeskProvider, FIRST_SIGHT, isOpen, shownDraft, useDesk, walk } from './desk.ts';
import type { Desk } from './desk.ts';
import { DraftTabs } from './draft-tabs.tsx';
import { FolderRail } from './folder-rail.tsx';
import { MailList } from './mail-list.tsx';
import type { OpenOutlook } from './open-outlook.ts';
import { QuestionDialog } from './question-dialog.tsx';
import { ReadingPane } from './reading-pane.tsx';
import { TaskPane } from './task-pane.tsx';
import { Toast } from './toast.tsx';

interface OutlookWindowProps {
  choices: Choices;
  open: (container: HTMLElement) => OpenOutlook;
  /** Stands beside the window and sees the same Outlook. */
  children?: ReactNode;
}

/** One Outlook for as long as the same one is picked. */
export function OutlookWindow({ choices, open, children }: OutlookWindowProps) {
  const container = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<OpenOutlook | null>(null);
  useEffect(() => {
    if (container.current === null) return;
    const mine = open(container.current);
    setOpened(mine);
    const saveAll = (): void => saveOpenDrafts(mine);
    window.addEventListener('pagehide', saveAll);
    return () => {
      window.removeEventListener('pagehide', saveAll);
      saveAll();
    };
    // The parent gives another key with another choice: what `open` does never changes here.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <main className="stage">
      {opened !== null && (
        <OpenWindow choices={choices} opened={opened}>
          {children}
        </OpenWindow>
      )}
      <div ref={container} hidden />
    </main>
  );
}

function saveOpenDrafts({ outlook }: OpenOutlook): void {
  for (const draft of outlook.drafts)
    if (draft.state === 'open') outlook.close(draft, isWorthKeeping(draft) ? 'save' : 'discard');
}

/** Whether anything but its text was given to it, or it was kept before. */
function isWorthKeeping({ mailId, content }: Draft): boolean {
  const { subject, to, cc, bcc, attachments } = content;
  return mailId !== null || subject !== '' || [...to, ...cc, ...bcc, ...attachments].length > 0;
}

function OpenWindow({ choices, opened, children }: { choices: Choices; opened: OpenOutlook; children: ReactNode }) {
  const [sight, go] = useReducer(walk, FIRST_SIGHT);
  const desk = useMemo<Desk>(() => ({ ...opened, choices, sight, go }), [opened, choices, sight]);
  useArrivals(desk);
  return (
    <DeskProvider value={desk}>
      <section className="window" data-client={choices.client} aria-label={CLIENTS[choices.client].label}>
        <TitleBar />
        <FolderRail />
        <MailList />
        <ReadingArea />
        <TaskPane />
        <Toast />
        <QuestionDialog />
      </section>
      {children}
    </DeskProvider>
  );
}

/** How often to look for mail. */
const LOOK_EVERY_MS = 2_000;

function useArrivals({ fetchMails, go }: Pick<Desk, 'fetchMails' | 'go'>): void {
  useEffect(() => {
    const look = (): void => {
      fetchMails().catch(() => go({ type: 'toast', toast: 'carrierFailed' }));
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [fetchMails, go]);
}

function TitleBar() {
  const { outlook } = useDesk();
  const { user } = outlook.profile;
  return (
    <header className="title-bar">
      <span className="window-dots" aria-hidden />
      <span className="window-name">{CLIENTS[outlook.client].label}</span>
      <span className="account">
        {user.address}
        <Initials name={user.name} />
      </span>
    </header>
  );
}

function ReadingArea() {
  const desk = useDesk();
  const draft = shownDraft(desk);
  return (
    <div className="reading-area">
      {desk.outlook.drafts.some(isOpen) && <DraftTabs />}
      {draft === null ? <ReadingPane /> : <ComposeView key={draft.number} draft={draft} />}
    </div>
  );
}
