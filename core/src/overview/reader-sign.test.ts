import { digestRow, tally } from './digest.fixture.ts';
import { clickSign, readerSign } from './reader-sign.ts';

const said = (code: string) => ({ code, values: {} });

describe('what a message shows of its readers', () => {
  it.each([
    ['an open by a person', digestRow({ opens: tally({ person: 1, unknown: 3 }) }), 'person'],
    [
      'a click, where opens aren’t tracked',
      digestRow({ opensReason: 'gave-way', clicks: tally({ person: 1 }) }),
      'person',
    ],
    ['most likely a person', digestRow({ opens: tally({ likely: 1 }) }), 'likely'],
    ['nothing', digestRow(), 'none'],
    ['nothing, while it is open whether the picture got there', digestRow({ opensReason: 'not-seen' }), 'none'],
    ['a filter’s check', digestRow({ opens: tally({ machine: 2 }), headline: said('headline-scanned') }), 'none'],
    ['Apple’s proxy', digestRow({ opens: tally({ machine: 1 }), headline: said('headline-apple') }), 'unknowable'],
    [
      'something unclear',
      digestRow({ opens: tally({ unknown: 1 }), headline: said('headline-unclear') }),
      'unknowable',
    ],
    ['a domain without pictures', digestRow({ headline: said('headline-filter-strips') }), 'unknowable'],
    ['a headline of a later version', digestRow({ headline: said('headline-of-tomorrow') }), 'unknowable'],
    ['no tracking', digestRow({ opensReason: 'plain-text', linksReason: 'plain-text' }), 'unknowable'],
    ['links only, and no click', digestRow({ opensReason: 'gave-way' }), 'unknowable'],
  ])('is read from %s', (_, row, sign) => {
    expect(readerSign(row)).toBe(sign);
  });

  it.each([
    [tally({ person: 1, likely: 1 }), 'person'],
    [tally({ likely: 1, machine: 4 }), 'likely'],
    [tally({ machine: 4, unknown: 2 }), null],
  ] as const)('counts %j as a click by %s', (clicks, sign) => {
    expect(clickSign(digestRow({ clicks }))).toBe(sign);
  });
});
