import { mergeClasses } from '@griffel/react';
import { useSurfaces } from '../look/surfaces.ts';
import { useWhen } from '../look/use-when.ts';
import { useReason } from '../texts/use-reason.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { FormerWord as Word } from './session-facts.ts';
import { useTimelineStyles } from './timeline-styles.ts';

/** What was said before, and until when: a verdict isn't changed in silence. */
export function FormerWord({ word }: { word: Word }) {
  const { t } = useTexts();
  const say = useReason();
  const styles = useTimelineStyles();
  const surfaces = useSurfaces();
  const until = useWhen()(word.correctedAt);
  const what = say(word.reason);
  return (
    <p className={mergeClasses(surfaces.small, surfaces.muted, styles.before)}>
      {until ? t('message.saidBeforeAt', { what, when: until.exact }) : t('message.saidBefore', { what })}
    </p>
  );
}
