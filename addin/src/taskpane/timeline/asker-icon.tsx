import { mergeClasses } from '@griffel/react';
import { BotRegular } from '@fluentui/react-icons/svg/bot';
import { ChatRegular } from '@fluentui/react-icons/svg/chat';
import { CloudArrowDownRegular } from '@fluentui/react-icons/svg/cloud-arrow-down';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { QuestionRegular } from '@fluentui/react-icons/svg/question';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { ImageRegular } from '@fluentui/react-icons/svg/image';
import { PersonCircleRegular } from '@fluentui/react-icons/svg/person-circle';
import { PersonQuestionMarkRegular } from '@fluentui/react-icons/svg/person-question-mark';
import { useTimelineStyles } from './timeline-styles.ts';
import { isSomebody } from './who-asked.ts';
import type { Asker } from './who-asked.ts';

const ICONS = {
  person: PersonRegular,
  likely: PersonQuestionMarkRegular,
  server: ImageRegular,
  ahead: CloudArrowDownRegular,
  scanner: ShieldCheckmarkRegular,
  program: BotRegular,
  preview: ChatRegular,
  you: PersonCircleRegular,
  unknown: QuestionRegular,
} as const satisfies Record<Asker, unknown>;

/** Who or what asked, for the eye; the words say the same. */
export function AskerIcon({ asker }: { asker: Asker }) {
  const styles = useTimelineStyles();
  const Icon = ICONS[asker];
  return (
    <span className={mergeClasses(styles.icon, isSomebody(asker) && styles.person)} aria-hidden="true">
      <Icon />
    </span>
  );
}
