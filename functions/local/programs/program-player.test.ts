import { createSigner } from '@readback/core';
import type { TrayEntry } from '../post/mail-tray.ts';
import { createKnocker } from './knock.ts';
import type { Knock } from './knock.ts';
import { createProgramPlayer } from './program-player.ts';
import type { Play } from './program-shapes.ts';
import { isProgramId, RECIPIENT_PROGRAMS } from './recipient-programs.ts';
import { PROGRAM_EVENTS } from './program-shapes.ts';

const ORIGIN = 'https://track.contoso.example';
const ADA = 'ada@fabrikam.example';
const ID = new Uint8Array(12).fill(7);

const signer = createSigner({
  origin: ORIGIN,
  mailboxId: new Uint8Array(8).fill(1),
  key: new Uint8Array(32).fill(2),
  epoch: 0,
  generation: 0,
});
const PIXEL = signer.pixelUrl(ID);
const link = (position: number) => signer.linkUrl(ID, position, `https://a.example/${position}`);

const MAIL = `<p><a href="${link(0)}">one</a><a href="https://elsewhere.example/">no</a><a href="${link(1)}">two</a>
  <img src="https://elsewhere.example/logo.png"></p><img src="${PIXEL}" width="1" height="1">`;

function entryOf(body: string, format: 'html' | 'text' = 'html'): TrayEntry {
  const person = { name: '', address: 'x@y.example' };
  const mail = { id: '1', receivedAt: 0, recipients: [ADA], from: person, to: [], cc: [], subject: '', format, body };
  const rest = { text: '', attachments: [], pictures: {}, internetMessageId: '<1>', conversationId: '', sentAt: 0 };
  return { mail: { ...mail, ...rest }, raw: Buffer.alloc(0) };
}

/** A player whose clock goes only while it waits. */
function createStage() {
  const knocks: (Knock & { at: number })[] = [];
  let time = 0;
  const player = createProgramPlayer({
    trackingOrigin: ORIGIN,
    now: () => time,
    wait: async (delayMs) => {
      expect(delayMs).toBeGreaterThanOrEqual(0);
      time += delayMs;
    },
    knock: async (knock) => {
      knocks.push({ ...knock, at: time });
      return { status: 200, goesTo: null };
    },
  });
  const entry = entryOf(MAIL);
  const play = (given: Partial<Play> & Pick<Play, 'program' | 'what'>) =>
    player.play(entry, { mailbox: ADA, link: null, ...given });
  return { player, knocks, play, entry };
}

const agents = (knocks: readonly Knock[]) => knocks.map(({ headers }) => headers['user-agent'] ?? '');

describe('a program that is played', () => {
  it.each([
    ['outlook-classic', 0, 0, 1],
    ['outlook-web', 0, 1, null],
    ['outlook-safe-links', 0, 0, 1],
    ['apple-mail-private', 1, 0, null],
    ['apple-mail', 0, 1, null],
    ['gmail', 0, 1, null],
    ['gmail-prefetching', 1, 1, null],
    ['yahoo', 0, 4, null],
    ['thunderbird', 0, 0, 1],
    ['microsoft-delivery-scan', 3, 0, null],
    ['gateway-delivery-scan', 2, 0, null],
  ] as const)(
    'as %s asks %d times when the mail arrives, %d when it is shown',
    async (program, arrive, display, load) => {
      const { play, knocks } = createStage();
      await play({ program, what: 'arrive' });
      expect(knocks).toHaveLength(arrive);
      await play({ program, what: 'display' });
      expect(knocks).toHaveLength(arrive + display);
      const loaded = await play({ program, what: 'show-pictures' });
      expect(loaded.ok).toBe(load !== null);
      expect(knocks).toHaveLength(arrive + display + (load ?? 0));
    },
  );

  it('arrives once', async () => {
    const { play, knocks } = createStage();
    await play({ program: 'microsoft-delivery-scan', what: 'arrive' });
    await play({ program: 'microsoft-delivery-scan', what: 'arrive' });
    expect(knocks).toHaveLength(3);
    await play({ program: 'microsoft-delivery-scan', what: 'arrive', mailbox: 'ben@fabrikam.example' });
    expect(knocks).toHaveLength(6);
  });

  it.each(['gmail', 'yahoo', 'apple-mail-private', 'gmail-prefetching'])(
    'as %s shows from its store what it loaded once, in each mailbox',
    async (program) => {
      const { play, knocks } = createStage();
      await play({ program, what: 'display' });
      const first = knocks.length;
      expect(first).toBeGreaterThan(0);
      await play({ program, what: 'display' });
      expect(knocks).toHaveLength(first);
      await play({ program, what: 'display', mailbox: 'ben@fabrikam.example' });
      expect(knocks).toHaveLength(2 * first);
    },
  );

  it('as Apple Mail with privacy protection loads at display what didn’t come before, through the same proxy', async () => {
    const { play, knocks } = createStage();
    await play({ program: 'apple-mail-private', what: 'display' });
    expect(agents(knocks)).toEqual(['Mozilla/5.0']);
    expect(knocks[0]?.headers).toEqual({ 'user-agent': 'Mozilla/5.0' });
  });

  it.each(['apple-mail', 'outlook-web'])('as %s loads at every display', async (program) => {
    const { play, knocks } = createStage();
    await play({ program, what: 'display' });
    await play({ program, what: 'display' });
    expect(knocks).toHaveLength(2);
  });

  it('as a delivery scan has opened everything within two seconds, however many links there are', async () => {
    const { player, knocks } = createStage();
    const many = Array.from({ length: 60 }, (_, position) => `<a href="${link(position)}">x</a>`).join('');
    await player.play(entryOf(`${many}<img src="${PIXEL}">`), {
      program: 'microsoft-delivery-scan',
      what: 'arrive',
      mailbox: ADA,
      link: null,
    });
    expect(knocks).toHaveLength(61);
    expect(Math.max(...knocks.map(({ at }) => at))).toBeLessThanOrEqual(2_000);
    expect(new Set(knocks.map(({ url }) => url)).size).toBe(61);
  });

  it('with Safe Links lets Microsoft look first, from elsewhere, at the link that is clicked', async () => {
    const { play, knocks } = createStage();
    await play({ program: 'outlook-safe-links', what: 'click', link: 1 });
    expect(knocks.map(({ url }) => url)).toEqual([link(1), link(1)]);
    expect(agents(knocks)).toEqual([expect.stringContaining('Chrome/97.'), expect.stringContaining(' Edg/')]);
    const [scan, person] = knocks;
    expect((person?.at ?? 0) - (scan?.at ?? 0)).toBeLessThanOrEqual(5_000);
    expect(scan?.address).not.toBe(person?.address);
  });

  it('has the person’s browser and mail program come from one address', async () => {
    const { play, knocks } = createStage();
    await play({ program: 'thunderbird', what: 'show-pictures' });
    await play({ program: 'thunderbird', what: 'click', link: 0 });
    expect(new Set(knocks.map(({ address }) => address)).size).toBe(1);
  });

  it.each(['slack', 'teams'])('as %s only looks at the link that is pasted', async (program) => {
    const { play, knocks } = createStage();
    expect((await play({ program, what: 'click', link: 0 })).ok).toBe(false);
    await play({ program, what: 'paste', link: 0 });
    expect(knocks.map(({ url }) => url)).toEqual([link(0)]);
  });

  it.each([
    [{ program: 'nobody', what: 'display' }, 'no-event'],
    [{ program: 'toString', what: 'display' }, 'no-event'],
    [{ program: 'gmail', what: 'show-pictures' }, 'no-event'],
    [{ program: 'gmail', what: 'click' }, 'no-link'],
    [{ program: 'gmail', what: 'click', link: 2 }, 'no-link'],
  ] as const)('refuses %j', async (given, reason) => {
    const { play, knocks } = createStage();
    expect(await play(given)).toEqual({ ok: false, reason });
    expect(knocks).toEqual([]);
  });

  it('asks for nothing but the tracking origin, whatever stands in the mail', async () => {
    const { play, knocks } = createStage();
    for (const program of Object.keys(RECIPIENT_PROGRAMS).filter(isProgramId)) {
      for (const what of PROGRAM_EVENTS) {
        for (const position of [0, 1, 2]) await play({ program, what, link: position });
      }
    }
    expect(knocks.length).toBeGreaterThan(30);
    for (const { url } of knocks) expect([PIXEL, link(0), link(1)]).toContain(url);
  });

  it('asks for nothing in plain text', async () => {
    const { player, knocks } = createStage();
    const entry = entryOf(`${PIXEL} ${link(0)}`, 'text');
    await player.play(entry, { program: 'gmail', what: 'display', mailbox: ADA, link: null });
    expect(knocks).toEqual([]);
    expect(player.look(entry, ADA)).toEqual({ pictures: 0, links: [], log: [] });
  });

  it('writes down what was asked, each mailbox by itself', async () => {
    const { player, play, entry } = createStage();
    await play({ program: 'gmail', what: 'display' });
    await play({ program: 'gmail', what: 'click', link: 1 });
    expect(player.look(entry, ADA)).toMatchObject({
      pictures: 1,
      links: [
        { url: link(0), text: 'one', destination: 'https://a.example/0' },
        { url: link(1), text: 'two', destination: 'https://a.example/1' },
      ],
      log: [
        {
          program: 'gmail',
          what: 'display',
          by: 'gmail-pictures',
          kind: 'picture',
          link: null,
          asn: 15169,
          status: 200,
        },
        { program: 'gmail', what: 'click', by: 'chrome', kind: 'link', link: 1, asn: 3320 },
      ],
    });
    expect(player.look(entry, 'ben@fabrikam.example').log).toEqual([]);
  });
});

describe('createKnocker', () => {
  it.each([
    'https://evil.example/o/x',
    'http://localhost:7072/o/x',
    'https://localhost:7071/o/x',
    'http://localhost:7071@evil.example/o/x',
  ])('never asks for %s', async (url) => {
    const knock = createKnocker('http://localhost:7071', 'http://localhost:7071');
    await expect(knock({ url, headers: {}, address: '203.0.113.1' })).rejects.toThrow('Only the tracking origin');
  });
});
