import { linkMark } from '@readback/core';
import type { DraftState, SentState } from '@readback/core';
import { identify } from './identify.ts';
import type { MessageSight } from './identify.ts';
import type { OwnTrace } from './own-traces.ts';

const ME = 'me@contoso.com';
const NEWER = 'f0'.repeat(12);
const OLDER = 'fa'.repeat(12);
const OLDEST = 'ff'.repeat(12);

const trace = (messageId: string): OwnTrace => ({ messageId, verified: true, picture: true, links: [] });
const holding = (...ids: string[]) => ({ own: ids.map(trace), foreign: false });

const sent: SentState = {
  at: 1,
  subject: linkMark('Offer'),
  opens: true,
  links: true,
  opensReason: null,
  linksReason: null,
  pixelPlace: 'end',
};
const draft = (messageId: string, over: Partial<DraftState> = {}): DraftState => ({
  messageId,
  opens: null,
  links: null,
  leave: [],
  scheduled: true,
  conversationId: null,
  sent,
  ...over,
});

const sight = (over: Partial<MessageSight>): MessageSight => ({
  subject: 'Offer',
  from: ME,
  traces: holding(),
  draft: null,
  ...over,
});
const anna = { from: 'anna@example.com' };

describe('what a message that is read is', () => {
  it.each([
    ['a mail of somebody', sight(anna), 'received'],
    ['tracked by a colleague', sight({ ...anna, traces: { own: [], foreign: true } }), 'foreign'],
    ['a reply that quotes an own mail', sight({ ...anna, traces: holding(OLDER) }), 'reply'],
    [
      'a reply of a colleague who tracks too',
      sight({ ...anna, traces: { ...holding(OLDER), foreign: true } }),
      'reply',
    ],
    ['without a sender yet', sight({ from: null, traces: holding(OLDER) }), 'draft'],
    ['whose text Outlook keeps back', sight({ ...anna, traces: null }), 'unreadable'],
    ['from the own address', sight({}), 'own'],
    ['from the own address in capitals', sight({ from: 'ME@Contoso.com' }), 'own'],
    ['own, with the text kept back', sight({ traces: null }), 'own'],
    ['sent as somebody else', sight({ ...anna, traces: holding(NEWER), draft: draft(NEWER) }), 'own'],
    ['sent as somebody else, picture lost', sight({ ...anna, draft: draft(NEWER) }), 'own'],
  ])('%s', (_, seen, kind) => {
    expect(identify(seen, ME).kind).toBe(kind);
  });

  it('leads from a reply to the newest mail that it quotes', () => {
    expect(identify(sight({ ...anna, traces: holding(NEWER, OLDER) }), ME)).toEqual({
      kind: 'reply',
      messageId: NEWER,
    });
  });

  it.each([
    ['the newest URL first', holding(NEWER, OLDER), null, [NEWER, OLDER]],
    ['the property where there is no URL', holding(), draft(NEWER), [NEWER]],
    ['the property first where it is newer than what the mail quotes', holding(OLDER), draft(NEWER), [NEWER, OLDER]],
    ['the URL where the property was inherited', holding(NEWER), draft(OLDEST), [NEWER]],
    ['once, where both agree', holding(NEWER), draft(NEWER), [NEWER]],
    ['the property where the text is kept back', null, draft(NEWER), [NEWER]],
  ])('asks for %s', (_, traces, property, candidates) => {
    expect(identify(sight({ traces, draft: property }), ME)).toMatchObject({ kind: 'own', candidates });
  });

  it("takes the send handler's note for this mail only under the subject it was made for", () => {
    expect(identify(sight({ draft: draft(NEWER) }), ME)).toMatchObject({ note: { messageId: NEWER, opens: true } });
    expect(identify(sight({ subject: 'FW: Offer', draft: draft(NEWER) }), ME)).toMatchObject({ note: null });
  });

  it.each([
    ['Send was never pressed', draft(NEWER, { sent: null }), holding(), true],
    ['the picture stands in it all the same', draft(NEWER, { sent: null }), holding(NEWER), false],
    ['Send was pressed', draft(NEWER), holding(), false],
    ['Readback never saw it', null, holding(), false],
  ])('counts as unsent or not: %s', (_, property, traces, unsent) => {
    expect(identify(sight({ draft: property, traces }), ME)).toMatchObject({ unsent });
  });
});
