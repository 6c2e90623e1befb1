/** One thing that is wrong with the settings, as `/healthz` lists it. It never repeats a value, which may be a secret. */
export interface SettingProblem {
  /** Name of the setting. */
  setting: string;
  /** What is wrong. */
  problem: string;
  /** What whoever runs the app can do about it. */
  remedy: string;
}

/** How a setting's text becomes a value; null where it isn't one. */
export interface SettingRule<T> {
  parse: (text: string) => T | null;
  /** What a value must look like, in words that go on after "Set it to". */
  expected: string;
}

/** Values by name; a setting that is empty counts as not set. */
export type SettingTexts = Readonly<Record<string, string | undefined>>;

/** Reads settings and collects what is wrong with them, so that one start names every fault. */
export class SettingReader {
  readonly problems: SettingProblem[] = [];
  readonly #texts: SettingTexts;

  constructor(texts: SettingTexts) {
    this.#texts = texts;
  }

  /** A setting that somebody must have set; null, and a problem, where it isn't there or can't be read. */
  required<T>(setting: string, rule: SettingRule<T>): T | null {
    const text = this.#text(setting);
    if (text === undefined) this.#note(setting, 'It is not set.', rule.expected);
    return text ? this.#parse(setting, text, rule) : null;
  }

  /** A setting with a default; null, and a problem, where it is set to something that can't be read. */
  optional<T, D>(setting: string, rule: SettingRule<T>, absent: D): T | D | null {
    const text = this.#text(setting);
    if (text === undefined) return absent;
    return text === null ? null : this.#parse(setting, text, rule);
  }

  /** Adds a problem that a rule for one setting alone can't see. */
  note(problem: SettingProblem): void {
    this.problems.push(problem);
  }

  #parse<T>(setting: string, text: string, rule: SettingRule<T>): T | null {
    const value = rule.parse(text);
    if (value === null) this.#note(setting, 'It cannot be read.', rule.expected);
    return value;
  }

  /** Undefined: not set. Null: set, but unusable, and already noted. */
  #text(setting: string): string | null | undefined {
    const text = this.#texts[setting]?.trim();
    if (text === undefined || text === '') return undefined;
    // App Service hands over a Key Vault reference that it can't resolve as its literal text (azure.md 6).
    if (!text.startsWith('@Microsoft.KeyVault(')) return text;
    this.problems.push({
      setting,
      problem: 'It is a Key Vault reference that was not resolved.',
      remedy: "Let the app's managed identity read that secret, check the secret's address, and restart the app.",
    });
    return null;
  }

  #note(setting: string, problem: string, expected: string): void {
    this.problems.push({ setting, problem, remedy: `Set it to ${expected}.` });
  }
}
