import { Switch, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useSurfaces } from '../look/surfaces.ts';
import { addressText } from '../look/address-text.ts';
import type { DraftChange } from './draft-switches.ts';
import type { DraftView, LinkView } from './draft-view.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', columnGap: '8px' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'center',
    paddingBlock: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  why: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
});

interface LinkSwitchesProps {
  view: DraftView;
  change: (change: DraftChange) => void;
}

/** The links of the mail, each with its switch, or with the reason why it stays as it is. */
export function LinkSwitches({ view, change }: LinkSwitchesProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { linkList, links } = view;
  const id = useId();
  const isPossible = links.position === 'on' || links.position === 'waiting';
  const tracked = isPossible ? linkList.filter(({ fate }) => fate === 'tracked').length : 0;
  return (
    <section className={surfaces.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={surfaces.heading}>
          {t('compose.links')}
        </h2>
        {linkList.length > 0 && (
          <span className={mergeClasses(surfaces.small, surfaces.muted)}>
            {t('compose.linksCount', { tracked, count: linkList.length })}
          </span>
        )}
      </div>
      {linkList.length === 0 ? (
        <p className={mergeClasses(surfaces.small, surfaces.muted)}>{t('compose.noLinks')}</p>
      ) : (
        <ul className={surfaces.list}>
          {linkList.map((link) => (
            <LinkSwitch key={link.position} link={link} isPossible={isPossible} change={change} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface LinkSwitchProps {
  link: LinkView;
  /** Whether links of this mail are tracked at all. */
  isPossible: boolean;
  change: (change: DraftChange) => void;
}

function LinkSwitch({ link, isPossible, change }: LinkSwitchProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { destination, fate, untracked } = link;
  const text = link.text || t('compose.noText');
  const small = mergeClasses(surfaces.small, styles.line);
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <span className={mergeClasses(surfaces.text, styles.line)} dir="auto" title={text}>
          {text}
        </span>
        <span className={mergeClasses(small, surfaces.muted)} dir="ltr" title={destination}>
          {addressText(destination)}
        </span>
        {untracked !== null && (
          <span className={mergeClasses(surfaces.small, styles.why)}>{t(`untracked.${untracked}`)}</span>
        )}
        {fate === 'left' && <span className={mergeClasses(surfaces.small, styles.why)}>{t('compose.linkOff')}</span>}
      </span>
      {fate !== 'untracked' && (
        <Switch
          aria-label={t('compose.linkSwitch', { link: text })}
          checked={isPossible && fate === 'tracked'}
          disabled={!isPossible}
          onChange={(_, { checked }) => change({ what: 'link', destination, on: checked })}
        />
      )}
    </li>
  );
}
