/** A rule that must find something in a line of the known-bad code. */
export interface Bite {
  /** As in .oxlintrc.json: `typescript/no-explicit-any`, `no-console`. */
  rule: string;
  /** From the fixture's folder. */
  file: string;
  /** From 1; null: anywhere in the file. */
  line: number | null;
}

/** The names of rules at the end of a line's comment. */
const MARK = /\/\/ (?:@ts-ignore )?((?:[a-z]+\/)?[a-z]+(?:-[a-z]+)*(?: (?:[a-z]+\/)?[a-z]+(?:-[a-z]+)*)*)$/;

/** What the marks of a known-bad file promise. Prose doesn't end in the name of a configured rule and counts for nothing. */
export function readMarks(file: string, source: string, rules: ReadonlySet<string>): readonly Bite[] {
  return source.split('\n').flatMap((text, index) => {
    const names = MARK.exec(text)?.[1]?.split(' ') ?? [];
    return names.filter((rule) => rules.has(rule)).map((rule) => ({ rule, file, line: index + 1 }));
  });
}

/** Too long for a fixture that anybody should have to read: functions of 55 lines with 13 branches, six of them. */
export function writeLongFile(): string {
  const branches = Array.from({ length: 13 }, (_, index) => `  if (value === ${index}) return ${index};`);
  const lines = Array.from({ length: 42 }, (_, index) => `  calls.push(value + ${index});`);
  const body = [...branches, ...lines].join('\n');
  const functions = Array.from(
    { length: 6 },
    (_, index) =>
      `export function long${index}(value: number, calls: number[]): number {\n${body}\n  return calls.length;\n}\n`,
  );
  return functions.join('\n');
}

/** What the long file promises. */
export function longFileBites(file: string): readonly Bite[] {
  return ['max-lines', 'max-lines-per-function', 'complexity'].map((rule) => ({ rule, file, line: null }));
}
