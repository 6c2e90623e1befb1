import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MessageDetail, Verdict } from '@readback/core';
import { createSigner } from '@readback/core';
import { ask, newMessage, openMailbox, register } from '../local-sender.fixture.ts';
import type { Sender } from '../local-sender.fixture.ts';
import { startLocal } from '../start-local.ts';
import type { LocalApp } from '../start-local.ts';
import { createKnocker } from './knock.ts';
import type { Asked, PlayedMail, ProgramEvent } from './program-shapes.ts';
import { REQUESTERS } from './requesters.ts';

/** Plays programs against the bundle that is deployed: `npm run build` comes first. */

const ANNA = { oid: 'aaaaaaaa-0000-4000-8000-000000000001', address: 'anna@contoso.example' };
const ADA = 'ada.park@fabrikam.example';

const HOUR_MS = 3_600_000;

describe('a request as it is sent', () => {
  let server: Server;
  let origin: string;
  const seen: { method: string; url: string; headers: IncomingHttpHeaders }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
      response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end();
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    origin = `http://127.0.0.1:${port}`;
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it.each(Object.entries(REQUESTERS))('carries the headers of %s, an address and no more', async (_, { headers }) => {
    const knock = createKnocker(origin, 'https://track.contoso.example');
    const url = 'https://track.contoso.example/o/abc.%2B?x=1';
    expect(await knock({ url, headers, address: '198.51.100.7' })).toEqual({
      status: 302,
      goesTo: 'http://127.0.0.1:1/elsewhere',
    });
    const { connection: _connection, ...sent } = seen.at(-1)?.headers ?? {};
    expect(sent).toEqual({ ...headers, host: 'track.contoso.example', 'x-local-client-ip': '198.51.100.7' });
    expect(seen.at(-1)).toMatchObject({ method: 'GET', url: '/o/abc.%2B?x=1' });
  });
});

describe('a program that is played against the built app', () => {
  let app: LocalApp;
  let anna: Sender;

  beforeAll(async () => {
    app = await startLocal({ port: 0, dataDir: null });
    anna = await openMailbox(app, ANNA);
  });

  afterAll(() => app.stop());

  /** A tracked mail that was sent some time ago, in Ada's mailbox. */
  async function deliver(ageMs: number, linkCount = 2): Promise<{ mail: string; message: string }> {
    const { id, hex } = newMessage();
    const links = Array.from({ length: linkCount }, (_, position) => ({
      position,
      destination: `https://example.com/${position}`,
    }));
    const words = { opens: true, links: true, ageMs, subject: 'Offer', trackedLinks: links };
    const recipients = [{ address: ADA, name: 'Ada Park' }];
    expect((await register(app, anna, id, { ...words, recipients })).status).toBe(200);
    const anchors = links.map(
      ({ position, destination }) => `<a href="${anna.signer.linkUrl(id, position, destination)}">link ${position}</a>`,
    );
    const body = `<html><body><p>${anchors.join(' ')}</p><img src="${anna.signer.pixelUrl(id)}" width="1" height="1" border="0" alt=""></body></html>`;
    const posted = {
      from: { name: 'Anna', address: ANNA.address },
      to: [{ name: 'Ada Park', address: ADA }],
      cc: [],
      bcc: [],
      subject: 'Offer',
      format: 'html',
      body,
      attachments: [],
      pictures: {},
      internetMessageId: `<${hex}@contoso.example>`,
      conversationId: hex,
      sentAt: Date.now() - ageMs,
      deliverAfter: null,
    };
    const answer = await ask(app, '/local/mail', { method: 'POST', body: JSON.stringify(posted) });
    const { id: mail } = await answer.json();
    return { mail, message: hex };
  }

  async function play(mail: string, program: string, what: ProgramEvent, link?: number): Promise<Asked[]> {
    const body = JSON.stringify({ program, what, mailbox: ADA, link });
    const answer = await ask(app, `/local/mail/${mail}/open-as`, { method: 'POST', body });
    expect(answer.status).toBe(200);
    return (await answer.json()).asked;
  }

  async function judged(message: string): Promise<MessageDetail> {
    const answer = await ask(app, `/api/messages/${message}`, { headers: anna.headers });
    expect(answer.status).toBe(200);
    return await answer.json();
  }

  /** Kind of hit, who is behind it and why, the oldest first. */
  function verdicts({ hits }: MessageDetail): [kind: string, actor: Verdict['actor'], reason: string][] {
    return hits
      .map(({ kind, verdict }): [string, Verdict['actor'], string] => [kind, verdict.actor, verdict.reason.code])
      .reverse();
  }

  it.each<[string, ProgramEvent[], number, ReturnType<typeof verdicts>]>([
    ['outlook-classic', ['arrive', 'display'], HOUR_MS, []],
    [
      'outlook-classic',
      ['show-pictures', 'click'],
      HOUR_MS,
      [
        ['open', 'person', 'opened-in'],
        ['click', 'person', 'clicked-in'],
      ],
    ],
    [
      'outlook-web',
      ['display', 'click'],
      HOUR_MS,
      [
        ['open', 'image-proxy', 'microsoft-proxy'],
        ['click', 'person', 'clicked-in'],
      ],
    ],
    ['outlook-web', ['display'], 10_000, [['open', 'scanner', 'microsoft-check']]],
    [
      'outlook-safe-links',
      ['click'],
      HOUR_MS,
      [
        ['click', 'scanner', 'safe-links'],
        ['click', 'person', 'clicked-in'],
      ],
    ],
    ['apple-mail-private', ['arrive', 'display'], 0, [['open', 'prefetch', 'apple-relay']]],
    [
      'apple-mail-private',
      ['arrive', 'click'],
      HOUR_MS,
      [
        ['open', 'prefetch', 'apple-relay'],
        ['click', 'person', 'clicked-in'],
      ],
    ],
    [
      'apple-mail',
      ['arrive', 'display', 'click'],
      HOUR_MS,
      [
        ['open', 'person', 'opened-in'],
        ['click', 'person', 'clicked-in'],
      ],
    ],
    [
      'gmail',
      ['arrive', 'display', 'display', 'click'],
      HOUR_MS,
      [
        ['open', 'image-proxy', 'gmail-proxy'],
        ['click', 'person', 'clicked-in'],
      ],
    ],
    [
      'gmail-prefetching',
      ['arrive', 'display'],
      0,
      [
        ['open', 'prefetch', 'gmail-prefetch'],
        ['open', 'image-proxy', 'gmail-proxy'],
      ],
    ],
    ['yahoo', ['display'], HOUR_MS, Array.from({ length: 4 }, () => ['open', 'image-proxy', 'service-proxy'])],
    ['thunderbird', ['arrive', 'display'], HOUR_MS, []],
    [
      'thunderbird',
      ['show-pictures', 'click'],
      HOUR_MS,
      [
        ['open', 'person', 'opened-in'],
        ['click', 'person', 'clicked-in'],
      ],
    ],
    ['slack', ['display', 'paste'], HOUR_MS, [['click', 'link-preview', 'link-preview']]],
    ['teams', ['display', 'paste'], HOUR_MS, [['click', 'link-preview', 'link-preview']]],
  ])('as %s, %j, is judged for what it is', async (program, events, ageMs, expected) => {
    const { mail, message } = await deliver(ageMs);
    for (const what of events) await play(mail, program, what, 0);
    expect(verdicts(await judged(message))).toEqual(expected);
  });

  it.each(['microsoft-delivery-scan', 'gateway-delivery-scan'])('as %s is nobody', async (program) => {
    const { mail, message } = await deliver(0, 4);
    await play(mail, program, 'arrive');
    const judgement = await judged(message);
    expect(judgement.hits.filter(({ kind }) => kind === 'click')).toHaveLength(4);
    expect(new Set(judgement.hits.map(({ verdict }) => verdict.actor))).toEqual(new Set(['scanner']));
    expect(judgement.headline.code).toBe('headline-scanned');
  });

  it('counts Yahoo’s tries as one open', async () => {
    const { mail, message } = await deliver(HOUR_MS);
    await play(mail, 'yahoo', 'display');
    const { opens, judgement } = await judged(message);
    expect(opens).toBe(4);
    expect(judgement.opens).toEqual({ person: 1, likely: 0, machine: 0, unknown: 0 });
  });

  it('is written down with what it got', async () => {
    const { mail } = await deliver(0);
    await play(mail, 'gmail', 'display');
    await play(mail, 'gmail', 'click', 1);
    const answer = await ask(app, `/local/mail/${mail}/open-as?mailbox=${encodeURIComponent(ADA)}`);
    const look: PlayedMail = await answer.json();
    expect(look).toMatchObject({
      pictures: 1,
      links: [{ text: 'link 0' }, { text: 'link 1', destination: 'https://example.com/1' }],
    });
    expect(look.log).toMatchObject([
      { kind: 'picture', by: 'gmail-pictures', status: 200, goesTo: null, asn: 15169 },
      { kind: 'link', link: 1, by: 'chrome', status: 302, goesTo: 'https://example.com/1' },
    ]);
  });

  it('asks for nothing of another sender’s server', async () => {
    const { id } = newMessage();
    const other = createSigner({
      origin: 'http://localhost:1',
      mailboxId: new Uint8Array(8),
      key: new Uint8Array(32),
      epoch: 0,
      generation: 0,
    });
    const { mail } = await deliver(0, 0);
    const raw = await (await ask(app, `/local/mail/${mail}`)).json();
    const body = `<img src="${other.pixelUrl(id)}"><a href="${other.linkUrl(id, 0, 'https://example.com/')}">x</a><img src="http://localhost:1/x.png">`;
    const answer = await ask(app, '/local/mail', {
      method: 'POST',
      body: JSON.stringify({ ...raw, bcc: [], deliverAfter: null, body }),
    });
    const { id: foreign } = await answer.json();
    for (const program of ['gmail', 'apple-mail', 'microsoft-delivery-scan']) {
      expect(await play(foreign, program, 'arrive')).toEqual([]);
      expect(await play(foreign, program, 'display')).toEqual([]);
    }
  });

  it.each([
    ['/local/mail/999/open-as', '{}', 404],
    ['/local/mail/1/open-as', '{}', 400],
    ['/local/mail/1/open-as', '{"program":"gmail","what":"read","mailbox":"a@b.example"}', 400],
    ['/local/mail/1/open-as', '{"program":"nobody","what":"display","mailbox":"a@b.example"}', 400],
    ['/local/mail/1/open-as', '{"program":"gmail","what":"click","mailbox":"a@b.example","link":99}', 400],
  ])('answers POST %s %s with %d', async (path, body, status) => {
    await deliver(0);
    expect((await ask(app, path, { method: 'POST', body })).status).toBe(status);
  });

  it('is offered with what it does and what can happen in it', async () => {
    const programs: unknown = await (await ask(app, '/local/programs')).json();
    expect(programs).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'gmail', events: ['arrive', 'display', 'click'], wrapsLinks: false, grade: 'A' }),
        expect.objectContaining({ id: 'outlook-safe-links', wrapsLinks: true }),
      ]),
    );
  });
});
