import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useSurfaces } from './surfaces.ts';

const useStyles = makeStyles({
  notice: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '8px',
    rowGap: '8px',
    padding: '10px 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  icon: { fontSize: '20px', display: 'flex', color: tokens.colorNeutralForeground3 },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  warningIcon: { color: tokens.colorStatusWarningForeground3 },
  done: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  doneIcon: { color: tokens.colorStatusSuccessForeground1 },
  title: { fontWeight: tokens.fontWeightSemibold },
  action: { gridColumn: 2, justifySelf: 'start' },
});

const ICONS = { info: InfoRegular, warning: WarningRegular, done: CheckmarkCircleRegular };

interface NoticeProps {
  kind: 'info' | 'warning' | 'done';
  title: string;
  text?: string;
  /** What the sender can do about it. */
  action?: { label: string; run: () => void; busy?: boolean };
}

/** A remark above a view: what is the matter, and what to do. Read out when it appears. */
export function Notice({ kind, title, text, action }: NoticeProps) {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const Icon = ICONS[kind];
  const [box, tint] = {
    info: [undefined, undefined],
    warning: [styles.warning, styles.warningIcon],
    done: [styles.done, styles.doneIcon],
  }[kind];
  return (
    <div role="status" className={mergeClasses(styles.notice, box)}>
      <span className={mergeClasses(styles.icon, tint)} aria-hidden="true">
        <Icon />
      </span>
      <div>
        <p className={mergeClasses(surfaces.text, text !== undefined && styles.title)}>{title}</p>
        {text !== undefined && <p className={surfaces.text}>{text}</p>}
      </div>
      {action && (
        <Button size="small" className={styles.action} disabledFocusable={action.busy === true} onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
