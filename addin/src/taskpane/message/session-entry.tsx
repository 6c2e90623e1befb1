import { mergeClasses } from '@fluentui/react-components';
import type { MessageDetail } from '@readback/core';
import { useId } from 'react';
import { Certainty } from '../look/certainty.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useSpan } from '../look/use-when.ts';
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

/** One sitting: who or what, when, where, with what, which links, how sure that is, and why. */
export function SessionEntry({ session, message, corrections }: SessionEntryProps) {
  const styles = useTimelineStyles();
  const surfaces = useSurfaces();
  const say = useReason();
  const nameAsker = useAskerName();
  const sayOneOf = useOneOf();
  const lineOf = useSessionLine();
  const id = useId();
  const asked = whoAsked(session.lead);
  const when = useSpan()(session.firstAt, session.lastAt);
  const oneOf = isSomebody(asked.asker) ? sayOneOf(message.recipients) : '';
  const small = mergeClasses(surfaces.small, surfaces.muted);
  return (
    <li className={styles.entry}>
      <AskerIcon asker={asked.asker} />
      <div className={styles.words}>
        <div className={styles.title}>
          <h3 id={id} className={styles.who}>
            {nameAsker(asked)}
          </h3>
          {when && <span className={small}>{when.relative}</span>}
        </div>
        {oneOf !== '' && (
          <p className={small} dir="auto">
            {oneOf}
          </p>
        )}
        <p className={small}>{lineOf(session, asked.asker)}</p>
        {clickedLinks(session).map(({ position, count }) => (
          <ClickedLink key={position} position={position} count={count} links={message.links} />
        ))}
        {reasonsOf(session).map((reason) => (
          <p key={JSON.stringify(reason)} className={surfaces.text}>
            {say(reason)}
          </p>
        ))}
        <div className={styles.facts}>
          <Certainty certainty={session.lead.verdict.certainty} />
          {when && (
            <time className={small} dateTime={session.lastAt}>
              {when.exact}
            </time>
          )}
        </div>
        {formerWords(session, message.judgement.corrections).map((word) => (
          <FormerWord key={JSON.stringify(word.reason)} word={word} />
        ))}
        <MineButton hits={session.hits} corrections={corrections} describedBy={id} />
      </div>
    </li>
  );
}
