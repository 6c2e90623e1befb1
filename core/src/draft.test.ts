import fc from 'fast-check';
import { MAIL_UNTRACKED_REASONS } from './decide-tracking.ts';
import { formatDraft, isOwnDraft, linkMark, MAX_DRAFT_TEXT, mergeDrafts, newDraft, parseDraft } from './draft.ts';
import type { DraftSight, DraftState, SentState } from './draft.ts';

const messageId = '0102030405060708090a0b0c';
const pressedAt = Date.UTC(2026, 10, 21, 9);
const second = 1_000;

const sent: SentState = {
  at: pressedAt,
  subject: linkMark('Offer'),
  opens: true,
  links: false,
  opensReason: null,
  linksReason: 'unsafe-image',
  pixelPlace: 'end',
};

const anyDraft = fc.record<DraftState>({
  messageId: fc.constant(messageId),
  opens: fc.option(fc.boolean()),
  links: fc.option(fc.boolean()),
  leave: fc.array(fc.webUrl().map(linkMark), { maxLength: 20 }),
  scheduled: fc.boolean(),
  conversationId: fc.option(fc.string({ maxLength: 100 })),
  sent: fc.option(
    fc.record<SentState>({
      at: fc.nat(),
      subject: fc.string().map(linkMark),
      opens: fc.boolean(),
      links: fc.boolean(),
      opensReason: fc.option(fc.constantFrom(...MAIL_UNTRACKED_REASONS)),
      linksReason: fc.option(fc.constantFrom(...MAIL_UNTRACKED_REASONS)),
      pixelPlace: fc.option(fc.constantFrom('before-history', 'end', 'start')),
    }),
  ),
});

describe('a draft as text', () => {
  it('comes back as it was', () => {
    fc.assert(fc.property(anyDraft, (draft) => expect(parseDraft(formatDraft(draft))).toEqual(draft)));
  });

  it('fits into the custom properties, however many links were switched off', () => {
    const leave = Array.from({ length: 500 }, (_, at) => linkMark(`https://contoso.com/${at}`));
    const text = formatDraft({ ...newDraft(messageId), leave, sent });
    expect(text.length).toBeLessThanOrEqual(MAX_DRAFT_TEXT);
    expect(parseDraft(text)).toMatchObject({ links: false, leave: [] });
  });

  it('keeps the switches of some 200 links apart', () => {
    const leave = Array.from({ length: 200 }, (_, at) => linkMark(`https://contoso.com/${at}`));
    expect(parseDraft(formatDraft({ ...newDraft(messageId), leave }))).toMatchObject({ links: null, leave });
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['an id of 11 bytes', `{"messageId":"${messageId.slice(2)}","leave":[]}`],
    ['an id in capitals', `{"messageId":"${messageId.toUpperCase()}","leave":[]}`],
    ['no list of links', `{"messageId":"${messageId}"}`],
    ['a number among the links', `{"messageId":"${messageId}","leave":[1]}`],
  ])('is not read from %s', (_, text) => {
    expect(parseDraft(text)).toBeNull();
  });

  it('reads words of a later version as nothing said', () => {
    const text = JSON.stringify({
      messageId,
      leave: [],
      opens: 'perhaps',
      sent: { ...sent, opensReason: 'x', pixelPlace: 'y' },
    });
    expect(parseDraft(text)).toEqual({
      ...newDraft(messageId),
      sent: { ...sent, opensReason: null, pixelPlace: null },
    });
  });
});

describe('the entries of a session', () => {
  const other = 'a1a2a3a4a5a6a7a8a9aaabac';
  const handlers: DraftState = { ...newDraft(messageId), opens: true, sent };
  const pane: DraftState = { ...newDraft(other), links: true };
  const switched: DraftState = {
    ...newDraft(other),
    opens: false,
    links: null,
    leave: [linkMark('https://contoso.com/')],
  };

  it.each<[string, (DraftState | null)[], DraftState | null]>([
    ['none', [null, null, null], null],
    ['the handlers’ alone', [handlers, null, null], handlers],
    ['the pane’s alone, where no handler ran', [null, pane, null], pane],
    ['both: the handlers have the id', [handlers, pane, null], handlers],
    [
      'a switch: it was pressed last',
      [handlers, pane, switched],
      { ...handlers, opens: false, links: null, leave: switched.leave },
    ],
    [
      'a picture that the pane handed over',
      [handlers, { ...pane, scheduled: true }, null],
      { ...handlers, scheduled: true },
    ],
    [
      'a picture that a handler handed over',
      [{ ...handlers, scheduled: true }, pane, null],
      { ...handlers, scheduled: true },
    ],
  ])('make one state: %s', (_, [first = null, second = null, third = null], merged) => {
    expect(mergeDrafts(first, second, third)).toEqual(merged);
  });
});

describe('linkMark', () => {
  it('is 6 characters that fit into any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(linkMark(text)).toMatch(/^[\w-]{6}$/)));
  });

  it('tells destinations apart that differ in one character', () => {
    expect(linkMark('https://contoso.com/a')).not.toBe(linkMark('https://contoso.com/b'));
  });
});

describe('isOwnDraft', () => {
  const unsent: DraftState = { ...newDraft(messageId), conversationId: 'c1' };
  const returned: DraftState = { ...unsent, sent };
  const sight: DraftSight = { conversationId: 'c1', subject: 'Offer', now: pressedAt + 8 * second, holdsPixel: false };

  it.each<[string, DraftState, Partial<DraftSight>, boolean]>([
    ['a draft opened again days later', unsent, { now: pressedAt + 400_000 * second }, true],
    [
      'a reply whose subject, and so its conversation, changed',
      unsent,
      { conversationId: 'c2', subject: 'Other' },
      true,
    ],
    ['the forward of a mail that went out without the send handler', unsent, { holdsPixel: true }, false],
    ['an undone send', returned, { holdsPixel: true }, true],
    ['an undone send of a mail that was never saved', { ...returned, conversationId: null }, {}, true],
    ['a forward right after Send: another subject', returned, { subject: 'FW: Offer' }, false],
    ['a forward in another conversation', returned, { conversationId: 'c2' }, false],
    ['"Resend this message" a day later', returned, { now: pressedAt + 86_400 * second }, false],
  ])('%s', (_, state, change, own) => {
    expect(isOwnDraft(state, { ...sight, ...change })).toBe(own);
  });
});
