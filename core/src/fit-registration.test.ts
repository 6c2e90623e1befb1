import type { Registration } from './api.ts';
import { domainOf, fitRegistration } from './fit-registration.ts';
import { encodeUtf8 } from './token/utf8.ts';

const MAX_BYTES = 32 * 1024;

const small: Registration = {
  opens: true,
  links: true,
  ageMs: 0,
  deliverAfter: null,
  subject: 'Offer',
  recipients: [{ address: 'bob@example.org', name: 'Bob' }],
  trackedLinks: [{ position: 0, destination: 'https://example.org/' }],
  opensReason: null,
  linksReason: null,
  pixelPlace: null,
  quotes: ['ff'.repeat(12)],
  senderDomain: 'contoso.com',
};
const people = Array.from({ length: 3_000 }, (_, at) => ({ address: `${at}@example.org`, name: 'ü' }));
const links = Array.from({ length: 400 }, (_, position) => ({
  position,
  destination: `https://example.org/${'ü'.repeat(200)}`,
}));
const sizeOf = (value: unknown): number => encodeUtf8(JSON.stringify(value)).length;

describe('fitRegistration', () => {
  it('leaves what fits as it is', () => {
    expect(fitRegistration(small)).toEqual(small);
  });

  it.each<[string, Partial<Registration>]>([
    ['a long subject', { subject: 'ü'.repeat(100_000) }],
    ['thousands of recipients', { recipients: people }],
    ['hundreds of links', { trackedLinks: links }],
    ['hundreds of quotes', { quotes: Array.from({ length: 500 }, () => 'ff'.repeat(12)) }],
    ['all of that', { subject: 'ü'.repeat(100_000), recipients: people, trackedLinks: links }],
  ])('fits what the server takes: %s', (_, change) => {
    expect(sizeOf(fitRegistration({ ...small, ...change }))).toBeLessThanOrEqual(MAX_BYTES);
  });

  it.each<[string, Partial<Registration>]>([
    ['recipients', { recipients: people }],
    ['links', { trackedLinks: links }],
  ])('uses the whole room for %s where the rest is small', (_, change) => {
    const fitted = fitRegistration({ ...small, ...change });
    expect(sizeOf(fitted)).toBeGreaterThan(MAX_BYTES - 1_000);
    expect({ ...fitted, recipients: [], trackedLinks: [] }).toEqual({ ...small, recipients: [], trackedLinks: [] });
  });

  it('keeps the first of both, and about as much of each, where both are many', () => {
    const fitted = fitRegistration({ ...small, recipients: people, trackedLinks: links });
    expect(fitted.recipients).toEqual(people.slice(0, fitted.recipients.length));
    expect(fitted.trackedLinks).toEqual(links.slice(0, fitted.trackedLinks.length));
    expect(sizeOf(fitted.recipients)).toBeGreaterThan(MAX_BYTES / 2 - 1_000);
    expect(sizeOf(fitted.trackedLinks)).toBeGreaterThan(MAX_BYTES / 2 - 1_000);
  });

  it('leaves out a recipient whose address the server would refuse', () => {
    const [bob] = small.recipients;
    const recipients = [{ address: `${'x'.repeat(320)}@example.org`, name: null }, ...small.recipients];
    expect(fitRegistration({ ...small, recipients }).recipients).toEqual([bob]);
  });
});

describe('domainOf', () => {
  it.each([
    ['Ann@Contoso.com', 'contoso.com'],
    ['"a@b"@contoso.com', 'contoso.com'],
    [null, null],
  ])('is, of %s, %s', (address, domain) => {
    expect(domainOf(address)).toBe(domain);
  });
});
