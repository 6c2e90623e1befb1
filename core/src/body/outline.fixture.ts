import { prepareBody } from '../prepare-body.ts';
import type { LinkRules, UntrackedReason } from './link-rules.ts';
import { IMG, planOf } from './plan.fixture.ts';

/** What became of a mail with marks in it. */
export interface MarkedOutcome {
  /** The mail with marks, as it came out. */
  marked: string;
  /** Of the links that are marked as the author's, why they aren't tracked. */
  own: readonly (UntrackedReason | null)[];
  /** The same of those that aren't his. */
  old: readonly (UntrackedReason | null)[];
}

/** Prepares a mail in which `[own]` and `[old]` stand for links and § for the picture. */
export function prepareMarked(marked: string, rules: Partial<LinkRules> = {}): MarkedOutcome {
  const html = marked.split('[own]').join(OWN).split('[old]').join(OLD).replace('§', '');
  const prepared = prepareBody(html, planOf({ rules, linkUrl: (destination) => destination }));
  const reasonsOf = (to: string) =>
    prepared.links.filter(({ destination }) => destination === to).map(({ untracked }) => untracked);
  return {
    marked: prepared.html.replace(IMG, '§').split(OWN).join('[own]').split(OLD).join('[old]'),
    own: reasonsOf('https://example.org/own'),
    old: reasonsOf('https://example.org/old'),
  };
}

/** The same reason for each link that a mark stands for. */
export function eachOf(marked: string, mark: '[own]' | '[old]', reason: UntrackedReason | null) {
  return marked
    .split(mark)
    .slice(1)
    .map(() => reason);
}

const OWN = '<a href="https://example.org/own">here</a>';
const OLD = '<a href="https://example.org/old">here</a>';
