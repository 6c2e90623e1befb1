import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { Switch } from '@fluentui/react-switch';
import { memo } from 'react';
import { addressText } from '../look/address-text.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { DraftChange } from './draft-switches.ts';
import type { LinkView } from './draft-view.ts';

const useStyles = makeStyles({
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

interface LinkRowProps {
  link: LinkView;
  /** Whether links of this mail are tracked at all. */
  isPossible: boolean;
  /** Whether the reason stands above already. */
  isExplained?: boolean;
  change: (change: DraftChange) => void;
}

/** A link with its switch, or with the reason why it stays as it is. Drawn anew only when it is another one: a mail may have 200. */
export const LinkRow = memo(function LinkRow({ link, isPossible, isExplained = false, change }: LinkRowProps) {
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
        {untracked !== null && !isExplained && (
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
});
