import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { HandlerRun } from '../outlook/outlook.ts';
import type { Quirk } from '../outlook/quirks.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDesk } from './desk.ts';

/** What nobody sees in a real Outlook: which quirks play, and which handlers ran. */
export function BehindDrawer({ onClose }: { onClose: () => void }) {
  const { outlook, choices } = useDesk();
  const texts = useTexts();
  const { quirks, choices: words } = texts;
  return (
    <aside className="drawer" aria-label={texts.behind}>
      <header>
        <h2>{texts.behind}</h2>
        <button type="button" aria-label={texts.close} onClick={onClose}>
          <DismissRegular aria-hidden />
        </button>
      </header>
      <h3>{texts.runs.title}</h3>
      <p className="muted">{outlook.runs.length === 0 ? texts.runs.none : texts.runs.text}</p>
      <ol className="runs">
        {newestFirst(outlook.runs).map(({ run, place }) => (
          <RunRow key={place} run={run} />
        ))}
      </ol>
      <h3>
        {quirks.title} <span className="count">{outlook.quirks.length}</span>
      </h3>
      <p className="muted">{quirks.text(words.clients[choices.client], words.settings[choices.setting])}</p>
      <ul className="quirks">
        {outlook.quirks.map((quirk) => (
          <QuirkRow key={quirk.id} quirk={quirk} />
        ))}
      </ul>
    </aside>
  );
}

/** With their places in the order of time, which tell them apart. */
function newestFirst(runs: readonly HandlerRun[]): readonly { run: HandlerRun; place: number }[] {
  return runs.map((run, place) => ({ run, place })).toReversed();
}

function QuirkRow({ quirk }: { quirk: Quirk }) {
  const { quirks } = useTexts();
  const { id, what, grade, source, builds } = quirk;
  return (
    <li>
      <code>{id}</code> <span className={`grade ${grade}`}>{quirks.grades[grade]}</span>
      <p>{what}</p>
      <p className="muted">
        {quirks.source}: {source}
        {builds !== '' && ` · ${quirks.builds}: ${builds}`}
      </p>
    </li>
  );
}

function RunRow({ run }: { run: HandlerRun }) {
  const { runs } = useTexts();
  const { eventType, startedAt, completedAt, completions, failure } = run;
  return (
    <li data-failed={failure !== null}>
      <code>{eventType}</code>
      <span className="muted">
        {completions === 0 ? runs.running : runs.completed(completions)}
        {startedAt !== null && completedAt !== null && ` · ${runs.milliseconds(completedAt - startedAt)}`}
        {failure !== null && ` · ${runs.failed}: ${failure}`}
      </span>
    </li>
  );
}
