import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadNetworks } from '../../functions/src/networks.ts';
import { buildNetworkTables } from './networks.ts';

const root = dirname(dirname(__dirname));

describe('buildNetworkTables', () => {
  let folder = '';
  const at = (...names: string[]) => join(folder, ...names);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readback-tables-'));
    await buildNetworkTables(root, at('first'), at('nothing'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('makes tables that can be loaded where there are none', async () => {
    expect((await loadNetworks(at('first'))).findAs(15169)?.kind).toBe('google');
  });

  it('takes over tables made of the same data by the same rules', async () => {
    await writeFile(at('first', 'country.mmdb'), 'the very same file');
    await buildNetworkTables(root, at('second'), at('first'));
    expect(await readFile(at('second', 'country.mmdb'), 'utf8')).toBe('the very same file');
    expect(await readFile(at('second', 'made-of.json'))).toEqual(await readFile(at('first', 'made-of.json')));
  });

  it('makes them anew when data or rules are others', async () => {
    const stamp = await readFile(at('second', 'made-of.json'), 'utf8');
    await writeFile(at('second', 'made-of.json'), stamp.replace('"rules": "', '"rules": "0'));
    await buildNetworkTables(root, at('third'), at('second'));
    expect(await readFile(at('third', 'made-of.json'), 'utf8')).toBe(stamp);
    expect((await loadNetworks(at('third'))).find('8.8.8.8').country).toBe('US');
  });
});
