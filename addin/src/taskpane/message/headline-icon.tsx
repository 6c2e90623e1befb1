import { makeStyles, mergeClasses } from '@griffel/react';
import { CloudArrowDownRegular } from '@fluentui/react-icons/svg/cloud-arrow-down';
import { CursorClickRegular } from '@fluentui/react-icons/svg/cursor-click';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { QuestionRegular } from '@fluentui/react-icons/svg/question';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { PERSONS_ICON, ROUND_ICON } from '../look/round-icon.ts';

const useStyles = makeStyles({
  icon: { ...ROUND_ICON, flexShrink: 0, width: '44px', height: '44px', fontSize: '24px' },
  person: PERSONS_ICON,
});

/** What a headline begins with tells what it is about; see `headlineOf` in core. */
const ICONS = [
  ['headline-clicked', CursorClickRegular],
  ['headline-opened', EyeRegular],
  ['headline-nothing', MailRegular],
  ['headline-filter-strips', MailRegular],
  ['headline-scanned', ShieldCheckmarkRegular],
  ['headline-unclear', QuestionRegular],
] as const;

/** The headline for the eye; coloured where it tells of a person. */
export function HeadlineIcon({ code }: { code: string }) {
  const styles = useStyles();
  const Icon = ICONS.find(([start]) => code.startsWith(start))?.[1] ?? CloudArrowDownRegular;
  const isPerson = Icon === CursorClickRegular || Icon === EyeRegular;
  return (
    <span className={mergeClasses(styles.icon, isPerson && styles.person)} aria-hidden="true">
      <Icon />
    </span>
  );
}
