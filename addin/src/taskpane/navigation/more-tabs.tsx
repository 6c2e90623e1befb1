import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useEffect, useId, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import type { Tab } from './route.ts';
import { useTabStyles } from './tab-styles.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  place: { position: 'relative', display: 'flex', flexShrink: 0, marginInlineStart: 'auto' },
  // Still there to be measured.
  out: { position: 'absolute', visibility: 'hidden' },
  list: {
    position: 'absolute',
    insetInlineEnd: 0,
    top: '100%',
    display: 'flex',
    flexDirection: 'column',
    minWidth: '140px',
    margin: 0,
    padding: '4px',
    listStyleType: 'none',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  item: { width: '100%', textAlign: 'start', paddingBlock: '8px' },
});

interface MoreTabsProps {
  /** Those that have no place in the row; none: there is no button. */
  tabs: readonly (readonly [Tab, string])[];
  current: Tab;
  pick: (tab: Tab) => void;
}

/** A button that opens what has no place in the row: https://www.w3.org/WAI/ARIA/apg/patterns/disclosure/examples/disclosure-navigation/ */
export function MoreTabs({ tabs, current, pick }: MoreTabsProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const look = useTabStyles();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const isNeeded = tabs.length > 0;
  useEffect(() => {
    // The pane became wide enough while the list was open.
    if (!isNeeded) setOpen(false);
  }, [isNeeded]);
  const close = (): void => {
    setOpen(false);
    // What has the focus may be gone with the list.
    button.current?.focus();
  };
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isOpen) close();
  };
  const pickAndClose = (tab: Tab): void => {
    close();
    pick(tab);
  };
  const closeBehind = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  const holdsCurrent = tabs.some(([name]) => name === current);
  return (
    <div className={mergeClasses(styles.place, !isNeeded && styles.out)} onKeyDown={closeOnEscape} onBlur={closeBehind}>
      <button
        ref={button}
        type="button"
        className={mergeClasses(look.tab, holdsCurrent && look.current)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {t('nav.more')}
      </button>
      {isOpen && <TabList id={id} tabs={tabs} current={current} pick={pickAndClose} />}
    </div>
  );
}

function TabList({ id, tabs, current, pick }: MoreTabsProps & { id: string }) {
  const styles = useStyles();
  const look = useTabStyles();
  return (
    <ul id={id} className={styles.list}>
      {tabs.map(([name, label]) => (
        <li key={name}>
          <button
            type="button"
            className={mergeClasses(look.tab, styles.item, name === current && look.current)}
            aria-current={name === current ? 'page' : undefined}
            onClick={() => pick(name)}
          >
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
