import * as fc from 'fast-check';
import { REASON_CODES, sayReason } from './say-reason.ts';

/** Values that reasons may hold, as loud as they come. */
const VALUES = [
  {},
  {
    service: 'Slack',
    program: 'Outlook',
    device: 'phone',
    browser: 'Safari',
    claimed: 'Google',
    domain: 'example.com',
    times: 1,
  },
  { times: 2 },
  { times: 7, device: 'desktop' },
  { domain: 'mail.department.example.com', mails: 12, of: 34 },
];

const SENTENCES = REASON_CODES.flatMap((code) =>
  VALUES.flatMap((values) =>
    (['en', 'de'] as const).map((language) => ({ code, language, text: sayReason({ code, values }, language) })),
  ),
);

/** What must never be claimed (open-truth §5f), as it might be worded. */
const NEVER = {
  'a read, by anything that was loaded':
    /\b(has|have|was|were|been|did) read\b(?! can)|\bread (it|by|the mail|your mail)\b|(hat|haben|wurde) .{0,20}gelesen(?! wurde, lässt)/i,
  'that somebody didn’t read':
    /\b(not|never|un)[ -]?(read|opened)\b(?<!mean unread)|nicht (gelesen|geöffnet)|\bungelesen\b/i,
  'how long': /\b(for|during) \d+ (seconds?|minutes?)|\bread for\b|\d+ (Sekunden|Minuten) lang/i,
  'which of several': /\b(recipient|Empfänger)\b.{0,30}\b(opened|clicked|geöffnet|geklickt)/i,
  'a city or a place': /\b(in|from|aus) (Berlin|London|Paris|the city|der Stadt)\b/i,
} as const;

describe('sayReason', () => {
  it.each(SENTENCES)('says $code in $language as a whole sentence', ({ text }) => {
    expect(text).not.toMatch(/undefined|null|NaN|\{|\}|  |\(\)|, ,/);
    expect(text.length).toBeGreaterThan(10);
    expect(text.length).toBeLessThanOrEqual(220);
    expect(text.charAt(0)).toBe(text.charAt(0).toUpperCase());
  });

  it.each(Object.entries(NEVER))('never claims %s', (_what, pattern) => {
    for (const { code, text } of SENTENCES) {
      const allowed = text
        .replace(/whether (it was|a person) read can’t be known/i, '')
        .replace('this does not mean unread', '');
      const german = allowed
        .replace(/ob (die Mail|sie) gelesen wurde, lässt sich nicht feststellen/i, '')
        .replace(/ungelesen muss die Mail deshalb nicht sein/i, '');
      expect(`${code}: ${german}`).not.toMatch(pattern);
    }
  });

  it('says "at least" of every repeated open', () => {
    expect(sayReason({ code: 'headline-opened', values: { times: 3 } }, 'en')).toBe(
      'Opened by a person, at least 3 times',
    );
    expect(sayReason({ code: 'headline-opened', values: { times: 2 } }, 'de')).toBe(
      'Von einem Menschen geöffnet, mindestens zweimal',
    );
  });

  it('names no place and no device for anything that a picture server or a privacy proxy loaded', () => {
    for (const code of [
      'gmail-proxy',
      'apple-relay',
      'service-proxy',
      'gmail-prefetch',
      'proton-prefetch',
      'microsoft-proxy',
    ]) {
      expect(sayReason({ code, values: { device: 'phone', country: 'DE', city: 'Berlin' } }, 'en')).not.toMatch(
        /phone|Berlin|DE\b/,
      );
    }
  });

  it('says a whole sentence whatever the values are', () => {
    const names = ['service', 'program', 'device', 'browser', 'claimed', 'domain', 'times', 'mails', 'of', '__proto__'];
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('constructor', '__proto__', 'toString', '\u202egro.live', '\n\n', '{program}', '%s', '$&'),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1.5, 1e300),
    );
    const values = fc.dictionary(fc.constantFrom(...names), value);
    fc.assert(
      fc.property(fc.constantFrom(...REASON_CODES), values, fc.constantFrom('en', 'de'), (code, given, language) => {
        const text = sayReason({ code, values: given }, language);
        expect(text).not.toMatch(/undefined|NaN|Infinity|function|\[object|[\n\r\t\u202a-\u202e]| {2}/);
        expect(text.length).toBeLessThanOrEqual(300);
      }),
    );
  });

  it.each([
    [{}, 'A program (without a name) loaded it, not a person’s mail app or browser.'],
    [{ program: ' \u200b ' }, 'A program (without a name) loaded it, not a person’s mail app or browser.'],
    [{ program: 'a\nb' }, 'A program (a b) loaded it, not a person’s mail app or browser.'],
  ])('keeps to its sentence with %j', (values, text) => {
    expect(sayReason({ code: 'program', values }, 'en')).toBe(text);
  });

  it('says that an unknown code is unknown', () => {
    expect(sayReason({ code: 'from-the-future', values: {} }, 'en')).toBe(
      'Nothing about it tells whether a person or a program asked.',
    );
    expect(sayReason({ code: 'constructor', values: {} }, 'de')).toContain('Nichts daran verrät');
  });
});
