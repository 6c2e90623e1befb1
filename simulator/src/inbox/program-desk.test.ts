import { createProgramDesk } from './program-desk.ts';

function answering(status: number, value: unknown) {
  const asked: { path: unknown; body: unknown }[] = [];
  const fetch = async (path: unknown, init?: RequestInit) => {
    asked.push({ path, body: init?.body ?? null });
    return new Response(JSON.stringify(value), { status });
  };
  return { asked, desk: createProgramDesk(fetch) };
}

const PLAY = { program: 'gmail', what: 'display', mailbox: 'a+b@c.example', link: null } as const;

describe('createProgramDesk', () => {
  it('asks for somebody’s view of a mail', async () => {
    const look = { pictures: 1, links: [], log: [] };
    const { desk, asked } = answering(200, look);
    expect(await desk.look('7', 'a+b@c.example')).toEqual(look);
    expect(asked).toEqual([{ path: '/local/mail/7/open-as?mailbox=a%2Bb%40c.example', body: null }]);
  });

  it('has something played', async () => {
    const { desk, asked } = answering(200, { asked: [] });
    await desk.play('7', PLAY);
    expect(asked).toEqual([{ path: '/local/mail/7/open-as', body: JSON.stringify(PLAY) }]);
  });

  it('takes no program that isn’t described', async () => {
    await expect(answering(200, [{ id: 'gmail' }]).desk.programs()).rejects.toThrow();
  });

  it('says so when the server refuses', async () => {
    await expect(answering(400, {}).desk.play('7', PLAY)).rejects.toThrow('400');
  });
});
