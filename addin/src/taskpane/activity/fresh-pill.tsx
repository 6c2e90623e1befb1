import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  place: {
    position: 'fixed',
    top: '52px',
    insetInline: 0,
    zIndex: 1,
    display: 'flex',
    justifyContent: 'center',
    pointerEvents: 'none',
  },
  pill: {
    pointerEvents: 'auto',
    boxShadow: tokens.shadow16,
    animationName: { from: { opacity: 0, transform: 'translateY(-8px)' }, to: { opacity: 1, transform: 'none' } },
    animationDuration: '200ms',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
});

/** Over a scrolled list: how many mails have news, and the way up to them. Nothing at 0. */
export function FreshPill({ count, show }: { count: number; show: () => void }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <div className={styles.place}>
      {/* The number is seen as it grows; only that there is something is read out. */}
      <span role="status" className={surfaces.unseen}>
        {count > 0 ? t('activity.freshThere') : ''}
      </span>
      {count > 0 && (
        <Button
          appearance="primary"
          shape="circular"
          size="small"
          icon={<ArrowUpRegular />}
          className={styles.pill}
          aria-label={t('activity.freshLabel', { count })}
          onClick={show}
        >
          {t('activity.fresh', { count })}
        </Button>
      )}
    </div>
  );
}
