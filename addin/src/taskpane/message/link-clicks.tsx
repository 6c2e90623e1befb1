import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { isHttpUrl } from '@readback/core/records';
import type { MessageLink } from '@readback/core';
import { useId } from 'react';
import { useSurfaces } from '../look/surfaces.ts';
import { addressText } from '../look/address-text.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '12px',
    alignItems: 'baseline',
    paddingBlock: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
  },
  address: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  some: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** The tracked links of a message, each with how often it was followed. */
export function LinkClicks({ links }: { links: readonly MessageLink[] }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const id = useId();
  if (links.length === 0) return null;
  return (
    <section className={surfaces.section} aria-labelledby={id}>
      <h2 id={id} className={surfaces.heading}>
        {t('message.links')}
      </h2>
      <ul className={surfaces.list}>
        {links.map(({ position, destination, clicks }) => (
          <li key={position} className={styles.row}>
            <LinkAddress destination={destination} />
            <span className={mergeClasses(surfaces.small, clicks > 0 ? styles.some : surfaces.muted)}>
              {t('message.linkClicks', { count: clicks })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LinkAddress({ destination }: { destination: string }) {
  const styles = useStyles();
  const text = addressText(destination);
  if (!isHttpUrl(destination)) return <span className={styles.address}>{text}</span>;
  return (
    // A plain link: Office's own way to open a browser isn't there on the web (Office.context.ui.openBrowserWindow).
    <a
      className={mergeClasses(styles.address, styles.link)}
      href={destination}
      title={destination}
      target="_blank"
      rel="noopener noreferrer"
    >
      {text}
    </a>
  );
}
