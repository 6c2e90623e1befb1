import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useState } from 'react';
import { openComposeItem } from '../../host/office-compose-item.ts';
import { describeHost, probeMembers, probeSets, writeTooLong } from '../../host/probe.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { usePane } from '../pane-context.ts';
import type { PaneContext } from '../pane-context.ts';
import type { ProbeDesk } from './probe-desk.ts';
import { refuseDraft, runProbe } from './run-probe.ts';
import type { ProbeReport, ProbeResult, Refusal } from './run-probe.ts';

const useStyles = makeStyles({
  verdict: { flexShrink: 0, fontWeight: tokens.fontWeightSemibold },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  differs: { color: tokens.colorStatusDangerForeground1 },
  noted: { color: tokens.colorNeutralForeground3 },
  row: { padding: '8px 12px', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'start', columnGap: '8px' },
  values: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: '8px', margin: 0 },
  value: { margin: 0, fontFamily: tokens.fontFamilyMonospace },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const REFUSALS: Readonly<Record<Refusal, string>> = {
  'has-recipients': 'This draft has recipients. The probe overwrites the body, so it runs on an empty new mail only.',
  'has-subject': 'This draft has a subject. The probe overwrites the body, so it runs on an empty new mail only.',
  unreadable: 'Outlook doesn’t tell who this draft is for, so it is left alone.',
};

/** Where a run of the probe stands. */
type Progress =
  | { state: 'ready' }
  | { state: 'refused'; why: string }
  | { state: 'running'; results: readonly ProbeResult[] }
  | { state: 'done'; report: ProbeReport };

/**
 * Checks this Outlook against what Readback relies on, with the same checks that the simulator passes. For engineers, in
 * English: only a local server offers it.
 */
export function ProbeView() {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const pane = usePane();
  const [progress, setProgress] = useState<Progress>({ state: 'ready' });
  const start = (): void => {
    probe(pane, setProgress).catch((error: unknown) => {
      setProgress({ state: 'refused', why: error instanceof Error ? error.message : 'The probe broke off.' });
    });
  };
  const results = resultsOf(progress);
  return (
    <div className={surfaces.page} lang="en">
      <section className={surfaces.section}>
        <h1 className={surfaces.title}>Probe</h1>
        <p className={surfaces.text}>
          Checks what this Outlook really does. It overwrites the body of the draft that is open: use a new, empty mail
          and discard it afterwards.
        </p>
        <div className={styles.buttons}>
          <Button appearance="primary" disabled={progress.state === 'running'} onClick={start}>
            Probe this draft
          </Button>
          {progress.state === 'done' && <DownloadButton report={progress.report} />}
        </div>
        <p className={surfaces.text} role="status">
          {sayProgress(progress)}
        </p>
      </section>
      <ul className={surfaces.list}>
        {results.map((result) => (
          <ResultRow key={result.id} result={result} />
        ))}
      </ul>
    </div>
  );
}

function resultsOf(progress: Progress): readonly ProbeResult[] {
  if (progress.state === 'running') return progress.results;
  return progress.state === 'done' ? progress.report.results : [];
}

function sayProgress(progress: Progress): string {
  switch (progress.state) {
    case 'ready':
      return '';
    case 'refused':
      return progress.why;
    case 'running':
      return `${progress.results.length} checks done …`;
    case 'done': {
      const { results, host } = progress.report;
      const differing = results.filter(({ verdict }) => verdict === 'differs').length;
      return `${results.length} checks on ${host.hostName} ${host.platform} ${host.version}, ${differing} differ.`;
    }
  }
}

async function probe(pane: PaneContext, tell: (progress: Progress) => void): Promise<void> {
  const item = openComposeItem(pane.patience);
  if (item === null) {
    tell({ state: 'refused', why: 'Open a new, empty mail first.' });
    return;
  }
  const desk = openProbeDesk(pane, item);
  const refusal = await refuseDraft(desk);
  if (refusal !== null) {
    tell({ state: 'refused', why: REFUSALS[refusal] });
    return;
  }
  const results: ProbeResult[] = [];
  tell({ state: 'running', results });
  await runProbe(desk, (result) => {
    results.push(result);
    tell({ state: 'running', results: [...results] });
  });
  const at = new Date(desk.timers.now()).toISOString();
  const client = pane.mailbox.client();
  tell({ state: 'done', report: { format: 'readback-probe-1', at, host: describeHost(), client, results } });
}

function openProbeDesk({ mailbox, patience, appOrigin }: PaneContext, item: ProbeDesk['item']): ProbeDesk {
  return {
    item,
    mailbox,
    timers: patience.timers,
    members: probeMembers,
    sets: probeSets,
    writeTooLong,
    pictureUrl: `${appOrigin}/icons/readback-16.png`,
  };
}

function ResultRow({ result }: { result: ProbeResult }) {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { what, verdict, expected, found, milliseconds } = result;
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <span className={surfaces.text}>{what}</span>
        <span className={mergeClasses(surfaces.small, styles.verdict, styles[verdict])}>{verdict}</span>
      </div>
      <dl className={mergeClasses(styles.values, surfaces.small)}>
        {verdict === 'differs' && <Value name="expected" value={expected} />}
        <Value name="found" value={found} />
        <Value name="took" value={`${milliseconds} ms`} />
      </dl>
    </li>
  );
}

function Value({ name, value }: { name: string; value: string }) {
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <>
      <dt className={surfaces.muted}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}

/** A link with the report in it: new Outlook's panes may not open windows, but they may download. */
function DownloadButton({ report }: { report: ProbeReport }) {
  const address = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(report, null, 2))}`;
  const name = `readback-probe-${report.client}-${report.at.slice(0, 10)}.json`;
  return (
    <Button as="a" href={address} download={name}>
      Download as JSON
    </Button>
  );
}
