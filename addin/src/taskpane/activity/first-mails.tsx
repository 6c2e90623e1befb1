import { mergeClasses } from '@griffel/react';
import { useSurfaces } from '../look/surfaces.ts';
import { useMailListStyles } from './mail-list-styles.ts';
import type { MailLine } from './mail-line.ts';
import { MailRow } from './mail-row.tsx';

/** About as many as a pane shows at once. */
const SHOWN = 12;

interface FirstMailsProps {
  lines: readonly MailLine[];
  isNew: (line: MailLine) => boolean;
  onOpen: (line: MailLine) => void;
}

/** The top of a list, while that is loaded which keeps long lists quick. */
export function FirstMails({ lines, isNew, onOpen }: FirstMailsProps) {
  const styles = useMailListStyles();
  const surfaces = useSurfaces();
  return (
    <ul className={mergeClasses(surfaces.list, styles.list)}>
      {lines.slice(0, SHOWN).map((line, index) => (
        <li key={line.messageId} className={styles.item} aria-setsize={-1} aria-posinset={index + 1}>
          <MailRow line={line} isNew={isNew(line)} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}
