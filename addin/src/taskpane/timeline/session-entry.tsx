import { mergeClasses } from '@griffel/react';
import type { MessageDetail } from '@readback/core';
import { useId } from 'react';
import { Certainty } from '../look/certainty.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useSpan, useWhen } from '../look/use-when.ts';
import { useReason } from '../texts/use-reason.ts';
import { AskerIcon } from './asker-icon.tsx';
import { ClickedLink } from './clicked-link.tsx';
import { FormerWord } from './former-word.tsx';
import type { HitSession } from './group-sessions.ts';
import { MineButton } from './mine-button.tsx';
import { clickedLinks, formerWords, reasonsOf } from './session-facts.ts';
import { useTimelineStyles } from './timeline-styles.ts';
import { useAskerName } from './use-asker-name.ts';
import type { Corrections } from './use-corrections.ts';
import { useOneOf } from './use-one-of.ts';
import { useSessionLine } from './use-session-line.ts';
import { isSomebody, whoAsked } from './who-asked.ts';

interface SessionEntryProps {
  session: HitSession;
  message: MessageDetail;
  corrections: Corrections;
}

/** One session: who or what, when, where, with what, which links, how sure that is, and why. */
export function SessionEntry({ session, message, corrections }: SessionEntryProps) {
  const styles = useTimelineStyles();
  const surfaces = useSurfaces();
  const sayOneOf = useOneOf();
  const lineOf = useSessionLine();
  const id = useId();
  const { asker } = whoAsked(session.lead);
  const oneOf = isSomebody(asker) ? sayOneOf(message.recipients) : '';
  const line = lineOf(session, asker);
  const small = mergeClasses(surfaces.small, surfaces.muted);
  return (
    <li className={styles.entry}>
      <AskerIcon asker={asker} />
      <div className={styles.words}>
        <Title id={id} session={session} />
        <Reasons session={session} />
        {oneOf !== '' && (
          <p className={small} dir="auto">
            {oneOf}
          </p>
        )}
        {line !== '' && <p className={small}>{line}</p>}
        {clickedLinks(session).map(({ position, count }) => (
          <ClickedLink key={position} position={position} count={count} links={message.links} />
        ))}
        <Evidence session={session} />
        {formerWords(session, message.judgement.corrections).map((word) => (
          <FormerWord key={JSON.stringify(word.reason)} word={word} />
        ))}
        <MineButton hits={session.hits} corrections={corrections} describedBy={id} />
      </div>
    </li>
  );
}

function Title({ id, session }: { id: string; session: HitSession }) {
  const styles = useTimelineStyles();
  const surfaces = useSurfaces();
  const nameAsker = useAskerName();
  const when = useWhen()(session.lastAt);
  return (
    <div className={styles.title}>
      <h3 id={id} className={styles.who}>
        {nameAsker(whoAsked(session.lead))}
      </h3>
      {when && when.relative !== when.exact && (
        <span className={mergeClasses(surfaces.small, surfaces.muted)}>{when.relative}</span>
      )}
    </div>
  );
}

/** Why it is taken for what it is. */
function Reasons({ session }: { session: HitSession }) {
  const surfaces = useSurfaces();
  const say = useReason();
  return (
    <p className={surfaces.text}>
      {reasonsOf(session).map((reason) => (
        <span key={JSON.stringify(reason)}>{say(reason)} </span>
      ))}
    </p>
  );
}

/** How sure it is, and exactly when it was. */
function Evidence({ session }: { session: HitSession }) {
  const styles = useTimelineStyles();
  const surfaces = useSurfaces();
  const when = useSpan()(session.firstAt, session.lastAt);
  return (
    <div className={styles.facts}>
      <Certainty certainty={session.lead.verdict.certainty} />
      {when && (
        <time className={mergeClasses(surfaces.small, surfaces.muted)} dateTime={session.lastAt}>
          {when.exact}
        </time>
      )}
    </div>
  );
}
