import { useEffect, useState } from 'react';
import { clearMailbox, createBrowserStorage } from '../page/browser-storage.ts';
import { keepChoices, readChoices } from '../page/choices.ts';
import type { Choices } from '../page/choices.ts';
import { TextsProvider, textsFor } from '../texts/use-texts.ts';
import { BehindDrawer } from './behind-drawer.tsx';
import type { OpenOutlook } from './open-outlook.ts';
import { openOutlook } from './open-outlook.ts';
import { OutlookWindow } from './outlook-window.tsx';
import { TopBar } from './top-bar.tsx';

/** The whole page: what was picked, and the Outlook that follows from it. */
export function Simulator() {
  const [choices, setChoices] = useState(() => readChoices(localStorage, location.search));
  const [isFull, setFull] = useState(false);
  const [storage] = useState(() => createBrowserStorage(localStorage, () => setFull(true)));
  const [round, setRound] = useState(0);
  const [isBehindOpen, setBehindOpen] = useState(false);
  const texts = textsFor(choices.language);
  useEffect(() => {
    document.documentElement.dataset['theme'] = choices.theme;
    document.documentElement.lang = choices.language;
  }, [choices]);
  const pick = (change: Partial<Choices>): void => {
    const next = { ...choices, ...change };
    keepChoices(localStorage, next);
    setChoices(next);
  };
  const startOver = (): void => {
    if (!window.confirm(texts.resetQuestion)) return;
    clearMailbox(localStorage);
    setRound(round + 1);
  };
  const open = (container: HTMLElement): OpenOutlook => openOutlook({ choices, storage, container });
  return (
    <TextsProvider value={texts}>
      <TopBar
        choices={choices}
        onPick={pick}
        onReset={startOver}
        isBehindOpen={isBehindOpen}
        onBehind={() => setBehindOpen(!isBehindOpen)}
      />
      {isFull && <p className="page-notice">{texts.storageFull}</p>}
      <OutlookWindow key={`${round} ${JSON.stringify(choices)}`} choices={choices} open={open}>
        {isBehindOpen && <BehindDrawer onClose={() => setBehindOpen(false)} />}
      </OutlookWindow>
    </TextsProvider>
  );
}
