import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { Switch } from '@fluentui/react-switch';
import { CursorClickRegular } from '@fluentui/react-icons/svg/cursor-click';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { CursorProhibitedRegular } from '@fluentui/react-icons/svg/cursor-prohibited';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { DraftChange } from './draft-switches.ts';
import type { DraftView, SwitchView } from './draft-view.ts';
import { ReasonText } from './reason-text.tsx';
import { sharedReason } from './shared-reason.ts';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: '56px minmax(0, 1fr) auto',
    gridTemplateAreas: '"tile head switch" "tile words words"',
    columnGap: '12px',
    alignItems: 'center',
    padding: '12px',
  },
  tile: {
    gridArea: 'tile',
    alignSelf: 'start',
    display: 'grid',
    placeItems: 'center',
    width: '56px',
    height: '56px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusXLarge,
    // Not a colour alone: what won't happen has a dashed frame and a crossed-out picture.
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground3,
    fontSize: '32px',
  },
  on: {
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  head: { gridArea: 'head', display: 'flex', flexWrap: 'wrap', columnGap: '8px', alignItems: 'baseline' },
  name: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  state: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
  stateOn: { color: tokens.colorBrandForeground1 },
  switch: { gridArea: 'switch', marginBlock: '-4px' },
  pair: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  words: { gridArea: 'words' },
});

const STATES = {
  on: 'compose.stateOn',
  waiting: 'compose.stateWaiting',
  off: 'compose.stateOff',
  cannot: 'compose.stateCannot',
} as const;

interface MailSwitchesProps {
  view: DraftView;
  /** Host that links go through. */
  host: string;
  change: (change: DraftChange) => void;
}

/** The two switches of a mail: the eye and the pointer. */
export function MailSwitches({ view, host, change }: MailSwitchesProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const isExplained = sharedReason(view) !== null;
  const count = view.linkList.filter((link) => link.fate === 'tracked').length;
  return (
    <div className={styles.pair}>
      <MailSwitch
        view={view.opens}
        isExplained={isExplained}
        icons={{ on: <EyeRegular />, off: <EyeOffRegular /> }}
        name={t('compose.opens')}
        onText={t('compose.opensOn')}
        change={(on) => change({ what: 'opens', on })}
      />
      <MailSwitch
        view={view.links}
        isExplained={isExplained}
        icons={{ on: <CursorClickRegular />, off: <CursorProhibitedRegular /> }}
        name={t('compose.clicks')}
        onText={t('compose.clicksOn', { count, host })}
        change={(on) => change({ what: 'links', on })}
      />
    </div>
  );
}

interface MailSwitchProps {
  view: SwitchView;
  /** Whether the reason stands above already. */
  isExplained: boolean;
  icons: { on: ReactNode; off: ReactNode };
  name: string;
  /** What it means that it is on. */
  onText: string;
  change: (on: boolean) => void;
}

function MailSwitch({ view, isExplained, icons, name, onText, change }: MailSwitchProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const id = useId();
  const { position } = view;
  const isOn = position === 'on';
  const isWanted = isOn || position === 'waiting';
  return (
    <div className={mergeClasses(surfaces.card, styles.card)}>
      <span className={mergeClasses(styles.tile, isOn && styles.on)} aria-hidden="true">
        {isWanted ? icons.on : icons.off}
      </span>
      <span className={styles.head}>
        <label className={styles.name} htmlFor={`${id}switch`}>
          {name}
        </label>
        <span id={`${id}state`} className={mergeClasses(surfaces.small, styles.state, isOn && styles.stateOn)}>
          {t(STATES[position])}
        </span>
      </span>
      <Switch
        id={`${id}switch`}
        className={styles.switch}
        aria-describedby={`${id}state ${id}text`}
        checked={isWanted}
        disabled={position === 'cannot'}
        onChange={(_, { checked }) => change(checked)}
      />
      <span id={`${id}text`} className={mergeClasses(surfaces.small, surfaces.muted, styles.words)}>
        <SwitchText view={view} isExplained={isExplained} onText={onText} />
      </span>
    </div>
  );
}

/** What the switch means as it stands: what happens, or why it can't and what to do. */
function SwitchText({ view, isExplained, onText }: Pick<MailSwitchProps, 'view' | 'isExplained' | 'onText'>) {
  const { t } = useTexts();
  const { position, reason } = view;
  if (position === 'on' || reason === null) return onText;
  if (position === 'waiting') return t('compose.waiting');
  if (isExplained) return null;
  return reason === 'mail' ? t('compose.off') : <ReasonText reason={reason} />;
}
