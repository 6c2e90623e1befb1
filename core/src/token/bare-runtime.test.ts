import { runInNewContext } from 'node:vm';
import { buildSync } from 'esbuild';

/** Runs in a realm that has nothing but ECMAScript, like classic Outlook's JavaScript-only runtime: no URL, no TextEncoder. */
function runBare(code: string): unknown {
  const { outputFiles } = buildSync({
    stdin: { contents: code, resolveDir: __dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'result',
    target: 'es2016',
  });
  return runInNewContext(`${outputFiles[0]?.text ?? ''};JSON.stringify(result.answer)`);
}

it('signs and reads where there is nothing but ECMAScript', () => {
  const answer = runBare(`
    import { mailboxKeyOf } from './mailbox-key.ts';
    import { createMessageId } from './message-id.ts';
    import { readRegistration, signRegistration } from './registration-token.ts';
    import { createSigner } from './signer.ts';
    import { peekDestination, readTrackingUrl } from './tracking-url.ts';
    import { encodeUtf8 } from './utf8.ts';
    const origin = 'https://track.contoso.com';
    const mailboxId = new Uint8Array(8);
    const key = mailboxKeyOf(new Uint8Array(32), mailboxId, 0);
    const signer = createSigner({ origin, mailboxId, key, epoch: 0, generation: 0 });
    const messageId = createMessageId(1795253400123, [key]);
    const link = signer.linkUrl(messageId, 1, 'https://bücher.example/größe');
    const body = encodeUtf8('{"subject":"Größe"}');
    export const answer = {
      globals: ['URL', 'TextEncoder', 'TextDecoder', 'atob', 'crypto'].filter((name) => name in globalThis),
      pixel: readTrackingUrl(signer.pixelUrl(messageId), [origin], () => key) !== null,
      link: readTrackingUrl(link + '+', [origin], () => key),
      peeked: peekDestination(link),
      registration: readRegistration(signRegistration({ mailboxId, key, epoch: 0, generation: 0 }, messageId, body), body, () => key).ok,
    };
  `);
  expect(JSON.parse(String(answer))).toMatchObject({
    globals: [],
    pixel: true,
    link: { kind: 'click', position: 1, destination: 'https://bücher.example/größe', show: true },
    peeked: 'https://bücher.example/größe',
    registration: true,
  });
});
