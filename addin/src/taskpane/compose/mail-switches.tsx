import { Switch, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CursorClickRegular } from '@fluentui/react-icons/svg/cursor-click';
import { CursorProhibitedRegular } from '@fluentui/react-icons/svg/cursor-prohibited';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useSurfaces } from '../look/surfaces.ts';
import type { DraftChange } from './draft-switches.ts';
import type { DraftView, SwitchView } from './draft-view.ts';
import { ReasonText } from './reason-text.tsx';
import { sharedReason } from './shared-reason.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: '40px minmax(0, 1fr) auto',
    columnGap: '12px',
    alignItems: 'center',
    padding: '12px',
  },
  tile: {
    display: 'grid',
    placeItems: 'center',
    width: '40px',
    height: '40px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground3,
    fontSize: '22px',
    alignSelf: 'start',
  },
  on: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  name: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  pair: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  words: { display: 'flex', flexDirection: 'column', rowGap: '2px', minWidth: 0 },
});

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
  const styles = useStyles();
  const surfaces = useSurfaces();
  const id = useId();
  const { position } = view;
  const isOn = position === 'on';
  return (
    <div className={mergeClasses(surfaces.card, styles.card)}>
      <span className={mergeClasses(styles.tile, isOn && styles.on)} aria-hidden="true">
        {position === 'off' || position === 'cannot' ? icons.off : icons.on}
      </span>
      <span className={styles.words}>
        <label className={styles.name} htmlFor={`${id}switch`}>
          {name}
        </label>
        <span id={`${id}text`} className={mergeClasses(surfaces.small, surfaces.muted)}>
          <SwitchText view={view} isExplained={isExplained} onText={onText} />
        </span>
      </span>
      <Switch
        id={`${id}switch`}
        aria-describedby={`${id}text`}
        checked={isOn || position === 'waiting'}
        disabled={position === 'cannot'}
        onChange={(_, { checked }) => change(checked)}
      />
    </div>
  );
}

/** What the switch means as it stands: what happens, or why it can't and what to do. */
function SwitchText({ view, isExplained, onText }: Pick<MailSwitchProps, 'view' | 'isExplained' | 'onText'>) {
  const { t } = useTexts();
  const { position, reason } = view;
  if (position === 'on' || reason === null) return onText;
  if (isExplained) return t('compose.cannot');
  return reason === 'mail' ? t('compose.off') : <ReasonText reason={reason} />;
}
