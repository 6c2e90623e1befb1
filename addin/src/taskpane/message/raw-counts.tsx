import { makeStyles, mergeClasses } from '@griffel/react';
import { CursorClickRegular } from '@fluentui/react-icons/svg/cursor-click';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import type { MessageDetail } from '@readback/core';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import { whatCounts } from '../timeline/what-counts.ts';

const useStyles = makeStyles({
  counts: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', rowGap: '2px' },
  count: { display: 'inline-flex', alignItems: 'center', columnGap: '6px' },
  words: { display: 'inline-flex', columnGap: '4px', fontVariantNumeric: 'tabular-nums' },
});

/** How often picture and links were asked for, whoever it was: beside the headline, never instead of it. */
export function RawCounts({ message }: { message: MessageDetail }) {
  const { t } = useTexts();
  const styles = useStyles();
  const { opens, clicks } = whatCounts(message);
  if (!opens && !clicks) return null;
  return (
    <div className={styles.counts}>
      {opens && <RawCount of="opens" value={message.opens} label={t('message.opens', { count: message.opens })} />}
      {clicks && <RawCount of="clicks" value={message.clicks} label={t('message.clicks', { count: message.clicks })} />}
    </div>
  );
}

interface RawCountProps {
  of: 'opens' | 'clicks';
  value: number;
  /** The word behind the number. */
  label: string;
}

function RawCount({ of, value, label }: RawCountProps) {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { locale } = useTexts();
  const Icon = of === 'opens' ? EyeRegular : CursorClickRegular;
  return (
    <span className={mergeClasses(surfaces.small, surfaces.muted, styles.count)}>
      <Icon fontSize={16} aria-hidden="true" />
      <span className={styles.words}>
        <span>{new Intl.NumberFormat(locale).format(value)}</span> <span>{label}</span>
      </span>
    </span>
  );
}
