import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';

const useStyles = makeStyles({
  place: { position: 'relative', display: 'inline-flex' },
  menu: {
    position: 'absolute',
    zIndex: 2,
    top: '100%',
    insetInlineEnd: 0,
    boxSizing: 'border-box',
    width: 'max-content',
    maxWidth: 'min(280px, 80vw)',
    marginTop: '4px',
    padding: '4px',
    display: 'flex',
    flexDirection: 'column',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  item: {
    appearance: 'none',
    border: 'none',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorTransparentBackground,
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: '32px',
    padding: '6px 8px',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  icon: { display: 'flex', fontSize: '20px' },
});

/** Something to do in a menu. */
export interface MenuItem {
  /** Tells the items of one menu apart. */
  key: string;
  label: string;
  icon: ReactNode;
  run: () => void;
}

interface OverflowMenuProps {
  /** What the menu is about: the name of its button. */
  label: string;
  items: readonly MenuItem[];
}

/** What is seldom needed, behind one button (ARIA practices: "menu button"). Nothing is drawn where there is nothing to do. */
export function OverflowMenu({ label, items }: OverflowMenuProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const id = useId();
  useOutsidePress(place, isOpen, () => setOpen(false));
  if (items.length === 0) return null;
  const leave = (): void => {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  const pick = (item: MenuItem): void => {
    leave();
    item.run();
  };
  return (
    <span ref={place} className={styles.place}>
      <Button
        appearance="subtle"
        icon={<MoreHorizontalRegular />}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      />
      {isOpen && <MenuList id={id} label={label} items={items} pick={pick} leave={leave} />}
    </span>
  );
}

interface MenuListProps extends OverflowMenuProps {
  id: string;
  pick: (item: MenuItem) => void;
  leave: () => void;
}

function MenuList({ id, label, items, pick, leave }: MenuListProps) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => focusItem(list.current, 0), []);
  return (
    <div
      ref={list}
      id={id}
      role="menu"
      aria-label={label}
      className={styles.menu}
      onKeyDown={(event) => walk(event, leave)}
    >
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={styles.item}
          onClick={() => pick(item)}
        >
          <span className={styles.icon} aria-hidden="true">
            {item.icon}
          </span>
          {item.label}
        </button>
      ))}
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLDivElement>, leave: () => void): void {
  const list = event.currentTarget;
  const entries = [...list.querySelectorAll('[role="menuitem"]')];
  const current = entries.findIndex((entry) => entry === document.activeElement);
  const target = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 }[event.key];
  if (target !== undefined) {
    event.preventDefault();
    focusItem(list, (target + entries.length) % entries.length);
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    // Tab then goes on from the button.
    leave();
  }
}

function focusItem(list: HTMLElement | null, index: number): void {
  list?.querySelectorAll<HTMLElement>('[role="menuitem"]').item(index)?.focus();
}

function useOutsidePress(place: RefObject<HTMLElement | null>, isOpen: boolean, onPress: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const press = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !place.current?.contains(target)) onPress();
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  });
}
