import { mergeClasses } from '@griffel/react';
import type { MessageLink } from '@readback/core';
import { addressText } from '../look/address-text.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useTimelineStyles } from './timeline-styles.ts';

interface ClickedLinkProps {
  position: number;
  /** How often it was followed. */
  count: number;
  links: readonly MessageLink[];
}

/** Which link it was: its address, or only its number where the message's list doesn't have it. */
export function ClickedLink({ position, count, links }: ClickedLinkProps) {
  const { t } = useTexts();
  const styles = useTimelineStyles();
  const surfaces = useSurfaces();
  const link = links.find((each) => each.position === position);
  return (
    <span className={mergeClasses(surfaces.small, surfaces.muted, styles.link)} title={link?.destination}>
      <span dir="auto">{link ? addressText(link.destination) : t('message.linkNumber', { number: position + 1 })}</span>
      {count > 1 && ` · ${t('message.linkTimes', { count })}`}
    </span>
  );
}
