import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { english } from './english.ts';
import { englishLater } from './english-later.ts';
import { german } from './german.ts';
import { germanLater } from './german-later.ts';
import { loadTexts } from './texts.ts';

/** `section.key` → text, for every text of a language. */
function flatten(texts: object): Map<string, string> {
  const sections: [string, unknown][] = Object.entries(texts);
  const entries = sections.flatMap(([section, keys]) =>
    Object.entries(typeof keys === 'object' && keys !== null ? keys : {}).map(([key, text]): [string, string] => [
      `${section}.${key}`,
      String(text),
    ]),
  );
  return new Map(entries);
}

const inEnglish = flatten({ ...english, ...englishLater });
const inGerman = flatten({ ...german, ...germanLater });
const placeholders = (text: string | undefined) => [...(text ?? '').matchAll(/\{\{\w+\}\}/g)].map(String).sort();

/** The source of the pane, apart from the texts themselves. */
const folder = join(__dirname, '..');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|^texts/.test(name))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Sections whose keys are words of core: every word has its text, which the compiler checks in english.ts. */
const WORD_SECTIONS = ['reason', 'advice', 'untracked', 'coverageGroup', 'coverageAdvice'];

describe('the texts of the pane', () => {
  it('are the same in both languages', () => {
    expect([...inGerman.keys()].sort()).toEqual([...inEnglish.keys()].sort());
  });

  it.each([...inEnglish])('fill in the same in German: %s', (key, text) => {
    expect(placeholders(inGerman.get(key))).toEqual(placeholders(text));
  });

  it('are all said somewhere', () => {
    const said = new Set(sources.flatMap((source) => source.match(/['"`][a-zA-Z]+\.[\w-]+['"`]/g) ?? []));
    const isSaid = (key: string) => ["'", '"', '`'].some((quote) => said.has(quote + key + quote));
    const families = [
      'problem.offline',
      'problem.unavailable',
      'problem.refused',
      'problem.unreadable',
      'problem.sign-in',
    ];
    const unsaid = [...inEnglish.keys()]
      .map((key) => key.replace(/_(one|other)$/, ''))
      .filter((key) => !WORD_SECTIONS.includes(key.split('.')[0] ?? '') && !families.includes(key) && !isSaid(key));
    expect(unsaid).toEqual([]);
  });

  it('are said by families in the sources that the list above leaves out', () => {
    const all = sources.join('\n');
    for (const family of [...WORD_SECTIONS, 'problem']) expect(all).toContain('`' + family + '.${');
  });

  it('never say "not read" or "unread" as a fact', () => {
    for (const text of inEnglish.values()) expect(text).not.toMatch(/\b(was|is) (not read|unread)\b/i);
    for (const text of inGerman.values()) expect(text).not.toMatch(/\b(wurde|ist) (nicht gelesen|ungelesen)\b/i);
  });
});

describe('loading the texts', () => {
  it.each([
    ['de-DE', 'de', 'de-DE'],
    ['de-AT', 'de', 'de-AT'],
    ['en-GB', 'en', 'en-GB'],
    ['fr-FR', 'en', 'en'],
    ['', 'en', 'en'],
    ['not a language', 'en', 'en'],
  ])('for Outlook in "%s" gives %s, with dates of %s', async (outlook, language, locale) => {
    const texts = await loadTexts(outlook);
    expect(texts).toMatchObject({ language, locale });
    expect(texts.t('nav.activity')).toBe(language === 'de' ? german.nav.activity : english.nav.activity);
  });

  it.each([
    ['de', germanLater],
    ['en', englishLater],
  ])('adds what no first view says when it is asked for, in %s', async (language, texts) => {
    const { t, later } = await loadTexts(language);
    expect(t('contacts.empty')).toBe('contacts.empty');
    await later();
    expect(t('contacts.empty')).toBe(texts.contacts.empty);
    expect(t('nav.about')).not.toBe('nav.about');
  });

  it('counts in the reader’s grammar', async () => {
    const { t } = await loadTexts('de-DE');
    expect([1, 2].map((count) => t('message.linkClicks', { count }))).toEqual(['1 Klick', '2 Klicks']);
  });

  it('leaves a subject as it is, whatever it holds', async () => {
    const { t } = await loadTexts('en-US');
    expect(t('message.replyToSubject', { subject: '<b>$t(nav.back)</b>' })).toBe(
      'Reply to your mail “<b>$t(nav.back)</b>”',
    );
  });
});
