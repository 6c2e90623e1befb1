import { Button } from '@fluentui/react-button';
import { makeStyles, mergeClasses } from '@griffel/react';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { QuestionRegular } from '@fluentui/react-icons/svg/question';
import type { MailboxAccess } from '@readback/core';
import { useMemo, useState } from 'react';
import { openComposeItem } from '../../host/office-compose-item.ts';
import type { ComposeItem } from '../../host/compose-item.ts';
import { ErrorBlank } from '../api/error-views.tsx';
import { Blank } from '../look/blank.tsx';
import { Notice } from '../look/notice.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useWhen } from '../look/use-when.ts';
import { Waiting } from '../look/waiting.tsx';
import { usePane } from '../pane-context.ts';
import { createBar } from './create-bar.ts';
import { createSwitchLoader } from './load-switches.ts';
import type { DraftView } from './draft-view.ts';
import { LinkSwitches } from './link-switches.tsx';
import { MailSwitches } from './mail-switches.tsx';
import { NewMailDefaults } from './new-mail-defaults.tsx';
import { ReasonText } from './reason-text.tsx';
import { RecipientSection } from './recipient-section.tsx';
import { sharedReason } from './shared-reason.ts';
import { useDraft } from './use-draft.ts';
import type { DraftInPane } from './use-draft.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  foot: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px' },
});

interface ComposeViewProps {
  access: MailboxAccess;
  itemNumber: number;
}

/** What will happen to the mail beside the pane on Send. Belongs to one item: for another one it has to be mounted anew. */
export function ComposeView({ access, itemNumber }: ComposeViewProps) {
  const { t } = useTexts();
  const { patience } = usePane();
  const [item] = useState(() => openComposeItem(patience));
  if (item !== null) return <Draft item={item} access={access} itemNumber={itemNumber} />;
  return <Blank icon={<QuestionRegular />} title={t('compose.unreadable')} text={t('compose.unreadableText')} />;
}

function Draft({ item, access, itemNumber }: ComposeViewProps & { item: ComposeItem }) {
  const { t } = useTexts();
  const surfaces = useSurfaces();
  const { mailbox, patience } = usePane();
  const keepBar = useMemo(() => createBar(item), [item]);
  const switches = useMemo(
    () => createSwitchLoader({ item, mailbox, timers: patience.timers }, access, keepBar),
    [item, mailbox, patience, access, keepBar],
  );
  const draft = useDraft(switches, itemNumber);
  const { view } = draft;
  if (view === undefined) return draft.error ? <ErrorBlank error={draft.error} retry={draft.refresh} /> : <Waiting />;
  const reason = sharedReason(view);
  const { host } = new URL(access.settings.trackingOrigin);
  return (
    <div className={surfaces.page}>
      {draft.notSaved && <Notice kind="warning" title={t('compose.notSaved')} text={t('compose.notSavedText')} />}
      <section className={surfaces.section}>
        <p className={mergeClasses(surfaces.small, surfaces.muted)}>{t('compose.title')}</p>
        <h1 className={surfaces.title} tabIndex={-1} aria-live="polite">
          {t(headlineOf(view))}
        </h1>
        {reason !== null && (
          <p className={surfaces.text}>
            <ReasonText reason={reason} />
          </p>
        )}
      </section>
      <div className={surfaces.section}>
        <MailSwitches view={view} host={host} change={draft.change} />
        <NewMailDefaults view={view} personal={access.personal} />
      </div>
      {view.readable && <LinkSwitches view={view} change={draft.change} />}
      {view.readable && <RecipientSection item={item} view={view} readAt={draft.readAt} host={host} />}
      <Foot draft={draft} />
    </div>
  );
}

function headlineOf({ opens, links }: DraftView) {
  const isOn = { opens: opens.position === 'on', links: links.position === 'on' };
  if (isOn.opens && isOn.links) return 'compose.both';
  if (isOn.opens) return 'compose.opensOnly';
  return isOn.links ? 'compose.clicksOnly' : 'compose.neither';
}

function Foot({ draft }: { draft: DraftInPane }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const readAt = useWhen()(new Date(draft.readAt).toISOString());
  return (
    <div className={styles.foot}>
      <span className={mergeClasses(surfaces.small, surfaces.muted)}>
        {t('compose.refreshed', { when: readAt?.relative ?? '' })}
      </span>
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowSyncRegular />}
        title={t('compose.refresh')}
        aria-label={t('compose.refresh')}
        onClick={draft.refresh}
      />
    </div>
  );
}
