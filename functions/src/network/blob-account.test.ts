import { openBlobAccount } from './blob-account.ts';

const noToken = () => Promise.reject(new Error('must not be asked'));

describe('openBlobAccount', () => {
  it.each([
    ['https://readback.table.core.windows.net', 'https://readback.blob.core.windows.net'],
    ['https://readback.table.core.windows.net/', 'https://readback.blob.core.windows.net'],
    ['https://tables.contoso.com', null],
    ['UseDevelopmentStorage=true', 'http://127.0.0.1:10000/devstoreaccount1'],
    ['AccountName=readback;AccountKey=a2V5', 'https://readback.blob.core.windows.net'],
    [
      'DefaultEndpointsProtocol=https;AccountName=readback;AccountKey=a2V5==;EndpointSuffix=core.chinacloudapi.cn',
      'https://readback.blob.core.chinacloudapi.cn',
    ],
    ['AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:10002/a;', null],
    [
      'AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:10002/a;BlobEndpoint=http://127.0.0.1:10000/a/',
      'http://127.0.0.1:10000/a',
    ],
    [
      'TableEndpoint=https://readback.table.core.windows.net/;SharedAccessSignature=sv=2020&sig=x',
      'https://readback.blob.core.windows.net',
    ],
  ])('finds the blobs of %s', (tables, address) => {
    expect(openBlobAccount(tables, noToken)?.address ?? null).toBe(address);
  });

  const url = new URL('https://readback.blob.core.windows.net/readback?restype=container');
  const request = { method: 'PUT' as const, url, headers: { 'x-ms-version': '2023-11-03' }, bodyLength: 0 };

  it('asks as the app itself where only the address is known', async () => {
    const getToken = (scope: string) => Promise.resolve(`token for ${scope}`);
    const signed = await openBlobAccount('https://readback.table.core.windows.net', getToken)?.sign(request);
    expect(signed).toEqual({
      url,
      headers: { 'x-ms-version': '2023-11-03', authorization: 'Bearer token for https://storage.azure.com/.default' },
    });
  });

  it('puts a shared access signature behind the query', async () => {
    const tables = 'BlobEndpoint=https://readback.blob.core.windows.net;SharedAccessSignature=?sv=2020&sig=a%2Fb%3D';
    const signed = await openBlobAccount(tables, noToken)?.sign(request);
    expect(signed?.url.href).toBe(`${url.href}&sv=2020&sig=a%2Fb%3D`);
    expect(signed?.headers).toEqual(request.headers);
  });
});
