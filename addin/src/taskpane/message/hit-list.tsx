import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CursorClickRegular } from '@fluentui/react-icons/svg/cursor-click';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import type { MessageDetail, MessageHit, MessageLink } from '@readback/core';
import { useSurfaces } from '../look/surfaces.ts';
import { useWhen } from '../look/use-when.ts';
import { useId } from 'react';
import { addressText } from '../look/address-text.ts';
import { MineButton } from './mine-button.tsx';
import { isPerson } from './whose-hit.ts';
import type { LoadedMessage } from './use-message.ts';
import { useReason } from '../texts/use-reason.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  hit: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr)',
    columnGap: '12px',
    paddingBottom: '16px',
    // The line that joins one hit to the next.
    ':not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '15px',
      top: '36px',
      bottom: '4px',
      width: '2px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
  },
  icon: {
    display: 'grid',
    placeItems: 'center',
    width: '32px',
    height: '32px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    fontSize: '18px',
  },
  person: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, paddingTop: '5px' },
  link: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  more: { alignSelf: 'center' },
});

interface HitListProps {
  loaded: LoadedMessage;
  /** Whether opens are tracked: where they aren't, no picture says anything. */
  hasOpens: boolean;
}

/** Every hit, newest first, with what can honestly be said about it. */
export function HitList({ loaded, hasOpens }: HitListProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { message, hits, loadMore } = loaded;
  const id = useId();
  return (
    <section className={surfaces.section} aria-labelledby={id}>
      <h2 id={id} className={surfaces.heading}>
        {t('message.history')}
      </h2>
      {hits.length === 0 ? (
        <Nothing hasOpens={hasOpens} isAtEnd={message.pixelPlace === 'end'} />
      ) : (
        <ol className={surfaces.list}>
          {hits.map((hit) => (
            <HitRow key={hit.id} hit={hit} message={message} />
          ))}
        </ol>
      )}
      {message.overflow > 0 && (
        <p className={mergeClasses(surfaces.small, surfaces.muted)}>
          {t('message.overflow', { count: message.overflow })}
        </p>
      )}
      {loadMore && (
        <Button className={styles.more} onClick={loadMore}>
          {t('message.more')}
        </Button>
      )}
    </section>
  );
}

function Nothing({ hasOpens, isAtEnd }: { hasOpens: boolean; isAtEnd: boolean }) {
  const { t } = useTexts();
  const surfaces = useSurfaces();
  return (
    <div>
      <p className={surfaces.text}>{t('message.nothing')}</p>
      <p className={mergeClasses(surfaces.small, surfaces.muted)}>
        {hasOpens ? t('message.nothingText') : t('message.nothingClicksText')}
        {hasOpens && isAtEnd && ` ${t('message.atEnd')}`}
      </p>
    </div>
  );
}

function HitRow({ hit, message }: { hit: MessageHit; message: MessageDetail }) {
  const { t } = useTexts();
  const say = useReason();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const at = useWhen()(hit.at);
  const Icon = hit.kind === 'open' ? EyeRegular : CursorClickRegular;
  const small = mergeClasses(surfaces.small, surfaces.muted);
  return (
    <li className={styles.hit}>
      <span className={mergeClasses(styles.icon, isPerson(hit) && styles.person)} aria-hidden="true">
        <Icon />
      </span>
      <span className={styles.words}>
        <span className={surfaces.text}>{say(hit.verdict.reason)}</span>
        {hit.position !== null && <HitLink position={hit.position} links={message.links} />}
        {hit.first && <span className={small}>{t('message.saidBefore', { what: say(hit.first.reason) })}</span>}
        {at && (
          <time className={small} dateTime={at.iso}>
            {at.relative === at.exact ? at.exact : `${at.relative} · ${at.exact}`}
          </time>
        )}
        <MineButton messageId={message.id} hit={hit} />
      </span>
    </li>
  );
}

/** Which link it was: its address, or only its number where the message's list doesn't have it. */
function HitLink({ position, links }: { position: number; links: readonly MessageLink[] }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const link = links.find((each) => each.position === position);
  return (
    <span className={mergeClasses(surfaces.small, surfaces.muted, styles.link)} title={link?.destination} dir="auto">
      {link ? addressText(link.destination) : t('message.linkNumber', { number: position + 1 })}
    </span>
  );
}
