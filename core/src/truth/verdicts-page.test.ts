import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLICK_RULES } from './click-rules.ts';
import { OPEN_RULES } from './open-rules.ts';
import { RULES_VERSION } from './rule.ts';
import type { Rule } from './rule.ts';
import { sayReason } from './say-reason.ts';

const page = readFileSync(join(__dirname, '../../../docs/verdicts.md'), 'utf8');

function tableRow({ name, evidence, says, source }: Rule): string {
  const outcomes = says.map(
    ([actor, weight, code]) => `${actor} ${weight}: “${sayReason({ code, values: {} }, 'en')}”`,
  );
  return `| ${name} | ${evidence} | ${outcomes.join('<br>')} | ${source} |`.replaceAll('\n', ' ');
}

/** The rows of the table under a heading. */
function rowsUnder(heading: string): readonly string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return section.split('\n').filter((line) => /^\| [A-Z]\d+ \|/.test(line));
}

describe('docs/verdicts.md', () => {
  const senders = OPEN_RULES.filter(({ name }) => name.startsWith('S'));

  it.each<[string, readonly Rule[]]>([
    ['The sender', senders],
    ['Loads of the picture', OPEN_RULES.filter((rule) => !senders.includes(rule))],
    ['Clicks', CLICK_RULES.filter(({ name }) => name.startsWith('C'))],
  ])('lists under "%s" each rule as it is, in order', (heading, rules) => {
    expect(rowsUnder(heading)).toEqual(rules.map(tableRow));
  });

  it('is of this version of the rules', () => {
    expect(page).toContain(`Rules of version ${RULES_VERSION}`);
  });
});
