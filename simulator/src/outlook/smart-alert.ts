import { launchHandler } from './handler-launch.ts';
import type { Launch, LaunchEnd } from './handler-launch.ts';
import type { LiveDraft } from './live-draft.ts';
import type { ManifestEvent } from './manifest.ts';
import type { Dialog, DialogAnswer, HandlerRun } from './outlook.ts';
import { wait } from './world.ts';
import type { World } from './world.ts';

/** What came of the send handler and of Outlook's questions about it. */
export interface AlertOutcome {
  goes: boolean;
  /** Why it doesn't go; null when it goes. */
  reason: string | null;
  dialogs: readonly Dialog[];
  handler: HandlerRun | null;
}

/** From the click; docs/outlook/onmessagesend-onappointmentsend-events.md. */
const SLOW_MS = 5_000;
const EARLY_MS = 4_000;
const TIMEOUT_MS = 300_000;
/** How long Outlook on the web tries to load a page that isn't there (office-js#6319). */
const UNREACHABLE_WAIT_MS = 15_000;

type Moment = LaunchEnd | { kind: 'slow' } | { kind: 'timeout' } | { kind: 'answered'; answer: DialogAnswer };

/** Runs the send handler under Smart Alerts: from the click until the mail may go or stays. */
export async function runSmartAlert(world: World, draft: LiveDraft, event: ManifestEvent): Promise<AlertOutcome> {
  const dialogs: Dialog[] = [];
  const ask = async (dialog: Omit<Dialog, 'title'>): Promise<DialogAnswer> => {
    const shown: Dialog = { title: world.manifest?.name ?? '', ...dialog };
    dialogs.push(shown);
    return (world.options.ask ?? answerKindly)(shown);
  };
  const lost = draft.wasUndone && world.quirks.plays('send-lost-after-undo');
  const launch = lost ? null : launchHandler(world, { event, draft, purpose: 'event' });
  const verdict = await decide({ world, launch, mode: event.sendMode ?? 'SoftBlock', ask });
  if (verdict.goes && launch?.run.completedAt === null) launch.kill();
  if (!verdict.goes) launch?.kill();
  return { ...verdict, dialogs, handler: launch?.run ?? null };
}

/** A sender who waits, and sends whenever Outlook offers it. */
const answerKindly = ({ kind, answers }: Dialog): Promise<DialogAnswer> => {
  if (kind === 'slow') return Promise.resolve('wait');
  return Promise.resolve(answers.includes('send-anyway') ? 'send-anyway' : (answers[0] ?? 'dont-send'));
};

interface Deciding {
  world: World;
  launch: Launch | null;
  mode: 'PromptUser' | 'SoftBlock' | 'Block';
  ask: (dialog: Omit<Dialog, 'title'>) => Promise<DialogAnswer>;
}

type Verdict = Pick<AlertOutcome, 'goes' | 'reason'>;

const GOES: Verdict = { goes: true, reason: null };
const stays = (reason: string): Verdict => ({ goes: false, reason });

async function decide(deciding: Deciding): Promise<Verdict> {
  const { world, launch, mode, ask } = deciding;
  const never = new Promise<Moment>(() => undefined);
  const end: Promise<Moment> = launch?.end ?? never;
  const timeout = wait(world.clock, TIMEOUT_MS).then((): Moment => ({ kind: 'timeout' }));
  const slow = wait(world.clock, world.quirks.plays('asks-early') ? EARLY_MS : SLOW_MS).then((): Moment => ({
    kind: 'slow',
  }));
  let moment = await Promise.race([end, slow, timeout]);
  let asked = false;
  if (moment.kind === 'slow') {
    asked = true;
    const answers: DialogAnswer[] = mode === 'PromptUser' ? ['send-anyway', 'dont-send', 'wait'] : ['wait'];
    const answer = ask({ kind: 'slow', text: 'The add-in is taking longer than expected.', answers }).then(
      (given): Promise<Moment> => (given === 'wait' ? never : Promise.resolve({ kind: 'answered', answer: given })),
    );
    moment = await Promise.race([end, answer, timeout]);
  }
  return conclude(moment, asked, deciding);
}

async function conclude(moment: Moment, asked: boolean, deciding: Deciding): Promise<Verdict> {
  const { world, mode, ask } = deciding;
  switch (moment.kind) {
    case 'answered':
      return moment.answer === 'send-anyway' ? GOES : stays('The sender chose not to send.');
    case 'completed':
      if (moment.options['allowEvent'] === false) return refused(moment.options, deciding);
      if (!asked || !world.quirks.plays('asks-again-when-late')) return GOES;
      return verdictOf(
        await ask({ kind: 'late', text: 'The add-in has finished.', answers: ['send-anyway', 'dont-send'] }),
      );
    case 'unavailable':
      return unavailable(deciding);
    case 'timeout': {
      const answers: DialogAnswer[] = mode === 'PromptUser' ? ['send-anyway', 'dont-send'] : ['dont-send'];
      return verdictOf(await ask({ kind: 'timeout', text: 'The add-in didn’t respond.', answers }));
    }
    case 'slow':
      return stays('Outlook is still waiting.');
  }
}

async function refused(options: Readonly<Record<string, unknown>>, { mode, ask }: Deciding): Promise<Verdict> {
  const override = options['sendModeOverride'] === 'promptUser';
  const answers: DialogAnswer[] = mode === 'PromptUser' || override ? ['send-anyway', 'dont-send'] : ['dont-send'];
  const { errorMessage: text } = options;
  return verdictOf(await ask({ kind: 'refused', text: typeof text === 'string' ? text : '', answers }));
}

/** PromptUser and SoftBlock: the mail may go; Block: it doesn't. */
async function unavailable({ world, mode, ask }: Deciding): Promise<Verdict> {
  if (world.quirks.plays('unreachable-waits')) await wait(world.clock, UNREACHABLE_WAIT_MS);
  const blocked = mode === 'Block' || world.quirks.plays('unreachable-blocks');
  const answers: DialogAnswer[] = blocked ? ['dont-send'] : ['send-anyway', 'dont-send'];
  return verdictOf(await ask({ kind: 'unavailable', text: 'The add-in is unavailable.', answers }));
}

const verdictOf = (answer: DialogAnswer): Verdict =>
  answer === 'send-anyway' ? GOES : stays('The sender chose not to send.');
