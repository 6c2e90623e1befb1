import type { MessageHit } from '@readback/core';

const START = Date.UTC(2026, 10, 21, 9);

/** A person's open so many minutes after nine; its id is the minute. */
export function hitOf(minute: number, change: Partial<MessageHit> = {}): MessageHit {
  return {
    id: String(minute),
    kind: 'open',
    at: new Date(START + minute * 60_000).toISOString(),
    position: null,
    verdict: { actor: 'person', certainty: 5, rule: 'P13', reason: { code: 'opened-in', values: {} } },
    first: null,
    client: { kind: 'mail-client', name: 'Outlook', device: 'desktop' },
    country: null,
    city: null,
    visitor: 'a',
    ...change,
  };
}
