import { mostClickedLinks } from './clicked-links.ts';
import { digestRow, tally } from './digest.fixture.ts';

const clicked = (byPerson: boolean, ...links: readonly [destination: string, clicks: number][]) =>
  digestRow({
    clicks: byPerson ? tally({ person: 1 }) : tally({ machine: 3 }),
    topLinks: links.map(([destination, clicks]) => ({ destination, clicks })),
  });

describe('the most clicked links', () => {
  it('puts what people followed before what only filters followed', () => {
    const rows = [
      clicked(false, ['https://a.example/', 40], ['https://b.example/', 40]),
      clicked(true, ['https://b.example/', 1]),
      clicked(true, ['https://c.example/', 2]),
    ];
    expect(mostClickedLinks(rows, 3)).toEqual([
      { destination: 'https://b.example/', clicks: 41, mails: 2, mailsByPerson: 1 },
      { destination: 'https://c.example/', clicks: 2, mails: 1, mailsByPerson: 1 },
      { destination: 'https://a.example/', clicks: 40, mails: 1, mailsByPerson: 0 },
    ]);
  });

  it('names no more than were asked for, in an order that doesn’t change', () => {
    const rows = [clicked(true, ['https://b.example/', 1], ['https://a.example/', 1], ['https://c.example/', 1])];
    const names = mostClickedLinks(rows, 2).map(({ destination }) => destination);
    expect(names).toEqual(['https://a.example/', 'https://b.example/']);
    expect(mostClickedLinks([...rows].reverse(), 2)).toEqual(mostClickedLinks(rows, 2));
  });

  it('leaves out what nobody followed', () => {
    expect(mostClickedLinks([clicked(false, ['https://a.example/', 0])], 5)).toEqual([]);
  });
});
