import { isRecord } from '../is-record.ts';
import type { Bite } from './expected-bites.ts';

/** What was expected, and what the linter printed as JSON. */
export interface LintRun {
  rules: ReadonlySet<string>;
  bites: readonly Bite[];
  report: string;
}

interface Finding {
  /** `eslint(no-console)`. */
  code: string;
  file: string;
  lines: readonly number[];
}

function readLine(label: unknown): readonly number[] {
  const span = isRecord(label) ? label['span'] : null;
  const line = isRecord(span) ? span['line'] : null;
  return typeof line === 'number' ? [line] : [];
}

function readFinding(value: unknown): readonly Finding[] {
  if (!isRecord(value)) return [];
  const { code, filename, labels } = value;
  if (typeof code !== 'string' || typeof filename !== 'string' || !Array.isArray(labels)) return [];
  return [{ code, file: filename.replaceAll('\\', '/'), lines: labels.flatMap(readLine) }];
}

/** The linter's findings; null when it printed something else, such as that its type-aware part is missing. */
function parseReport(report: string): readonly Finding[] | null {
  try {
    const value: unknown = JSON.parse(report);
    const diagnostics: unknown = isRecord(value) ? value['diagnostics'] : null;
    return Array.isArray(diagnostics) ? diagnostics.flatMap(readFinding) : null;
  } catch {
    return null; // the caller shows what was printed
  }
}

function codeOf(rule: string): string {
  const [plugin, name] = rule.includes('/') ? rule.split('/') : ['eslint', rule];
  return `${plugin}(${name})`;
}

function isFound({ rule, file, line }: Bite, findings: readonly Finding[]): boolean {
  return findings.some(
    (finding) =>
      finding.code === codeOf(rule) && finding.file === file && (line === null || finding.lines.includes(line)),
  );
}

/** Rules that found nothing where they must, and chosen rules that nothing in the fixture tries. */
export function findMissedBites({ rules, bites, report }: LintRun): readonly string[] {
  const findings = parseReport(report);
  if (findings === null) return [`The linter did not run: ${report.trim()}`];
  const missed = bites.filter((bite) => !isFound(bite, findings));
  const untried = [...rules].filter((rule) => !bites.some((bite) => bite.rule === rule));
  return [
    ...missed.map(({ rule, file, line }) => `${rule} found nothing in ${file}${line === null ? '' : `:${line}`}`),
    ...untried.map((rule) => `${rule} is switched on, but nothing in scripts/lint-fixture tries it`),
  ];
}
