import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import type { Step, Tab, View } from './route.ts';
import { useTexts } from './texts/use-texts.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '4px',
    padding: '8px 8px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  tab: {
    appearance: 'none',
    border: 'none',
    fontFamily: 'inherit',
    backgroundColor: tokens.colorTransparentBackground,
    position: 'relative',
    padding: '6px 10px 10px',
    cursor: 'pointer',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  about: { marginInlineStart: 'auto', color: tokens.colorNeutralForeground3 },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: '10px',
      bottom: '4px',
      height: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
      // High contrast takes backgrounds away; a colour of the system's stays.
      '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    },
  },
});

interface TabsProps {
  view: View;
  /** The tab to which the view belongs. */
  tab: Tab;
  hasItem: boolean;
  hasProbe: boolean;
  go: (step: Step) => void;
  /** Shows what Readback does; null where it can't yet. */
  onAbout: (() => void) | null;
}

/** The way between the views. */
export function Tabs({ view, tab, hasItem, hasProbe, go, onAbout }: TabsProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const current = hasItem ? tab : 'activity';
  const tabs: [Tab, string][] = [];
  if (hasItem) tabs.push(['item', t('nav.item')]);
  tabs.push(['activity', t('nav.activity')]);
  if (hasProbe) tabs.push(['probe', t('nav.probe')]);
  return (
    <nav className={styles.bar} aria-label={t('nav.label')}>
      {view.name === 'message' && (
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={t('nav.back')}
          title={t('nav.back')}
          onClick={() => go({ type: 'back' })}
        />
      )}
      {tabs.map(([name, label]) => (
        <button
          key={name}
          type="button"
          className={mergeClasses(styles.tab, name === current && styles.current)}
          aria-current={name === current ? 'page' : undefined}
          onClick={() => go({ type: 'pick', tab: name })}
        >
          {label}
        </button>
      ))}
      {onAbout && (
        <Button
          appearance="subtle"
          className={styles.about}
          icon={<InfoRegular />}
          aria-label={t('firstRun.about')}
          title={t('firstRun.about')}
          onClick={onAbout}
        />
      )}
    </nav>
  );
}
