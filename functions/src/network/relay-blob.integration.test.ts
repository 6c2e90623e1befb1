import { startAzurite } from '../../local/azurite.ts';
import type { Azurite } from '../../local/azurite.ts';
import { createRelayBlob } from './relay-blob.ts';

let azurite: Azurite;

beforeAll(async () => {
  azurite = await startAzurite({ folder: null, blobs: true });
});

afterAll(async () => {
  await azurite.stop();
});

/** A store that somebody else opens on the same account. */
function openStore(connection = azurite.connection) {
  const store = createRelayBlob(connection);
  if (store === null) throw new Error('The connection tells of no blobs');
  return store;
}

describe('the blob of the relay list', () => {
  it('is kept with its ETag, and replaced by the next', async () => {
    expect(await openStore().load()).toBeNull();

    const first = { file: new Uint8Array([0, 1, 2, 255]), etag: '"3b2a-é \\"quoted\\""' };
    await openStore().save(first);
    expect(await openStore().load()).toEqual(first);

    const large = { file: new Uint8Array(4_000_000).fill(7), etag: null };
    await openStore().save(large);
    const kept = await openStore().load();
    expect(kept?.etag).toBeNull();
    expect(Buffer.compare(kept?.file ?? new Uint8Array(), large.file)).toBe(0);
  });

  it('says with which code storage refused', async () => {
    const wrongKey = azurite.connection.replace(
      /AccountKey=[^;]+/,
      `AccountKey=${Buffer.alloc(64).toString('base64')}`,
    );
    await expect(openStore(wrongKey).load()).rejects.toMatchObject({ code: 403 });
    await expect(openStore(wrongKey).save({ file: new Uint8Array(1), etag: null })).rejects.toMatchObject({
      code: 403,
    });
  });

  it('fails where nobody listens', async () => {
    const { connection, stop } = await startAzurite({ folder: null, blobs: true });
    await stop();
    await expect(openStore(connection).load()).rejects.toThrow();
  });
});
