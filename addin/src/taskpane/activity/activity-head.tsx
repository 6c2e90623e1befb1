import { Button } from '@fluentui/react-button';
import { makeStyles, mergeClasses } from '@griffel/react';
import { AlertRegular } from '@fluentui/react-icons/svg/alert';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { Suspense, useId, useState } from 'react';
import { lazyView } from '../loading/lazy-view.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { Marks } from './use-marks.ts';

// Few open it, and seldom.
const NotifySettings = lazyView(async () => (await import('../toasts/notify-settings.tsx')).NotifySettings);

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '4px', minHeight: '32px' },
  title: { flexGrow: 1 },
});

/** What the list is, and what can be done with all of it. */
export function ActivityHead({ markAll }: Pick<Marks, 'markAll'>) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const settings = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className={styles.head}>
        <h1 className={mergeClasses(surfaces.title, styles.title)} tabIndex={-1}>
          {t('activity.title')}
        </h1>
        {markAll && (
          <Button
            appearance="subtle"
            size="small"
            icon={<CheckmarkRegular />}
            title={t('activity.markAll')}
            onClick={markAll}
          >
            {t('activity.markAllShort')}
          </Button>
        )}
        <Button
          appearance="subtle"
          size="small"
          icon={<AlertRegular />}
          aria-label={t('activity.notify')}
          title={t('activity.notify')}
          aria-expanded={isOpen}
          aria-controls={isOpen ? settings : undefined}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <NotifySettings id={settings} />
        </Suspense>
      )}
    </>
  );
}
