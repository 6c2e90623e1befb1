import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countQuirks, QUIRKS } from '../../simulator/src/outlook/quirks.ts';

const ROOT = join(__dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/outlook-quirks.md'), 'utf8');
const headings = [...page.matchAll(/^## ([a-z-]+)$/gm)].map(([, name]) => name);

/** Every `docs/outlook-quirks.md#…` in the sources below a folder. */
function linksIn(folder: string): readonly string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const sources = files.map((name) => readFileSync(join(ROOT, folder, name), 'utf8'));
  return sources.flatMap((source) =>
    [...source.matchAll(/outlook-quirks\.md#([a-z-]+)/g)].map(([, anchor]) => anchor ?? ''),
  );
}

describe('docs/outlook-quirks.md', () => {
  it.each(['addin/src', 'core/src', 'simulator/src'])('has an entry for every link to it from %s', (folder) => {
    expect(linksIn(folder).filter((anchor) => !headings.includes(anchor))).toEqual([]);
  });

  it('is linked to from the code', () => {
    expect(linksIn('addin/src').length).toBeGreaterThan(10);
  });

  it('names each habit that the simulator plays, and none that it does not', () => {
    const played = [...page.matchAll(/^\*\*Played as:\*\*(.*)$/gm)].flatMap(([, list]) =>
      [...(list ?? '').matchAll(/`([a-z-]+)`/g)].map(([, id]) => id),
    );
    expect(new Set(played)).toEqual(new Set(QUIRKS.map(({ id }) => id)));
  });

  it('is as well founded as the README says', () => {
    const { documented, reported, assumed, observed } = countQuirks();
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8').replace(/\s+/g, ' ');
    expect(readme).toContain(
      `${QUIRKS.length} habits that the simulator plays, ${documented} are documented, ${reported} reported, ${assumed} assumed and ${observed} observed`,
    );
  });

  it('says of every entry what is expected, known and done', () => {
    const entries = page.split(/^## /m).slice(1);
    for (const entry of entries) expect(entry).toMatch(/\*\*Expected:\*\*[\s\S]+\*\*Known:\*\*[\s\S]+\*\*We:\*\*/);
  });
});
