import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';

const useStyles = makeStyles({
  choice: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    padding: '2px',
    gap: '2px',
    alignSelf: 'flex-start',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  option: {
    appearance: 'none',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    padding: '4px 10px',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorTransparentBackground,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  picked: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    // High contrast takes backgrounds and shadows away.
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
      border: '1px solid Highlight',
      ':hover': { color: 'HighlightText' },
    },
  },
});

interface ChoiceProps<T extends string> {
  /** What is chosen. */
  label: string;
  options: readonly (readonly [value: T, label: string])[];
  value: T;
  pick: (value: T) => void;
}

/** A few things of which one holds. */
export function Choice<T extends string>({ label, options, value, pick }: ChoiceProps<T>) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.choice}>
      {options.map(([each, text]) => (
        <button
          key={each}
          type="button"
          className={mergeClasses(styles.option, each === value && styles.picked)}
          aria-pressed={each === value}
          onClick={() => pick(each)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
