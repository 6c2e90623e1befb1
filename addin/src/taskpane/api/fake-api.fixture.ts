import { NO_PREFERENCES } from '@readback/core';
import type {
  ActivityItem,
  DigestRow,
  DomainKnowledge,
  ListPart,
  MessageDetail,
  MessageSummary,
  Preferences,
  Registration,
} from '@readback/core';
import type { Api } from './api-client.ts';

/** A server in memory: messages by id, newest first. */
export interface FakeApi extends Omit<Api, 'openMailbox' | 'putSettings' | 'reportViewing' | 'correctHit'> {
  messages: Map<string, MessageDetail>;
  registered: { id: string; registration: Registration }[];
  /** Newest first. */
  activity: ActivityItem[];
  /** Newest first. */
  digest: DigestRow[];
  domains: DomainKnowledge[];
  preferences: Preferences;
  /** How often a list was asked for. */
  lists: number;
}

const PAGE = 2;
const VERSION = 'v';

const NOTHING = { code: 'nothing', values: {} };
const NOBODY = { person: 0, likely: 0, machine: 0, unknown: 0 };

/** A message as a list shows it. */
export function summaryOf(id: string, change: Partial<MessageSummary> = {}): MessageSummary {
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
    lastPersonAt: null,
    headline: NOTHING,
    sent: true,
    tracked: true,
    ...change,
  };
}

/** A message without hits, as the server tells it. */
export function detailOf(id: string, change: Partial<MessageDetail> = {}): MessageDetail {
  return {
    ...summaryOf(id),
    overflow: 0,
    judgement: { rulesVersion: 1, opens: NOBODY, clicks: NOBODY, headline: NOTHING, corrections: [] },
    opensReason: null,
    linksReason: null,
    pixelPlace: 'end',
    stoppedAt: null,
    links: [],
    hits: [],
    next: null,
    ...change,
  };
}

/** A message without hits, in short. */
export function digestRowOf(id: string, change: Partial<DigestRow> = {}): DigestRow {
  const { subject, recipients, sentAt, sent, headline } = summaryOf(id);
  return {
    id,
    subject,
    recipients,
    recipientCount: recipients.length,
    sentAt,
    sent,
    opensReason: null,
    linksReason: null,
    opens: NOBODY,
    clicks: NOBODY,
    rawOpens: 0,
    rawClicks: 0,
    lastHitAt: null,
    lastPersonAt: null,
    headline,
    corrected: false,
    program: null,
    topLinks: [],
    ...change,
  };
}

/** A person's first look at a message. */
export function activityOf(id: string, messageId: string, change: Partial<ActivityItem> = {}): ActivityItem {
  return {
    id,
    messageId,
    subject: 'Offer',
    what: 'first-open',
    at: '2026-11-21T09:05:00.000Z',
    position: null,
    verdict: null,
    sentAt: '2026-11-21T09:00:00.000Z',
    message: summaryOf(messageId, { opens: 1 }),
    ...change,
  };
}

export function createFakeApi(...messages: MessageDetail[]): FakeApi {
  const api: FakeApi = {
    messages: new Map(messages.map((message) => [message.id, message])),
    registered: [],
    activity: [],
    digest: [],
    domains: [],
    preferences: NO_PREFERENCES,
    lists: 0,
    readMessage: (id) => Promise.resolve(api.messages.get(id) ?? null),
    registerMessage: (id, registration) => {
      api.registered.push({ id, registration });
      api.messages.set(id, detailOf(id, { subject: registration.subject }));
      return Promise.resolve();
    },
    readOverview: () => {
      api.lists += 1;
      const activity = partOf(api.activity, null);
      return Promise.resolve({ activity, messages: partOf([...api.messages.values()], null), version: VERSION });
    },
    listActivity: ({ after }) => {
      api.lists += 1;
      return Promise.resolve({ ...partOf(api.activity, after ?? null), version: VERSION });
    },
    listMessages: ({ after }) => {
      api.lists += 1;
      return Promise.resolve({ ...partOf([...api.messages.values()], after ?? null), version: VERSION });
    },
    readDigest: (after) => Promise.resolve({ ...partOf(api.digest, after), version: VERSION }),
    readDomains: () => Promise.resolve({ items: api.domains }),
    readPreferences: () => Promise.resolve(api.preferences),
    putPreferences: (preferences) => {
      api.preferences = preferences;
      return Promise.resolve();
    },
    switchTracking: (id, tracked) => {
      const message = api.messages.get(id);
      const stoppedAt = tracked ? null : '2026-11-21T10:00:00.000Z';
      if (message !== undefined) api.messages.set(id, { ...message, stoppedAt });
      return Promise.resolve();
    },
    deleteMessage: (id) => {
      api.messages.delete(id);
      return Promise.resolve();
    },
  };
  return api;
}

/** `next` is where the following page begins. */
function partOf<T>(items: readonly T[], after: string | null): ListPart<T> {
  const start = Number(after ?? 0);
  const end = start + PAGE;
  return { items: items.slice(start, end), next: end < items.length ? String(end) : null };
}
