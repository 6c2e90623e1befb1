import type { OwnUrls } from './find-own-urls.ts';
import type { Step } from './recipient-programs.ts';
import type { RequesterId } from './requesters.ts';

/** A request that is about to be made. */
export interface PlannedRequest {
  /** Milliseconds after what happened. */
  atMs: number;
  by: RequesterId;
  kind: 'picture' | 'link';
  url: string;
  /** Which of the mail's tracked links, from 0; null for a picture. */
  link: number | null;
  keeps: boolean;
}

/** What a plan is about. */
export interface PlanFacts {
  urls: OwnUrls;
  /** The link that somebody chose; null: none. */
  link: number | null;
  isKept: (by: RequesterId, url: string) => boolean;
}

/** The requests that some steps make of a mail, in the order of their times. */
export function planRequests(steps: readonly Step[], facts: PlanFacts): readonly PlannedRequest[] {
  return steps.flatMap((step) => planStep(step, facts)).sort((a, b) => a.atMs - b.atMs);
}

function planStep(step: Step, facts: PlanFacts): PlannedRequest[] {
  const wanted = targetsOf(step, facts).filter(({ url }) => !facts.isKept(step.by, url));
  const all = Array.from({ length: step.times ?? 1 }, () => wanted).flat();
  const gapMs = gapOf(step, all.length);
  return all.map((target, index) => ({
    ...target,
    atMs: Math.round(step.afterMs + index * gapMs),
    by: step.by,
    keeps: step.keeps ?? false,
  }));
}

function gapOf({ gapMs = 0, withinMs, afterMs }: Step, count: number): number {
  if (withinMs === undefined || count < 2) return gapMs;
  return Math.min(gapMs, (withinMs - afterMs) / (count - 1));
}

function targetsOf({ asks }: Step, { urls, link }: PlanFacts): Pick<PlannedRequest, 'kind' | 'url' | 'link'>[] {
  if (asks === 'pictures') return urls.pictures.map((url) => ({ kind: 'picture', url, link: null }));
  const links = urls.links.map(({ url }, index) => ({ kind: 'link' as const, url, link: index }));
  return asks === 'every-link' ? links : links.filter((one) => one.link === link);
}
