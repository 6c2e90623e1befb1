import { DEFAULT_CLIENTS, DRAFT_KEY } from '@readback/core';
import type { ClientName, Recipient, StoredMailbox, TenantSettings } from '@readback/core';
import type { Attachment, ComposeItem } from './compose-item.ts';
import type { Desk } from './desk.ts';
import type { NetworkReply, NetworkRequest } from './network.ts';
import { createManualTimers } from './manual-timers.fixture.ts';
import type { ManualTimers } from './manual-timers.fixture.ts';
import { done, fail, succeed } from './outcome.ts';
import type { Outcome } from './outcome.ts';

export const OWN_ADDRESS = 'Ann@contoso.com';
export const APP = 'https://readback.contoso.com';
export const TRACK = 'https://track.contoso.com';

/** A company that has everything switched on. */
export function settingsOf(change: Partial<TenantSettings> = {}): TenantSettings {
  return {
    tracking: 'on',
    opens: true,
    links: true,
    trackingOrigin: TRACK,
    site: null,
    clients: DEFAULT_CLIENTS,
    leaveUrlText: true,
    leaveSignature: true,
    excludedHosts: [],
    excludedPatterns: [],
    otherSenders: false,
    harmlessLabels: [],
    contact: 'privacy@contoso.com',
    signIn: {
      tenantId: '11111111-2222-3333-4444-555555555555',
      clientId: '66666666-7777-8888-9999-aaaaaaaaaaaa',
      scope: 'api://readback.contoso.com/66666666-7777-8888-9999-aaaaaaaaaaaa/access_as_user',
    },
    ...change,
  };
}

/** What the pane stored after it fetched the key. */
export function storedMailbox(change: Partial<TenantSettings> = {}): StoredMailbox {
  return {
    appOrigin: APP,
    mailboxId: 'AQIDBAUGBwg',
    key: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
    epoch: 3,
    generation: 1,
    settings: settingsOf(change),
    personal: { opens: true, links: true },
  };
}

/** The mail that is written, as Outlook holds it. */
export interface FakeMail {
  format: 'html' | 'text';
  body: string;
  subject: string;
  recipients: readonly Recipient[];
  sender: string;
  attachments: readonly Attachment[];
  composeType: 'new' | 'reply' | 'forward';
  label: string | null;
  deliverAfter: number | null;
  conversationId: string | null;
  /** What append-on-send holds. */
  appended: string | null;
  session: Map<string, string>;
  properties: Map<string, string>;
  notice: string | null;
}

/** A desk in memory. Single answers of the item can be replaced. */
export interface FakeDesk extends Desk {
  mail: FakeMail;
  timers: ManualTimers;
  client: ClientName;
  language: string;
  address: string | null;
  settings: Map<string, object>;
  /** All requests, in order. */
  requests: NetworkRequest[];
  answer: (request: NetworkRequest) => Promise<Outcome<NetworkReply>>;
  token: () => Promise<Outcome<string>>;
  origin: string | null;
}

export function createFakeDesk(change: Partial<FakeMail> = {}, answers: Partial<ComposeItem> = {}): FakeDesk {
  const mail: FakeMail = {
    format: 'html',
    body: '<p>Hello <a href="https://example.org/offer">our offer</a></p>',
    subject: 'Offer',
    recipients: [{ address: 'bob@example.org', name: 'Bob' }],
    sender: OWN_ADDRESS.toLowerCase(),
    attachments: [],
    composeType: 'new',
    label: null,
    deliverAfter: null,
    conversationId: null,
    appended: null,
    session: new Map(),
    properties: new Map(),
    notice: null,
    ...change,
  };
  let draws = 0;
  const desk: FakeDesk = {
    mail,
    item: { ...createItem(mail), ...answers },
    timers: createManualTimers(),
    draftKey: DRAFT_KEY,
    client: 'classic',
    language: 'en-US',
    address: OWN_ADDRESS,
    settings: new Map([['mailbox', storedMailbox()]]),
    requests: [],
    origin: APP,
    answer: () => Promise.resolve(succeed({ status: 200, text: '{}' })),
    token: () => Promise.resolve(fail('failed', '13001')),
    mailbox: {
      address: () => desk.address,
      client: () => desk.client,
      language: () => desk.language,
      readSetting: (name) => desk.settings.get(name) ?? null,
      writeSetting: (name, value) => {
        if (value === null) desk.settings.delete(name);
        else desk.settings.set(name, value);
        return Promise.resolve(done);
      },
    },
    entropy: () => [Uint8Array.of(draws++)],
    network: (request) => {
      desk.requests.push(request);
      return desk.answer(request);
    },
    readToken: () => desk.token(),
    pageOrigin: () => desk.origin,
  };
  return desk;
}

function createItem(mail: FakeMail): ComposeItem {
  const tell = <T>(value: T): Promise<Outcome<T>> => Promise.resolve(succeed(value));
  const act = (run: () => void): Promise<Outcome<null>> => {
    run();
    return Promise.resolve(done);
  };
  return {
    readFormat: () => tell(mail.format),
    readBody: () => tell(mail.body),
    writeBody: (html) => act(() => (mail.body = html)),
    prependToBody: (html) => act(() => (mail.body = html + mail.body)),
    appendOnSend: (html) => act(() => (mail.appended = html)),
    readSubject: () => tell(mail.subject),
    readRecipients: () => tell(mail.recipients),
    readSender: () => tell(mail.sender),
    readAttachments: () => tell(mail.attachments),
    readComposeType: () => tell(mail.composeType),
    readLabel: () => tell(mail.label),
    readDeliveryTime: () => tell(mail.deliverAfter),
    conversationId: () => mail.conversationId,
    readSession: (name) => tell(mail.session.get(name) ?? null),
    writeSession: (name, value) => act(() => mail.session.set(name, value)),
    readProperty: (name) => tell(mail.properties.get(name) ?? null),
    writeProperty: (name, value) => act(() => mail.properties.set(name, value)),
    notify: (text) => act(() => (mail.notice = text)),
  };
}
