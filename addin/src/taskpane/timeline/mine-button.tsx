import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { MessageHit } from '@readback/core';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { Corrections } from './use-corrections.ts';
import { isSaidMine, mayBeMine } from './whose-hit.ts';

const useStyles = makeStyles({
  place: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
  button: { marginInlineStart: '-9px', color: tokens.colorBrandForegroundLink },
  failed: { color: tokens.colorStatusDangerForeground1 },
});

interface MineButtonProps {
  /** What is said to be the sender's: a session's hits, or one. */
  hits: readonly MessageHit[];
  corrections: Corrections;
  /** Id of what names the entry: the same button stands at each. */
  describedBy: string;
}

/** "That was me", where only the sender can know, and the way back. */
export function MineButton({ hits, corrections, describedBy }: MineButtonProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const mine = hits.filter(isSaidMine);
  const isMine = mine.length > 0;
  const meant = isMine ? mine : hits.filter(mayBeMine);
  if (meant.length === 0) return null;
  const say = (): void => corrections.say({ ids: meant.map(({ id }) => id), actor: isMine ? null : 'sender' });
  return (
    <span className={styles.place}>
      <Button appearance="subtle" size="small" className={styles.button} aria-describedby={describedBy} onClick={say}>
        {isMine ? t('message.notMine') : t('message.mine')}
      </Button>
      <span role="status" className={mergeClasses(surfaces.small, styles.failed)}>
        {meant.some(({ id }) => corrections.failed.has(id)) && t('message.correctFailed')}
      </span>
    </span>
  );
}
