import { registrationOf } from './catch-up.ts';
import type { SentItem } from './catch-up.ts';
import type { OwnTrace } from './own-traces.ts';

const NOW = Date.UTC(2026, 10, 21, 9);
const item: SentItem = {
  from: null,
  internetMessageId: null,
  subject: 'Offer',
  recipients: [],
  createdAt: NOW - 1_000,
};
const trace: OwnTrace = { messageId: 'ff'.repeat(12), verified: true, picture: true, links: [] };
const register = (over: Partial<SentItem>, links: OwnTrace['links'] = []) =>
  registrationOf(
    { ...item, ...over },
    { messageId: trace.messageId, trace: { ...trace, links }, note: null, quotes: [] },
    { now: NOW, address: null },
  );

describe('what the server is told about a sent mail afterwards', () => {
  it('says how long ago it was sent, and never a time to come', () => {
    expect(register({}).ageMs).toBe(1_000);
    expect(register({ createdAt: NOW + 60_000 }).ageMs).toBe(0);
    expect(register({ createdAt: null }).ageMs).toBe(0);
  });

  it('says that links were not tracked where the body holds none, and that nobody knows why', () => {
    expect(register({})).toMatchObject({ opens: true, links: false, opensReason: null, linksReason: 'unknown' });
  });

  it('fits what the server takes', () => {
    const recipients = Array.from({ length: 3_000 }, (_, at) => ({ address: `${at}@example.com`, name: 'ü' }));
    const registration = register({ recipients });
    expect(new TextEncoder().encode(JSON.stringify(registration)).length).toBeLessThanOrEqual(32 * 1024);
    expect(registration.recipients.length).toBeGreaterThan(100);
  });
});
