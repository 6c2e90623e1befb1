import type { PlayedMail, ProgramDescription, ProgramEvent } from '../../../functions/local/programs/program-shapes.ts';
import { useTexts } from '../texts/use-texts.ts';
import { AskedLog } from './asked-log.tsx';
import { wrapAddress } from './wrap-links.ts';

interface ProgramPanelProps {
  program: ProgramDescription;
  played: PlayedMail | null;
  hasFailed: boolean;
  /** Whose mailbox it is. */
  mailbox: string;
  language: 'en' | 'de';
  isWrapping: boolean;
  onWrap: (isWrapping: boolean) => void;
  act: (what: ProgramEvent, link?: number) => void;
}

/** What the program does that is played, what a person can do in it, and what it asked for. */
export function ProgramPanel({ program, played, hasFailed, language, ...links }: ProgramPanelProps) {
  const { programs: texts } = useTexts();
  return (
    <aside className="program-panel" aria-label={program.name[language]}>
      <header>
        <h3>{program.name[language]}</h3>
        <p>{program.does[language]}</p>
        <p className="evidence">
          <span className="grade" title={texts.evidence[program.grade]}>
            {program.grade}
          </span>
          <span>
            {texts.evidence[program.grade]}: <cite>{program.source}</cite>
          </span>
        </p>
      </header>
      {hasFailed && <p role="alert">{texts.failed}</p>}
      <LinkList program={program} played={played} {...links} />
      <AskedLog log={played?.log ?? []} language={language} />
    </aside>
  );
}

type LinkListProps = Omit<ProgramPanelProps, 'hasFailed' | 'language'>;

/** Links are followed from here and not in the mail: its frame is this browser's. */
function LinkList({ program, played, mailbox, isWrapping, onWrap, act }: LinkListProps) {
  const { programs: texts } = useTexts();
  const what = program.events.find((event) => event === 'click' || event === 'paste');
  if (what === undefined) return null;
  const links = played?.links ?? [];
  return (
    <section aria-labelledby="program-links">
      <h4 id="program-links">{texts.links}</h4>
      {program.wrapsLinks && (
        <label className="wrapping">
          <input type="checkbox" checked={isWrapping} onChange={({ target }) => onWrap(target.checked)} />
          {texts.wrap}
        </label>
      )}
      {links.length === 0 && <p className="muted">{texts.noLinks}</p>}
      <ul className="program-links">
        {links.map(({ url, text, destination }, index) => {
          const name = text || texts.unnamedLink(index + 1);
          const shown = program.wrapsLinks && isWrapping ? wrapAddress(url, mailbox) : url;
          return (
            <li key={`${index} ${url}`}>
              <b>{name}</b>
              <button
                type="button"
                className="quiet"
                aria-label={texts.named(texts[what], name)}
                onClick={() => act(what, index)}
              >
                {texts[what]}
              </button>
              <span className="address" title={shown}>
                {shown}
              </span>
              {destination !== null && <span className="address">{texts.leadsTo(destination)}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
