import fc from 'fast-check';
import { decideTracking, MAX_WRITABLE_BODY } from './decide-tracking.ts';
import type { BodyFacts, DraftFacts, MailUntrackedReason } from './decide-tracking.ts';
import { accessOf } from './mailbox.fixture.ts';
import { DEFAULT_CLIENTS } from './settings.ts';
import type { ClientName, TenantSettings } from './settings.ts';

const plainBody: BodyFacts = {
  length: 2_000,
  reply: false,
  images: 'none',
  holdsPixel: false,
  holdsOwn: false,
  trackableLinks: 2,
};

/** A new mail with two links, sent by its owner; `body` as at Send. */
function factsOf(client: ClientName, change: Partial<DraftFacts> = {}, body: Partial<BodyFacts> = {}): DraftFacts {
  return {
    stage: 'send',
    client,
    mailbox: accessOf(),
    switches: { opens: null, links: null },
    scheduled: false,
    format: 'html',
    sender: 'own',
    label: 'none',
    attachments: 'local',
    body: { ...plainBody, ...body },
    ...change,
  };
}

const company = (change: Partial<TenantSettings>): Partial<DraftFacts> => ({ mailbox: accessOf(change) });

describe('decideTracking, the mail as a whole', () => {
  it.each<[string, Partial<DraftFacts>, MailUntrackedReason]>([
    ['no key is stored', { mailbox: null }, 'no-key'],
    ['the company only listens', company({ tracking: 'listen-only' }), 'company'],
    ['the company switched tracking off', company({ tracking: 'off' }), 'company'],
    ['somebody else is the sender', { sender: 'other' }, 'other-sender'],
    ['Outlook does not say who the sender is', { sender: 'unreadable' }, 'sender-unreadable'],
    ['a label may protect it', { label: 'protecting' }, 'label'],
    ['Outlook does not say which label it has', { label: 'unreadable' }, 'label-unreadable'],
    ['it is plain text', { format: 'text' }, 'plain-text'],
    ['its format is unknown', { format: 'unreadable' }, 'body-unreadable'],
    ['its body cannot be read', { body: 'unreadable' }, 'body-unreadable'],
  ])('leaves it alone when %s', (_, change, reason) => {
    expect(decideTracking(factsOf('classic', change))).toEqual({
      opens: { way: 'none', reason },
      links: { on: false, reason },
      schedule: false,
      write: false,
    });
  });

  it('takes the mails of other senders where the company allows it', () => {
    const decision = decideTracking(factsOf('classic', { ...company({ otherSenders: true }), sender: 'other' }));
    expect(decision.links.on).toBe(true);
  });

  it('takes a mail whose label the company called harmless', () => {
    expect(decideTracking(factsOf('classic', { label: 'harmless' })).links.on).toBe(true);
  });
});

describe('decideTracking, who switched it off', () => {
  const personal = { opens: false, links: false };

  it.each<[string, Partial<DraftFacts>, MailUntrackedReason | null, MailUntrackedReason | null]>([
    ['nobody', {}, null, null],
    ['the company, opens', company({ opens: false }), 'company', null],
    ['the company, links', company({ links: false }), null, 'company'],
    ['the person by default', { mailbox: { ...accessOf(), personal } }, 'personal', 'personal'],
    ['the sender, opens', { switches: { opens: false, links: null } }, 'mail', null],
    ['the sender, links', { switches: { opens: null, links: false } }, null, 'mail'],
    [
      'the person by default, but the sender wants this one',
      { mailbox: { ...accessOf(), personal }, switches: { opens: true, links: true } },
      null,
      null,
    ],
    [
      'the company, though the sender wants it',
      { ...company({ opens: false, links: false }), switches: { opens: true, links: true } },
      'company',
      'company',
    ],
  ])('%s', (_, change, opens, links) => {
    const decision = decideTracking(factsOf('classic', change));
    expect([decision.opens.reason, decision.links.reason]).toEqual([opens, links]);
    expect([decision.opens.way === 'none', decision.links.on]).toEqual([opens !== null, links === null]);
  });
});

type Row = [string, Partial<DraftFacts>, Partial<BodyFacts>, string, string, boolean];

/** Columns: case, facts, body, opens, links, whether the body is written. Reasons stand behind a colon. */
function check(client: ClientName, rows: readonly Row[]): void {
  it.each(rows)('%s', (_, facts, body, opens, links, write) => {
    const decision = decideTracking(factsOf(client, facts, body));
    expect({ opens: say(decision.opens), links: say(decision.links), write: decision.write }).toEqual({
      opens,
      links,
      write,
    });
  });
}

function say({ way, on, reason }: { way?: string; on?: boolean; reason: string | null }): string {
  return [way ?? (on === true ? 'on' : 'off'), ...(reason === null ? [] : [reason])].join(': ');
}

describe('decideTracking on web and new Outlook, at Send', () => {
  check('web', [
    ['a new mail with links: the picture gives way', {}, { holdsPixel: true }, 'none: gave-way', 'on', true],
    ['a new mail without links', {}, { holdsPixel: true, trackableLinks: 0 }, 'there', 'off: no-links', false],
    ['a reply', {}, { reply: true, holdsPixel: true }, 'there', 'off: reply', false],
    ['a mail with a picture', {}, { images: 'absolute', holdsPixel: true }, 'there', 'off: images', false],
    ['a mail with a pasted picture', {}, { images: 'unsafe', holdsPixel: true }, 'there', 'off: unsafe-image', false],
    ['a cloud attachment', { attachments: 'cloud' }, { holdsPixel: true }, 'there', 'off: cloud-attachment', false],
    ['no time left to write', { late: true }, { holdsPixel: true }, 'there', 'off: too-slow', false],
    ['scheduled, but not in the body', { scheduled: true }, { reply: true }, 'append: not-seen', 'off: reply', false],
    ['never scheduled', {}, { reply: true }, 'none: not-scheduled', 'off: reply', false],
    [
      'opens off, picture in a reply already',
      { switches: { opens: false, links: null } },
      { reply: true, holdsPixel: true },
      'none: mail',
      'off: reply',
      false,
    ],
    [
      'all off, picture there',
      { switches: { opens: false, links: false } },
      { holdsPixel: true },
      'none: mail',
      'off: mail',
      true,
    ],
    [
      'links off, own links from an undone send',
      { switches: { opens: null, links: false } },
      { holdsPixel: true, holdsOwn: true },
      'there',
      'off: mail',
      false,
    ],
    [
      'the company wants no write at send',
      company({ tracking: 'opens' }),
      { holdsPixel: true },
      'there',
      'off: company',
      false,
    ],
  ]);
});

describe('decideTracking on classic Outlook, at Send', () => {
  check('classic', [
    ['a new mail', {}, { holdsPixel: true }, 'there', 'on', true],
    ['a reply', {}, { reply: true, holdsPixel: true }, 'there', 'on', true],
    ['a picture of its own', {}, { images: 'absolute', holdsPixel: true }, 'there', 'on', true],
    ['the picture is missing', {}, {}, 'in-body', 'on', true],
    ['the picture is missing, no links', {}, { trackableLinks: 0 }, 'in-body', 'off: no-links', true],
    [
      'a pasted picture, scheduled',
      { scheduled: true },
      { images: 'unsafe' },
      'append: not-seen',
      'off: unsafe-image',
      false,
    ],
    [
      'too long',
      { scheduled: true },
      { length: MAX_WRITABLE_BODY + 1, holdsPixel: true },
      'there',
      'off: too-long',
      false,
    ],
    ['just not too long', {}, { length: MAX_WRITABLE_BODY, holdsPixel: true }, 'there', 'on', true],
    [
      'attachments unknown',
      { attachments: 'unreadable' },
      { holdsPixel: true },
      'there',
      'off: attachments-unreadable',
      false,
    ],
    [
      'all off, nothing of ours in it',
      { switches: { opens: false, links: false } },
      {},
      'none: mail',
      'off: mail',
      false,
    ],
    [
      'all off, picture there',
      { switches: { opens: false, links: false } },
      { holdsPixel: true },
      'none: mail',
      'off: mail',
      true,
    ],
    [
      'nothing to track, an old picture in the quoted mail',
      {},
      { holdsPixel: true, holdsOwn: true, trackableLinks: 0 },
      'there',
      'off: no-links',
      true,
    ],
    [
      'the company wants no write at send',
      company({ tracking: 'opens' }),
      {},
      'none: not-scheduled',
      'off: company',
      false,
    ],
  ]);
});

describe('decideTracking on Mac, at Send', () => {
  check('mac', [
    ['links: the picture goes into the write', {}, {}, 'in-body', 'on', true],
    ['no links: the picture is prepended', {}, { trackableLinks: 0 }, 'prepend', 'off: no-links', false],
    [
      'an old picture to take out: into that write',
      {},
      { trackableLinks: 0, holdsOwn: true },
      'in-body',
      'off: no-links',
      true,
    ],
    ['a picture that a write would lose', {}, { images: 'unsafe' }, 'prepend', 'off: unsafe-image', false],
    ['the company wants no write at send', company({ tracking: 'opens' }), {}, 'none: company', 'off: company', false],
  ]);
});

describe('decideTracking on phones', () => {
  check('mobile', [['any mail', {}, {}, 'none: client', 'off: client', false]]);
});

describe('decideTracking while the mail is written', () => {
  it.each<[ClientName, boolean]>([
    ['web', true],
    ['classic', true],
    ['mac', false],
    ['mobile', false],
  ])('schedules the picture on %s: %s', (client, schedule) => {
    expect(decideTracking(factsOf(client, { stage: 'compose' })).schedule).toBe(schedule);
  });

  it('keeps the picture scheduled though it would give way to the links of the mail as it stands', () => {
    const decision = decideTracking(factsOf('web', { stage: 'compose' }));
    expect(decision.opens.reason).toBe('gave-way');
    expect(decision.schedule).toBe(true);
  });

  it.each<[string, Partial<DraftFacts>]>([
    ['the sender switched opens off', { switches: { opens: false, links: null } }],
    ['the mail is plain text', { format: 'text' }],
    ['somebody else is the sender', { sender: 'other' }],
  ])('takes the picture back when %s', (_, change) => {
    expect(decideTracking(factsOf('web', { stage: 'compose', ...change })).schedule).toBe(false);
  });

  it('does not append a picture that came back with an undone send', () => {
    expect(decideTracking(factsOf('web', { stage: 'compose' }, { holdsPixel: true, reply: true }))).toMatchObject({
      schedule: false,
      opens: { way: 'there', reason: null },
    });
  });

  it('takes facts that nobody looked at for harmless', () => {
    const { stage, client, mailbox, switches, scheduled } = factsOf('classic', { stage: 'compose' });
    expect(decideTracking({ stage, client, mailbox, switches, scheduled })).toEqual({
      opens: { way: 'append', reason: null },
      links: { on: true, reason: null },
      schedule: true,
      write: true,
    });
  });
});

const anyBody = fc.record<BodyFacts>({
  length: fc.nat(MAX_WRITABLE_BODY * 2),
  reply: fc.boolean(),
  images: fc.constantFrom('none', 'absolute', 'unsafe'),
  holdsPixel: fc.boolean(),
  holdsOwn: fc.boolean(),
  trackableLinks: fc.nat(3),
});

const anyFacts = fc.record<DraftFacts>({
  stage: fc.constantFrom('compose', 'send'),
  client: fc.constantFrom('web', 'classic', 'mac', 'mobile'),
  mailbox: fc.record({
    settings: fc
      .record({
        tracking: fc.constantFrom('on', 'opens', 'listen-only', 'off'),
        opens: fc.boolean(),
        links: fc.boolean(),
        otherSenders: fc.boolean(),
        clients: fc.constantFrom(DEFAULT_CLIENTS, { ...DEFAULT_CLIENTS, web: DEFAULT_CLIENTS.classic }),
      } as const)
      .map((change) => accessOf(change).settings),
    personal: fc.record({ opens: fc.boolean(), links: fc.boolean() }),
  }),
  switches: fc.record({ opens: fc.option(fc.boolean()), links: fc.option(fc.boolean()) }),
  scheduled: fc.boolean(),
  format: fc.constantFrom('html', 'text', 'unreadable'),
  sender: fc.constantFrom('own', 'other', 'unreadable'),
  label: fc.constantFrom('none', 'harmless', 'protecting', 'unreadable'),
  attachments: fc.constantFrom('local', 'cloud', 'unreadable'),
  body: fc.oneof(fc.constant('unreadable' as const), anyBody),
});

describe('decideTracking, whatever the facts', () => {
  const harm: readonly ((facts: DraftFacts) => DraftFacts)[] = [
    (facts) => ({ ...facts, attachments: 'cloud' }),
    (facts) => ({ ...facts, attachments: 'unreadable' }),
    (facts) => ({ ...facts, format: 'text' }),
    (facts) => ({ ...facts, body: 'unreadable' }),
    (facts) => ({ ...facts, body: { ...plainBody, images: 'unsafe' } }),
    (facts) => ({ ...facts, body: { ...plainBody, length: MAX_WRITABLE_BODY + 1 } }),
  ];

  it('never writes where a write could harm the mail', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...harm), (facts, spoil) => {
        expect(decideTracking(spoil(facts)).write).toBe(false);
      }),
    );
  });

  it('never writes a body with a picture on web and new Outlook', () => {
    fc.assert(
      fc.property(anyFacts, anyBody, (facts, body) => {
        const mail = factsOf('web', { switches: facts.switches, scheduled: facts.scheduled }, body);
        const { write, opens } = decideTracking(mail);
        const holdsPicture = opens.way === 'there' || opens.way === 'in-body' || body.images !== 'none';
        expect(write && (holdsPicture || body.reply)).toBe(false);
      }),
    );
  });

  it('says why wherever something is not tracked, and only there', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { opens, links } = decideTracking(facts);
        expect(links.on).toBe(links.reason === null);
        if (opens.reason !== 'not-seen') expect(opens.way === 'none').toBe(opens.reason !== null);
      }),
    );
  });
});
