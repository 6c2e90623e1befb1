import { ArrowResetRegular } from '@fluentui/react-icons/svg/arrow-reset';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import type { Choices } from '../page/choices.ts';
import { Picker } from '../page/picker.tsx';
import { useTexts } from '../texts/use-texts.ts';

interface TopBarProps {
  choices: Choices;
  onPick: (change: Partial<Choices>) => void;
  onReset: () => void;
  isBehindOpen: boolean;
  onBehind: () => void;
}

/** Where the Outlook is picked: the simulator's own part of the page. */
export function TopBar({ choices, onPick, onReset, isBehindOpen, onBehind }: TopBarProps) {
  const texts = useTexts();
  const { choices: words } = texts;
  return (
    <header className="top-bar">
      <span className="brand">
        <img src="/icons/readback-64.png" alt="" width="28" height="28" />
        <b>Readback</b> {texts.simulator}
      </span>
      <Picker
        label={words.client}
        value={choices.client}
        words={words.clients}
        onPick={(client) => onPick({ client })}
      />
      <Picker
        label={words.setting}
        value={choices.setting}
        words={words.settings}
        onPick={(setting) => onPick({ setting })}
      />
      <Picker
        label={words.language}
        value={choices.language}
        words={words.languages}
        onPick={(language) => onPick({ language })}
      />
      <Picker label={words.theme} value={choices.theme} words={words.themes} onPick={(theme) => onPick({ theme })} />
      {choices.client === 'web' && (
        <Picker label={words.undo} value={choices.undo} words={words.undos} onPick={(undo) => onPick({ undo })} />
      )}
      <span className="grow" />
      <button type="button" className="quiet" aria-label={texts.behind} aria-pressed={isBehindOpen} onClick={onBehind}>
        <BeakerRegular aria-hidden />
        <span className="wide-only">{texts.behind}</span>
      </button>
      <button type="button" className="quiet" title={texts.reset} aria-label={texts.reset} onClick={onReset}>
        <ArrowResetRegular aria-hidden />
      </button>
      <a className="inbox-link" href="/simulator/inbox.html" target="readback-inbox">
        {texts.openInbox}
        <OpenRegular aria-hidden />
      </a>
    </header>
  );
}
