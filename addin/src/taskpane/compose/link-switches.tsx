import { Button } from '@fluentui/react-button';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId, useMemo, useState } from 'react';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { DraftChange } from './draft-switches.ts';
import type { DraftView } from './draft-view.ts';
import { groupLinks } from './group-links.ts';
import { LinkGroup } from './link-group.tsx';
import { LinkRow } from './link-row.tsx';

/** As many rows stand there at first: the rest of a long newsletter is one press away. */
const FIRST_ROWS = 25;

const useStyles = makeStyles({
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', columnGap: '8px' },
  more: { alignSelf: 'start' },
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
        <LinkRows view={view} isPossible={isPossible} change={change} />
      )}
    </section>
  );
}

function LinkRows({ view, isPossible, change }: LinkSwitchesProps & { isPossible: boolean }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const [isWhole, setWhole] = useState(false);
  const rows = useMemo(() => groupLinks(view.linkList), [view.linkList]);
  const shown = isWhole ? rows : rows.slice(0, FIRST_ROWS);
  return (
    <>
      <ul className={surfaces.list}>
        {shown.map((row) =>
          row.kind === 'link' ? (
            <LinkRow key={row.link.position} link={row.link} isPossible={isPossible} change={change} />
          ) : (
            <LinkGroup key={row.reason} reason={row.reason} links={row.links} change={change} />
          ),
        )}
      </ul>
      {shown.length < rows.length && (
        <Button appearance="subtle" className={styles.more} onClick={() => setWhole(true)}>
          {t('compose.moreLinks', { count: rows.length - shown.length })}
        </Button>
      )}
    </>
  );
}
