import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTableStore } from '../src/store/table-store.ts';
import { startAzurite } from './azurite.ts';

const { signal } = new AbortController();

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

describe('startAzurite', () => {
  it('keeps data in its folder from one start to the next, and leaves nothing running', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'readback-azurite-'));
    try {
      const first = await startAzurite({ folder });
      const write = { kind: 'insert', key: 'a', values: { text: 'kept' } } as const;
      await createTableStore(first.connection).commit('p', [write], signal);
      await first.stop();
      expect(await isListening(first.port)).toBe(false);
      await first.stop();
      const second = await startAzurite({ folder, port: first.port });
      expect(second.port).toBe(first.port);
      expect((await createTableStore(second.connection).read('p', 'a', signal))?.values).toEqual({ text: 'kept' });
      await second.stop();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('says why when it can not start', async () => {
    const running = await startAzurite({ folder: null });
    await expect(startAzurite({ folder: null, port: running.port })).rejects.toThrow(
      /Azurite did not start: .*EADDRINUSE/s,
    );
    await running.stop();
  });

  it('ends when the process that started it is killed', async () => {
    const script = `import { startAzurite } from './functions/local/azurite.ts';
      const { port } = await startAzurite({ folder: null });
      console.log('port ' + port);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script]);
    let said = '';
    parent.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    while (!said.includes('\n')) await once(parent.stdout, 'data');
    const port = Number(/port (\d+)/.exec(said)?.[1]);
    expect(await isListening(port)).toBe(true);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    while (await isListening(port)) {
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
    expect(await isListening(port)).toBe(false);
  });
});
