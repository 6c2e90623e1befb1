import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CursorClickRegular } from '@fluentui/react-icons/svg/cursor-click';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { useTexts } from '../texts/use-texts.ts';
import { useSurfaces } from '../look/surfaces.ts';

const useStyles = makeStyles({
  count: { display: 'flex', alignItems: 'center', columnGap: '12px', padding: '12px', minWidth: 0 },
  icon: { fontSize: '24px', display: 'flex', color: tokens.colorNeutralForeground3 },
  some: { color: tokens.colorBrandForeground1 },
  value: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
});

interface BigCountProps {
  of: 'opens' | 'clicks';
  value: number;
  /** The word beside the number. */
  label: string;
}

/** How often something happened, to be seen at one glance. */
export function BigCount({ of, value, label }: BigCountProps) {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { locale } = useTexts();
  const Icon = of === 'opens' ? EyeRegular : CursorClickRegular;
  return (
    <div className={mergeClasses(surfaces.card, styles.count)}>
      <span className={mergeClasses(styles.icon, value > 0 && styles.some)} aria-hidden="true">
        <Icon />
      </span>
      <span className={styles.words}>
        <span className={styles.value}>{new Intl.NumberFormat(locale).format(value)}</span>
        <span className={mergeClasses(surfaces.small, surfaces.muted)}>{label}</span>
      </span>
    </div>
  );
}
