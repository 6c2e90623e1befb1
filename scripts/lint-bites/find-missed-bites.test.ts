import { longFileBites, readMarks, writeLongFile } from './expected-bites.ts';
import { findMissedBites } from './find-missed-bites.ts';
import { chosenRules, parseLintConfig } from './lint-config.ts';

const BITE = { rule: 'typescript/no-floating-promises', file: 'functions/src/bad.ts', line: 3 };
const RULES = new Set([BITE.rule]);

function report(code: string, filename: string, line: number): string {
  return JSON.stringify({ diagnostics: [{ code, filename, labels: [{ span: { line } }] }] });
}

describe('findMissedBites', () => {
  it('is content when the rule found the line', () => {
    const found = report('typescript(no-floating-promises)', BITE.file, 3);
    expect(findMissedBites({ rules: RULES, bites: [BITE], report: found })).toEqual([]);
  });

  it('takes any line of the file where none is named', () => {
    const found = report('eslint(max-lines)', BITE.file, 251);
    const bites = [{ rule: 'max-lines', file: BITE.file, line: null }];
    expect(findMissedBites({ rules: new Set(['max-lines']), bites, report: found })).toEqual([]);
  });

  it.each([
    ['nothing at all', JSON.stringify({ diagnostics: [] })],
    ['another line', report('typescript(no-floating-promises)', BITE.file, 4)],
    ['another file', report('typescript(no-floating-promises)', 'functions/src/other.ts', 3)],
    ['another rule', report('typescript(no-misused-promises)', BITE.file, 3)],
    ['a rule of the same name elsewhere', report('promise(no-floating-promises)', BITE.file, 3)],
  ])('tells when the linter found %s', (_name, found) => {
    expect(findMissedBites({ rules: RULES, bites: [BITE], report: found })).toEqual([
      'typescript/no-floating-promises found nothing in functions/src/bad.ts:3',
    ]);
  });

  it('tells when a rule is switched on that nothing tries', () => {
    const found = report('typescript(no-floating-promises)', BITE.file, 3);
    expect(findMissedBites({ rules: new Set([BITE.rule, 'no-eval']), bites: [BITE], report: found })).toEqual([
      'no-eval is switched on, but nothing in scripts/lint-fixture tries it',
    ]);
  });

  it.each(['Failed to find type-aware linter executable.', '', '[]', '{}'])(
    'shows what it cannot read: "%s"',
    (text) => {
      expect(findMissedBites({ rules: RULES, bites: [BITE], report: text })).toEqual([
        `The linter did not run: ${text}`,
      ]);
    },
  );
});

describe('readMarks', () => {
  it('reads the rules at the end of lines', () => {
    const source = 'a(); // typescript/no-floating-promises\nb();\nc(); // no-eval no-var\n';
    expect(readMarks('x.ts', source, new Set([BITE.rule, 'no-eval', 'no-var']))).toEqual([
      { rule: 'typescript/no-floating-promises', file: 'x.ts', line: 1 },
      { rule: 'no-eval', file: 'x.ts', line: 3 },
      { rule: 'no-var', file: 'x.ts', line: 3 },
    ]);
  });

  it('reads nothing out of prose', () => {
    expect(readMarks('x.ts', '// Here no-eval is meant.\n// A sentence\n', new Set(['no-eval']))).toEqual([]);
  });
});

describe('chosenRules', () => {
  it('names what is switched on for all files and for some', () => {
    const config = parseLintConfig(
      '{ "rules": { "a": "error", "b": "off", "c": ["error", 1] }, "overrides": [{ "rules": { "d": "error", "a": "off" } }] }',
    );
    expect(config && [...chosenRules(config)]).toEqual(['a', 'c', 'd']);
  });

  it('refuses a file of another shape', () => {
    expect(parseLintConfig('{}')).toBeNull();
    expect(parseLintConfig('{ "rules": [] }')).toBeNull();
  });
});

describe('the long file', () => {
  it('is over every limit that it promises to break', () => {
    const lines = writeLongFile()
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect(lines.length).toBeGreaterThan(250);
    expect(longFileBites('long.ts').map(({ rule }) => rule)).toEqual([
      'max-lines',
      'max-lines-per-function',
      'complexity',
    ]);
  });
});
