import { isRecord } from '../is-record.ts';

/** The parts of .oxlintrc.json that matter here. */
export interface LintConfig {
  rules: Readonly<Record<string, unknown>>;
  overrides: readonly { rules: Readonly<Record<string, unknown>> }[];
}

/** Reads .oxlintrc.json; null when it isn't of that shape. */
export function parseLintConfig(json: string): LintConfig | null {
  const value: unknown = JSON.parse(json);
  if (!isRecord(value) || !isRecord(value['rules']) || !Array.isArray(value['overrides'])) return null;
  const overrides = value['overrides'].map((override: unknown) =>
    isRecord(override) && isRecord(override['rules']) ? { rules: override['rules'] } : { rules: {} },
  );
  return { rules: value['rules'], overrides };
}

function isOn(level: unknown): boolean {
  return (Array.isArray(level) ? level[0] : level) === 'error';
}

/** Every rule that the project switched on by name, for all files or for some. */
export function chosenRules(config: LintConfig): ReadonlySet<string> {
  const tables = [config.rules, ...config.overrides.map(({ rules }) => rules)];
  return new Set(tables.flatMap((rules) => Object.keys(rules).filter((name) => isOn(rules[name]))));
}
