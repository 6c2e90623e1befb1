import { decodeHex, encodeUtf8, readTenantSettings, signRegistration } from '@readback/core/records';
import type {
  ActivityItem,
  Correction,
  DigestPage,
  DomainsAnswer,
  MailboxRequest,
  MessageDetail,
  MessageSummary,
  Overview,
  Page,
  PersonalSettings,
  Preferences,
  ProblemCode,
  Registration,
  SigningKey,
  TenantSettings,
} from '@readback/core';
import {
  isActivityPage,
  isDigestPage,
  isDomainsAnswer,
  isMessageDetail,
  isMessagePage,
  isOverview,
  isPreferences,
  isProblem,
} from './answer-shapes.ts';
import { ApiError, isProblemCode } from './api-error.ts';
import { isObject } from './shape.ts';
import type { Shape } from './shape.ts';

/**
 * The server's API as the pane uses it. Every method rejects with ApiError, with SignInNeeded when there is no token, or with
 * the signal's reason when it was cancelled.
 */
export interface Api {
  /** The answer as it came; `readStoredMailbox` reads it together with where it came from. */
  openMailbox(request: MailboxRequest, signal?: AbortSignal): Promise<object>;
  /** Where a first view begins: the newest entries of the activity and the newest messages. Of `query`, `after` isn't used. */
  readOverview(query: ListQuery, signal?: AbortSignal): Promise<Overview>;
  listActivity(query: ListQuery, signal?: AbortSignal): Promise<Page<ActivityItem>>;
  listMessages(query: ListQuery, signal?: AbortSignal): Promise<Page<MessageSummary>>;
  /** The messages in short, up to 1,000 a page; `after` is `next` of the page before, null for the first. */
  readDigest(after: string | null, signal?: AbortSignal): Promise<DigestPage>;
  /** What the sender's own messages show of their recipients' domains. */
  readDomains(signal?: AbortSignal): Promise<DomainsAnswer>;
  /** What the person wants for mails to come. Answers of `openMailbox` hold it from then on. */
  putSettings(settings: PersonalSettings): Promise<void>;
  readPreferences(signal?: AbortSignal): Promise<Preferences>;
  /** Replaces them all. */
  putPreferences(preferences: Preferences): Promise<void>;
  /** Null: the server knows no such message of this mailbox. */
  readMessage(id: string, after: string | null, signal?: AbortSignal): Promise<MessageDetail | null>;
  /**
   * Says what the send handler couldn't, in its way: signed with the mailbox's key. So a message that the sender deleted stays
   * deleted, and this rejects with `deleted`.
   */
  registerMessage(id: string, registration: Registration, signing: SigningKey): Promise<void>;
  /** False: nothing further is counted of the message, and what was recorded stays. True: counting goes on. */
  switchTracking(id: string, tracked: boolean): Promise<void>;
  /** Forgets all that was recorded about the message. It being gone already is no error. */
  deleteMessage(id: string): Promise<void>;
  /** Says that the sender is looking at this sent message of theirs, and for how long already. */
  reportViewing(id: string, shownForMs: number, signal?: AbortSignal): Promise<void>;
  /** Says whose a hit was, or takes that back. */
  correctHit(id: string, correction: Correction): Promise<void>;
}

/** Which page of a list. */
export interface ListQuery {
  /** What the pane has: while it still holds, the page comes back without items. */
  version?: string;
  /** `next` of the page before. */
  after?: string;
  /** 1 to 100. */
  limit?: string;
}

/** Where tokens come from; see SignIn. */
export interface TokenHolder {
  token(refused?: string): Promise<string>;
}

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: object;
  signal?: AbortSignal | undefined;
}

/** Talks to the server of the page's own origin. */
export function createApi(fetch: typeof globalThis.fetch, signIn: TokenHolder): Api {
  /** Sends with a token; once more with another one if the server didn't accept it. */
  async function ask(call: Call): Promise<Response> {
    const first = await signIn.token();
    const response = await send(fetch, call, first);
    return response.status === 401 ? send(fetch, call, await signIn.token(first)) : response;
  }

  async function read<T>(call: Call, shape: Shape<T>): Promise<T> {
    return readAnswer(await ask(call), shape);
  }

  return {
    openMailbox: (body, signal) => read({ method: 'POST', path: '/api/mailbox', body, signal }, isObject),
    readOverview: (query, signal) => read({ path: `/api/overview${queryText(query)}`, signal }, isOverview),
    listActivity: (query, signal) => read({ path: `/api/activity${queryText(query)}`, signal }, isActivityPage),
    listMessages: (query, signal) => read({ path: `/api/messages${queryText(query)}`, signal }, isMessagePage),
    readDigest: (after, signal) =>
      read({ path: `/api/digest${queryText(after === null ? {} : { after })}`, signal }, isDigestPage),
    readDomains: (signal) => read({ path: '/api/domains', signal }, isDomainsAnswer),
    putSettings: async (body) => {
      await requireOk(await ask({ method: 'PUT', path: '/api/settings', body }));
    },
    readPreferences: (signal) => read({ path: '/api/preferences', signal }, isPreferences),
    putPreferences: async (body) => {
      await requireOk(await ask({ method: 'PUT', path: '/api/preferences', body }));
    },
    readMessage: async (id, after, signal) => {
      const path = `/api/messages/${id}${queryText(after === null ? {} : { after })}`;
      const response = await ask({ path, signal });
      return response.status === 404 ? null : readAnswer(response, isMessageDetail);
    },
    registerMessage: async (id, body, signing) => {
      const messageId = decodeHex(id);
      if (messageId === null) throw new ApiError('invalid');
      const token = signRegistration(signing, messageId, encodeUtf8(JSON.stringify(body)));
      await requireOk(await send(fetch, { method: 'POST', path: `/m/${token}`, body }, null));
    },
    switchTracking: async (id, tracked) => {
      await requireOk(await ask({ method: 'PUT', path: `/api/messages/${id}/tracking`, body: { tracked } }));
    },
    deleteMessage: async (id) => {
      const response = await ask({ method: 'DELETE', path: `/api/messages/${id}` });
      if (response.status !== 404) await requireOk(response);
    },
    reportViewing: async (messageId, shownForMs, signal) => {
      await requireOk(await ask({ method: 'POST', path: '/api/viewing', body: { messageId, shownForMs }, signal }));
    },
    correctHit: async (id, body) => {
      await requireOk(await ask({ method: 'POST', path: `/api/messages/${id}/corrections`, body }));
    },
  };
}

/** What the admin set. Needs no sign-in. Rejects with ApiError. */
export async function readSettings(fetch: typeof globalThis.fetch): Promise<TenantSettings> {
  const response = await send(fetch, { path: '/settings' }, null);
  const settings = readTenantSettings(await readAnswer(response, isObject));
  if (settings === null) throw new ApiError('unreadable');
  return settings;
}

async function send(fetch: typeof globalThis.fetch, call: Call, token: string | null): Promise<Response> {
  const headers = new Headers({ accept: 'application/json' });
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  if (call.body) headers.set('content-type', 'application/json');
  try {
    return await fetch(call.path, {
      method: call.method ?? 'GET',
      headers,
      body: call.body ? JSON.stringify(call.body) : null,
      signal: call.signal ?? null,
      cache: 'no-store',
    });
  } catch (error) {
    call.signal?.throwIfAborted();
    throw new ApiError('offline', error);
  }
}

async function readAnswer<T>(response: Response, shape: Shape<T>): Promise<T> {
  await requireOk(response);
  const answer = await readJson(response);
  if (!shape(answer)) throw new ApiError('unreadable');
  return answer;
}

async function requireOk(response: Response): Promise<void> {
  if (!response.ok) throw new ApiError(problemCode(await readJson(response)));
}

/** Null when the body isn't JSON, or breaks off. */
async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

const PROBLEM_PREFIX = 'urn:readback:';

/** What stands before the server, a proxy say, has no words of ours: it counts as the server being out of order. */
function problemCode(body: unknown): ProblemCode {
  const code = isProblem(body) && body.type.startsWith(PROBLEM_PREFIX) ? body.type.slice(PROBLEM_PREFIX.length) : '';
  return isProblemCode(code) ? code : 'internal';
}

function queryText(query: ListQuery): string {
  const text = new URLSearchParams({ ...query }).toString();
  return text === '' ? '' : `?${text}`;
}
