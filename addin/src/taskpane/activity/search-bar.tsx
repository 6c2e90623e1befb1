import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useTexts } from '../texts/use-texts.ts';
import { FILTER_NAMES, MAIL_FILTERS } from './mail-filter-names.ts';
import type { MailFilter } from './mail-filter-names.ts';

export const useSearchBarStyles = makeStyles({
  bar: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  box: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    padding: '0 10px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  icon: { display: 'flex', fontSize: '16px', color: tokens.colorNeutralForeground3 },
  field: {
    appearance: 'none',
    flexGrow: 1,
    minWidth: 0,
    height: '32px',
    border: 'none',
    outlineStyle: 'none',
    padding: 0,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorTransparentBackground,
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
  },
  filters: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  filter: {
    appearance: 'none',
    minHeight: '26px',
    padding: '0 10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover, color: tokens.colorBrandForeground2 },
    // High contrast takes backgrounds away; what is chosen is turned round.
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
      border: '1px solid Highlight',
      ':hover': { color: 'HighlightText', backgroundColor: 'Highlight' },
    },
  },
});

/** What is looked for. */
export interface MailSearch {
  text: string;
  filter: MailFilter;
}

interface SearchBarProps {
  search: MailSearch;
  onChange: (search: MailSearch) => void;
}

/** A field to search in, and the filters. */
export function SearchBar({ search, onChange }: SearchBarProps) {
  const { t } = useTexts();
  const styles = useSearchBarStyles();
  return (
    <div role="search" className={styles.bar}>
      <label className={styles.box}>
        <span className={styles.icon} aria-hidden="true">
          <SearchRegular />
        </span>
        <input
          type="search"
          className={styles.field}
          aria-label={t('activity.search')}
          placeholder={t('activity.searchHint')}
          value={search.text}
          onChange={(event) => onChange({ ...search, text: event.target.value })}
        />
      </label>
      <div role="group" aria-label={t('activity.filters')} className={styles.filters}>
        {MAIL_FILTERS.map((filter) => (
          <button
            key={filter}
            type="button"
            className={mergeClasses(styles.filter, filter === search.filter && styles.chosen)}
            aria-pressed={filter === search.filter}
            onClick={() => onChange({ ...search, filter })}
          >
            {t(FILTER_NAMES[filter])}
          </button>
        ))}
      </div>
    </div>
  );
}
