import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(process.cwd(), 'docs/decisions');

const records = readdirSync(FOLDER).filter((name) => name !== 'README.md');

describe('the list of decisions', () => {
  it('names each record once, and nothing else', () => {
    const linked = readFileSync(join(FOLDER, 'README.md'), 'utf8').match(/(?<=\]\()[^)]+/g) ?? [];
    expect([...linked].sort()).toEqual(records.sort());
  });

  it('calls each record by the title that it has', () => {
    const list = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    const titles = records.map((name) => {
      const [, number, title] = /^# (\d{4}):? (.+)$/m.exec(readFileSync(join(FOLDER, name), 'utf8')) ?? [];
      return `- [${number}](${name}) ${title}`;
    });
    expect(titles.filter((title) => !list.includes(title))).toEqual([]);
  });

  it('gives no number twice', () => {
    const numbers = records.map((name) => name.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
