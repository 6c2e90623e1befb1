import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { useLayoutEffect, useRef, useState } from 'react';
import { howManyFit } from './how-many-fit.ts';
import { MoreTabs } from './more-tabs.tsx';
import type { Step, Tab } from './route.ts';
import { useTabStyles } from './tab-styles.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    // As wide as what stands below, on a page of its own too.
    padding: '8px max(4px, calc((100% - var(--readback-widest, 100%)) / 2 + 4px))',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // The first tab's name begins where the text below does.
  first: { marginInlineStart: '6px' },
  row: { position: 'relative', display: 'flex', flexGrow: 1, minWidth: 0, alignItems: 'center' },
  // Still there to be measured.
  out: { position: 'absolute', visibility: 'hidden' },
  about: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});

interface TabsProps {
  /** The tab to which the view belongs. */
  current: Tab;
  hasBack: boolean;
  hasItem: boolean;
  hasProbe: boolean;
  go: (step: Step) => void;
  /** Shows what Readback does; null where it can't yet. */
  onAbout: (() => void) | null;
}

/** The way between the views; what has no place in a narrow pane stands behind "More". */
export function Tabs({ current, hasBack, hasItem, hasProbe, go, onAbout }: TabsProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const look = useTabStyles();
  const tabs: [Tab, string][] = [];
  if (hasItem) tabs.push(['item', t('nav.item')]);
  tabs.push(['activity', t('nav.activity')], ['contacts', t('nav.contacts')], ['insights', t('nav.insights')]);
  if (hasProbe) tabs.push(['probe', t('nav.probe')]);
  const { row, fitting } = useFitting(tabs.length);
  const pick = (tab: Tab): void => go({ type: 'pick', tab });
  return (
    <nav className={styles.bar} aria-label={t('nav.label')}>
      {hasBack && (
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={t('nav.back')}
          title={t('nav.back')}
          onClick={() => go({ type: 'back' })}
        />
      )}
      <div ref={row} className={mergeClasses(styles.row, !hasBack && styles.first)}>
        {tabs.map(([name, label], index) => (
          <button
            key={name}
            type="button"
            className={mergeClasses(look.tab, name === current && look.current, index >= fitting && styles.out)}
            aria-current={name === current ? 'page' : undefined}
            onClick={() => pick(name)}
          >
            {label}
          </button>
        ))}
        <MoreTabs tabs={tabs.slice(fitting)} current={current} pick={pick} />
      </div>
      {onAbout && (
        <Button
          appearance="subtle"
          className={styles.about}
          icon={<InfoRegular />}
          aria-label={t('nav.about')}
          title={t('nav.about')}
          onClick={onAbout}
        />
      )}
    </nav>
  );
}

/** How many of a row's children have a place in it, before the last of them, which stands for the others. */
function useFitting(count: number) {
  const row = useRef<HTMLDivElement>(null);
  const [fitting, setFitting] = useState(count);
  useLayoutEffect(() => {
    const element = row.current;
    if (element === null) return;
    const measure = (): void => {
      const widths = [...element.children].map((child) => child.getBoundingClientRect().width);
      setFitting(howManyFit(widths.slice(0, -1), element.clientWidth, widths.at(-1) ?? 0));
    };
    measure();
    const watch = new ResizeObserver(measure);
    // The labels grow too, when their font comes.
    for (const each of [element, ...element.children]) watch.observe(each);
    return () => watch.disconnect();
  }, [count]);
  return { row, fitting };
}
