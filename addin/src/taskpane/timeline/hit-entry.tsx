import { mergeClasses } from '@griffel/react';
import { CursorClickRegular } from '@fluentui/react-icons/svg/cursor-click';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import type { MessageDetail, MessageHit } from '@readback/core';
import { useId } from 'react';
import { Certainty } from '../look/certainty.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useWhen } from '../look/use-when.ts';
import { useReason } from '../texts/use-reason.ts';
import { ClickedLink } from './clicked-link.tsx';
import { FormerWord } from './former-word.tsx';
import { MineButton } from './mine-button.tsx';
import { formerWords } from './session-facts.ts';
import { useTimelineStyles } from './timeline-styles.ts';
import type { Corrections } from './use-corrections.ts';
import { isPerson } from './whose-hit.ts';

interface HitEntryProps {
  hit: MessageHit;
  message: MessageDetail;
  corrections: Corrections;
}

/** One request as it came in, with what can honestly be said about it. */
export function HitEntry({ hit, message, corrections }: HitEntryProps) {
  const styles = useTimelineStyles();
  const surfaces = useSurfaces();
  const say = useReason();
  const id = useId();
  const at = useWhen()(hit.at);
  const Icon = hit.kind === 'open' ? EyeRegular : CursorClickRegular;
  const small = mergeClasses(surfaces.small, surfaces.muted);
  return (
    <li className={styles.entry}>
      <span className={mergeClasses(styles.icon, isPerson(hit) && styles.person)} aria-hidden="true">
        <Icon />
      </span>
      <div className={styles.words}>
        <p id={id} className={surfaces.text}>
          {say(hit.verdict.reason)}
        </p>
        {hit.position !== null && <ClickedLink position={hit.position} count={1} links={message.links} />}
        <div className={styles.facts}>
          <Certainty certainty={hit.verdict.certainty} />
          {at && (
            <time className={small} dateTime={at.iso}>
              {at.relative === at.exact ? at.exact : `${at.relative} · ${at.exact}`}
            </time>
          )}
        </div>
        {formerWords({ hits: [hit] }, message.judgement.corrections).map((word) => (
          <FormerWord key={JSON.stringify(word.reason)} word={word} />
        ))}
        <MineButton hits={[hit]} corrections={corrections} describedBy={id} />
      </div>
    </li>
  );
}
