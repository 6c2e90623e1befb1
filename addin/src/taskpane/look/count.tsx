import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { CursorClickRegular } from '@fluentui/react-icons/svg/cursor-click';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { useTexts } from '../texts/use-texts.ts';
import { useSurfaces } from './surfaces.ts';

const useStyles = makeStyles({
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: '4px',
    fontSize: tokens.fontSizeBase300,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground4,
  },
  some: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface CountProps {
  of: 'opens' | 'clicks';
  value: number;
  /** False: not all of them are certain. */
  isSure: boolean;
  /** What is read out. */
  label: string;
}

/** An eye or a pointer with its number. */
export function Count({ of, value, isSure, label }: CountProps) {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { locale } = useTexts();
  const number = new Intl.NumberFormat(locale).format(value);
  const Icon = of === 'opens' ? EyeRegular : CursorClickRegular;
  return (
    <span className={mergeClasses(styles.count, value > 0 && styles.some)} title={label}>
      <Icon fontSize={18} aria-hidden="true" />
      <span className={surfaces.unseen}>{label}</span>
      <span aria-hidden="true">{isSure ? number : `~${number}`}</span>
    </span>
  );
}
