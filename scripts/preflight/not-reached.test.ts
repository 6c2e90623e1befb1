import { NotReached, notReached } from './not-reached.ts';

function failure(code: string, message: string): Error {
  const cause = Object.assign(new Error(message), { code });
  return new NotReached('https://go.contoso.com', new TypeError('fetch failed', { cause }));
}

describe('notReached', () => {
  it.each([
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND go.contoso.com', /CNAME/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', /certificate that is trusted/],
    ['CERT_HAS_EXPIRED', 'certificate has expired', /certificate that is trusted/],
    [
      'ERR_TLS_CERT_ALTNAME_INVALID',
      "Hostname/IP does not match certificate's altnames",
      /certificate that is trusted/,
    ],
    ['ECONNREFUSED', 'connect ECONNREFUSED 192.0.2.1:443', /Function App running/],
    ['UND_ERR_CONNECT_TIMEOUT', 'Connect Timeout Error', /Function App running/],
    ['EODD', 'something else', /Check DNS/],
  ])('says of which host %s was heard, and what to do', (code, message, remedy) => {
    expect(notReached(failure(code, message))).toEqual({
      level: 'fail',
      message: `https://go.contoso.com not reached: ${code} ${message}`,
      remedy: expect.stringMatching(remedy),
    });
  });

  it('tells what was thrown that is no error', () => {
    expect(notReached('odd')).toMatchObject({ level: 'fail', message: 'not reached: unknown' });
  });
});
