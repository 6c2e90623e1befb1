import type { DigestRow } from '@readback/core';
import * as fc from 'fast-check';
import { digestRowOf } from '../api/fake-api.fixture.ts';
import { foldText } from '../look/fold-text.ts';
import { findMails, indexMails } from './mail-filter.ts';
import type { MailFilter } from './mail-filter-names.ts';
import { timeOfDigest } from './mail-line.ts';

const NOBODY = { person: 0, likely: 0, machine: 0, unknown: 0 };
const headline = (code: string) => ({ code, values: {} });

const clicked = digestRowOf('clicked', { clicks: { ...NOBODY, person: 1 }, opens: { ...NOBODY, person: 1 } });
const likely = digestRowOf('likely', { opens: { ...NOBODY, likely: 2 }, headline: headline('headline-opened-likely') });
const scanned = digestRowOf('scanned', { clicks: { ...NOBODY, machine: 3 }, headline: headline('headline-scanned') });
const silent = digestRowOf('silent', { headline: headline('headline-nothing') });
const apple = digestRowOf('apple', { opens: { ...NOBODY, machine: 1 }, headline: headline('headline-apple') });
const unwatched = digestRowOf('unwatched', { opensReason: 'client', headline: headline('headline-nothing') });
const corrected = digestRowOf('corrected', { corrected: true, headline: headline('headline-scanned') });

const idsOf = (rows: readonly DigestRow[], filter: MailFilter, search = '') =>
  findMails(
    indexMails(rows, (row) => timeOfDigest(row, undefined)),
    filter,
    search,
  ).map(({ id }) => id);

describe('filters of the activity', () => {
  it.each<[MailFilter, string[]]>([
    ['all', ['clicked', 'likely', 'scanned', 'silent', 'apple', 'unwatched', 'corrected']],
    ['clicked', ['clicked']],
    ['opened', ['clicked', 'likely']],
    ['none', ['scanned', 'silent', 'corrected']],
    ['unknowable', ['apple', 'unwatched']],
    ['corrected', ['corrected']],
  ])('%s', (filter, expected) => {
    expect(idsOf([clicked, likely, scanned, silent, apple, unwatched, corrected], filter)).toEqual(expected);
  });

  it('put every mail under exactly one of opened, no sign and unknowable', () => {
    const rows = [clicked, likely, scanned, silent, apple, unwatched, corrected];
    for (const row of rows) {
      expect(
        (['opened', 'none', 'unknowable'] as const).filter((filter) => idsOf([row], filter).length > 0),
      ).toHaveLength(1);
    }
  });

  it('show the latest sign of a person or sending first', () => {
    const rows = [
      digestRowOf('old', { sentAt: '2026-11-01T09:00:00.000Z', lastPersonAt: null }),
      digestRowOf('signed', { sentAt: '2026-11-01T08:00:00.000Z', lastPersonAt: '2026-11-20T09:00:00.000Z' }),
      digestRowOf('new', { sentAt: '2026-11-19T09:00:00.000Z' }),
      digestRowOf('nameless', { sentAt: null }),
    ];
    expect(idsOf(rows, 'all')).toEqual(['signed', 'new', 'old', 'nameless']);
  });
});

describe('search in the activity', () => {
  const row = digestRowOf('m', {
    subject: 'Angebot für Ærø: Straßenbau, ＱＲ',
    recipients: [
      { address: 'jose.munoz@example.com', name: 'José Muñoz' },
      { address: 'zofia@example.pl', name: null },
    ],
  });

  it.each([
    ['angebot', true],
    ['FUR', true],
    ['für', true],
    ['fu\u0308r', true],
    ['aero', true],
    ['strassen', true],
    ['STRASSENBAU', true],
    ['qr', true],
    ['jose munoz', true],
    ['Munoz José', true],
    ['munoz@example', true],
    ['zofia', true],
    ['  angebot   zofia ', true],
    ['angebot anna', false],
    ['offer', false],
    ['.*', false],
    ['(', false],
  ])('for "%s" finds it: %s', (search, isFound) => {
    expect(idsOf([row], 'all', search)).toEqual(isFound ? ['m'] : []);
  });

  it('finds a mail by any part of its subject, whatever case and accents it is typed with', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(30), fc.nat(30), (subject, from, to) => {
        const part = subject.slice(Math.min(from, to), Math.max(from, to));
        const mail = [digestRowOf('m', { subject })];
        expect(idsOf(mail, 'all', subject)).toEqual(['m']);
        for (const typed of [part.normalize('NFD'), part.normalize('NFC')]) {
          if (foldText(subject).includes(foldText(typed))) expect(idsOf(mail, 'all', typed)).toEqual(['m']);
        }
      }),
    );
  });

  it('folds a text that is folded already into itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(foldText(foldText(text))).toBe(foldText(text))),
    );
  });
});
