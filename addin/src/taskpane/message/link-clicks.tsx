import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { isHttpUrl } from '@readback/core/records';
import type { MessageHit, MessageLink } from '@readback/core';
import { useId } from 'react';
import { useSurfaces } from '../look/surfaces.ts';
import { addressText } from '../look/address-text.ts';
import { personClicks } from '../timeline/session-facts.ts';
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
  clicks: { textAlign: 'end' },
  people: { gridColumn: 2, textAlign: 'end' },
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

interface LinkClicksProps {
  links: readonly MessageLink[];
  /** All hits of the message; null while some aren't loaded: then nobody can tell how many were people's. */
  hits: readonly MessageHit[] | null;
}

/** The tracked links of a message, each with how often it was followed, and by people. */
export function LinkClicks({ links, hits }: LinkClicksProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const id = useId();
  if (links.length === 0) return null;
  const byPeople = hits && personClicks(hits);
  return (
    <section className={surfaces.section} aria-labelledby={id}>
      <h2 id={id} className={surfaces.heading}>
        {t('message.links')}
      </h2>
      <ul className={surfaces.list}>
        {links.map((link) => (
          <li key={link.position} className={styles.row}>
            <LinkAddress destination={link.destination} />
            <span
              className={mergeClasses(surfaces.small, styles.clicks, link.clicks > 0 ? styles.some : surfaces.muted)}
            >
              {t('message.linkClicks', { count: link.clicks })}
            </span>
            <People link={link} byPeople={byPeople} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PeopleProps {
  link: MessageLink;
  /** Clicks of people by position; null: nobody can tell. */
  byPeople: ReadonlyMap<number, number> | null;
}

/** How many of the clicks were people's, where not all were. */
function People({ link, byPeople }: PeopleProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const people = byPeople?.get(link.position) ?? 0;
  if (byPeople === null || people === link.clicks) return null;
  return (
    <span className={mergeClasses(surfaces.small, surfaces.muted, styles.people)}>
      {t('message.linkPeople', { count: people })}
    </span>
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
