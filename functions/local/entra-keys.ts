/** Where Entra publishes the keys with which it signs tokens of a tenant. */
const KEYS_ADDRESS = /^https:\/\/login\.microsoftonline\.com\/[\da-f-]+\/discovery\/v2\.0\/keys$/;

/**
 * Makes this thread find the local identity provider's keys where Entra's would be. The app has no setting for it, so
 * that nothing can make a deployed app believe another issuer (decision 0031).
 */
export function answerForEntra(keys: object): void {
  const realFetch = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    if (!KEYS_ADDRESS.test(address)) return await realFetch(input, init);
    return new Response(JSON.stringify(keys), { headers: { 'Content-Type': 'application/json' } });
  };
}
