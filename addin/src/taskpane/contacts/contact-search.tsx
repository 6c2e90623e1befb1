import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  box: { position: 'relative', display: 'flex', alignItems: 'center' },
  icon: {
    position: 'absolute',
    insetInlineStart: '10px',
    display: 'flex',
    pointerEvents: 'none',
    fontSize: '18px',
    color: tokens.colorNeutralForeground3,
  },
  input: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '36px',
    paddingBlock: '6px',
    paddingInlineStart: '36px',
    paddingInlineEnd: '8px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
    ':focus': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
});

/** Where a part of a name or address is typed. */
export function ContactSearch({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTexts();
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <span className={styles.icon} aria-hidden="true">
        <SearchRegular />
      </span>
      <input
        type="search"
        dir="auto"
        className={styles.input}
        aria-label={t('contacts.search')}
        placeholder={t('contacts.search')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
