import type { Hit, Reason, Tally, Verdict } from '../verdict.ts';
import { headlineOf } from './headline.ts';
import { addTo, countSessions, emptyMemory } from './judge-memory.ts';
import type { JudgeMemory } from './judge-memory.ts';
import { observeHit } from './observe-hit.ts';
import type { MessageContext } from './observe-hit.ts';
import { RULES_VERSION } from './rule.ts';

/** What is known of a message's readers. */
export interface Judgement {
  rulesVersion: number;
  /** In the order of the hits that were given; corrected where later hits showed better. */
  hits: readonly Verdict[];
  /** Sessions, not hits. A click proves an open, so `opens` holds at least one when somebody clicked. */
  opens: Tally;
  clicks: Tally;
  headline: Reason;
  /** Verdicts that were taken back: index of the hit, and what was first said of it. */
  corrections: readonly { hit: number; from: Verdict }[];
}

/** Judges all hits of a message together. They may come in any order; they are judged in that of their times. */
export function judgeMessage(hits: readonly Hit[], context: MessageContext): Judgement {
  const order = hits.map((_, index) => index).sort((a, b) => (hits[a]?.at ?? 0) - (hits[b]?.at ?? 0) || a - b);
  const verdicts: Verdict[] = [];
  const corrections: { hit: number; from: Verdict }[] = [];
  let memory = emptyMemory();
  for (const index of order) {
    const hit = hits[index];
    if (hit === undefined) continue;
    const observed = observeHit(memory, { n: index, hit }, context);
    memory = observed.memory;
    verdicts[index] = observed.verdict;
    for (const { n, from, to } of observed.corrections) {
      verdicts[n] = to;
      corrections.push({ hit: n, from });
    }
  }
  return { rulesVersion: RULES_VERSION, hits: verdicts, corrections, ...summarise(memory) };
}

/** What people and programs did with a message, counted, and its one line. */
export type Summary = Pick<Judgement, 'opens' | 'clicks' | 'headline'>;

/** Tallies and headline of what was judged so far. */
export function summarise(memory: JudgeMemory): Summary {
  const clicks = countSessions(memory, 'click');
  const opens = provenByClicks(countSessions(memory, 'open'), clicks);
  return { opens, clicks, headline: headlineOf({ opens, clicks, machineReasons: memory.machineReasons }) };
}

/** Who clicked has opened: a likely open is then one for sure, and where none was seen, there was one. */
function provenByClicks(opens: Tally, clicks: Tally): Tally {
  if (opens.person > 0 || (opens.likely > 0 && clicks.person === 0)) return opens;
  if (clicks.person > 0) return addTo(opens.likely > 0 ? addTo(opens, 'likely', -1) : opens, 'person');
  return clicks.likely > 0 ? addTo(opens, 'likely') : opens;
}
