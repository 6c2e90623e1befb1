import fc from 'fast-check';
import { toCsv } from './csv.ts';

/** Reads what RFC 4180 describes, character by character. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, isQuoted] = [[] as string[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[(at += 1)] ?? '';
      else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === ',') [row, cell] = [[...row, cell], ''];
    else if (text.startsWith('\r\n', at)) {
      rows.push([...row, cell]);
      [row, cell, at] = [[], '', at + 1];
    } else cell += character;
  }
  return rows;
}

describe('a table as CSV', () => {
  it('has a byte order mark, quoted texts, bare numbers and lines that end in CR LF', () => {
    const table = [
      ['Week', 'Sent'],
      ['Nov 16, 2026', 52],
      ['says "hi"\r\nthere', -0.5],
    ];
    expect(toCsv(table)).toBe('\uFEFF"Week","Sent"\r\n"Nov 16, 2026",52\r\n"says ""hi""\r\nthere",-0.5\r\n');
  });

  it.each(['=1+1', '+49 30', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])('defuses %j', (text) => {
    expect(readCsv(toCsv([[text]]).slice(1))).toEqual([[`'${text}`]]);
  });

  it.each(['a=1', ' =1', 'https://x.example/?a=-1', "'=1", ''])('leaves %j as it is', (text) => {
    expect(readCsv(toCsv([[text]]).slice(1))).toEqual([[text]]);
  });

  it('gives back what went in, whatever that is', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('=', '"', '\r\n', ',', '@', '""'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (table) => {
        const expected = table.map((row) =>
          row.map((each) => (/^[=+\-@\t\r\n＝＋－＠]/.test(each) ? `'${each}` : each)),
        );
        expect(readCsv(toCsv(table).slice(1))).toEqual(expected);
      }),
    );
  });
});
