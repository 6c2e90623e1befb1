import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { UntrackedReason } from '@readback/core';
import { useId, useState } from 'react';
import { DisclosureButton } from '../look/disclosure-button.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { DraftChange } from './draft-switches.ts';
import type { LinkView } from './draft-view.ts';
import { LinkRow } from './link-row.tsx';

const useStyles = makeStyles({
  group: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
  },
  head: {
    color: tokens.colorNeutralForeground2,
    minHeight: '40px',
    padding: '8px 0',
    ':hover': { color: tokens.colorNeutralForeground1 },
  },
  why: { gridColumn: 2, color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  inner: { paddingInlineStart: '22px' },
});

interface LinkGroupProps {
  reason: UntrackedReason;
  links: readonly LinkView[];
  change: (change: DraftChange) => void;
}

/** Links that stay as they are for one reason, told in one line; pressed, it shows them. */
export function LinkGroup({ reason, links, change }: LinkGroupProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const count = links.length;
  const isNamed = reason === 'signature' || reason === 'quoted';
  return (
    <li className={styles.group}>
      <DisclosureButton isOpen={isOpen} controls={id} onToggle={() => setOpen(!isOpen)} className={styles.head}>
        <span className={surfaces.text}>
          {isNamed
            ? t(reason === 'signature' ? 'compose.signatureGroup' : 'compose.quotedGroup', { count })
            : t('compose.otherGroup', { count })}
        </span>
        {!isNamed && <span className={mergeClasses(surfaces.small, styles.why)}>{t(`untracked.${reason}`)}</span>}
      </DisclosureButton>
      <ul id={id} className={mergeClasses(surfaces.list, styles.inner)} hidden={!isOpen}>
        {isOpen &&
          links.map((link) => (
            <LinkRow key={link.position} link={link} isPossible={false} isExplained change={change} />
          ))}
      </ul>
    </li>
  );
}
