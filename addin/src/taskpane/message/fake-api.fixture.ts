import type { MessageDetail, MessageSummary, Page, Registration } from '@readback/core';
import type { Api } from '../api/api-client.ts';

/** A server in memory: messages by id, newest first. */
export interface FakeApi extends Pick<Api, 'readMessage' | 'registerMessage' | 'listMessages'> {
  messages: Map<string, MessageDetail>;
  registered: { id: string; registration: Registration }[];
  /** How often a list was asked for. */
  lists: number;
}

const PAGE = 2;

const NOTHING = { code: 'nothing', values: {} };
const NOBODY = { person: 0, likely: 0, machine: 0, unknown: 0 };

/** A message without hits, as the server tells it. */
export function detailOf(id: string, change: Partial<MessageDetail> = {}): MessageDetail {
  return {
    id,
    subject: 'Offer',
    recipients: [{ address: 'anna@example.com', name: 'Anna' }],
    sentAt: '2026-11-21T09:00:00.000Z',
    deliverAfter: null,
    registered: true,
    opens: 0,
    clicks: 0,
    lastHitAt: null,
    headline: NOTHING,
    sent: true,
    overflow: 0,
    judgement: { rulesVersion: 1, opens: NOBODY, clicks: NOBODY, headline: NOTHING, corrections: [] },
    opensReason: null,
    linksReason: null,
    pixelPlace: 'end',
    links: [],
    hits: [],
    next: null,
    ...change,
  };
}

export function createFakeApi(...messages: MessageDetail[]): FakeApi {
  const api: FakeApi = {
    messages: new Map(messages.map((message) => [message.id, message])),
    registered: [],
    lists: 0,
    readMessage: (id) => Promise.resolve(api.messages.get(id) ?? null),
    registerMessage: (id, registration) => {
      api.registered.push({ id, registration });
      api.messages.set(id, detailOf(id, { subject: registration.subject }));
      return Promise.resolve();
    },
    listMessages: ({ after }) => {
      api.lists += 1;
      return Promise.resolve(pageOf([...api.messages.values()], Number(after ?? 0)));
    },
  };
  return api;
}

function pageOf(messages: readonly MessageSummary[], start: number): Page<MessageSummary> {
  const end = start + PAGE;
  return { items: messages.slice(start, end), next: end < messages.length ? String(end) : null, version: 'v' };
}
