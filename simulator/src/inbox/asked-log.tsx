import type { Asked } from '../../../functions/local/programs/program-shapes.ts';
import { useTexts } from '../texts/use-texts.ts';

interface AskedLogProps {
  /** The oldest first. */
  log: readonly Asked[];
  language: string;
}

/** Every request that was made in a mailbox for a mail, the newest first. */
export function AskedLog({ log, language }: AskedLogProps) {
  const { programs: texts } = useTexts();
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
  return (
    <section aria-labelledby="asked-for">
      <h4 id="asked-for">{texts.asked}</h4>
      {log.length === 0 && <p className="muted">{texts.nothingAsked}</p>}
      <ol className="asked-log" aria-labelledby="asked-for" reversed>
        {log.toReversed().map(({ at, by, method, kind, link, agent, address, asn, status, goesTo }, index) => (
          <li key={log.length - index} data-kind={kind}>
            <span className="what">
              {method} {kind === 'picture' ? texts.picture : texts.link((link ?? 0) + 1)} · {status}
            </span>
            <time dateTime={new Date(at).toISOString()}>{time.format(at)}</time>
            <span className="by">{by}</span>
            <span className="from">
              {address} · AS{asn}
            </span>
            <code className="agent" title={agent}>
              {agent === '' ? texts.nameless : agent}
            </code>
            {goesTo !== null && <span className="answer">→ {goesTo}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
