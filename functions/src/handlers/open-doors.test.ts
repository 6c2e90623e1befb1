import { InvocationContext } from '@azure/functions';
import type { Timer } from '@azure/functions';
import { jsonOf, textOf } from '../answer.fixture.ts';
import { createMemoryLedger, createTestApp } from '../app.fixture.ts';
import type { TestApp } from '../app.fixture.ts';
import { LedgerError } from '../ledger/ledger.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { NOWHERE } from '../networks.ts';
import { createSweep } from './sweep.ts';

const CONTEXT = new InvocationContext();
const TIMER: Timer = {
  isPastDue: false,
  schedule: { adjustForDST: true },
  scheduleStatus: { last: '', next: '', lastUpdated: '' },
};

describe('GET /healthz', () => {
  it('has nothing to say about good settings', async () => {
    expect(jsonOf(await createTestApp().ask('health', { path: '/healthz' }))).toEqual({
      ok: true,
      problems: [],
      notes: [],
    });
  });

  it('lists what is wrong, and stays in service', async () => {
    const answer = await createTestApp({ settings: { CONTACT: undefined, OPENS: 'perhaps' } }).ask('health', {
      path: '/healthz',
    });
    expect(answer.status).toBe(200);
    expect(jsonOf(answer)).toEqual({
      ok: false,
      problems: [
        { setting: 'OPENS', problem: 'It cannot be read.', remedy: 'Set it to on or off.' },
        { setting: 'CONTACT', problem: 'It is not set.', remedy: expect.any(String) },
      ],
      notes: [],
    });
  });

  it('names a master that was taken away, and the API goes on', async () => {
    const store = createMemoryStore();
    const appWith = (masters: string) =>
      createTestApp({ settings: { MASTERS: masters }, ledger: createMemoryLedger(undefined, store) });
    const [one, two] = [1, 2].map((byte) => `${byte}:${Buffer.alloc(32, byte).toString('base64')}`);
    const healthOf = async ({ ask }: TestApp) => jsonOf(await ask('health', { path: '/healthz' }));
    await appWith(`${one}`).ask('list-messages', { path: '/api/messages', as: 'anna' });
    expect(await healthOf(appWith(`${one},${two}`))).toMatchObject({ ok: true });
    const without = appWith(`${two}`);
    expect(await healthOf(without)).toMatchObject({
      ok: false,
      problems: [{ setting: 'MASTERS', problem: expect.stringContaining('number 1 is missing') }],
    });
    expect(await without.ask('list-messages', { path: '/api/messages', as: 'anna' })).toMatchObject({ status: 200 });
    const unreadable = await healthOf(appWith(`1:cut,${two}`));
    expect(unreadable).toMatchObject({ problems: [{ problem: 'Entry 1 cannot be read.' }] });
  });

  it('names a secret that was changed before anybody signs in', async () => {
    const store = createMemoryStore();
    const ledger = () => createMemoryLedger(undefined, store);
    await createTestApp({ ledger: ledger() }).ask('list-messages', { path: '/api/messages', as: 'anna' });
    const [kept, other] = [1, 7].map((byte) => Buffer.alloc(32, byte).toString('base64'));
    const changed = { MASTERS: `0:${kept},1:${other}` };
    const health = await createTestApp({ settings: changed, ledger: ledger() }).ask('health', { path: '/healthz' });
    expect(jsonOf(health)).toMatchObject({ ok: false, problems: [{ setting: 'MASTERS' }] });
  });

  it('notes what works less well than it could, and finds no fault in it', async () => {
    const networks = { find: () => Promise.resolve(NOWHERE), notes: () => ['The network tables are missing'] };
    const { ask } = createTestApp({ settings: { LOCATION: 'city' }, networks });
    expect(jsonOf(await ask('health', { path: '/healthz' }))).toEqual({
      ok: true,
      problems: [],
      notes: [expect.stringContaining('CITY_DATABASE'), 'The network tables are missing'],
    });
  });
});

describe('GET /settings', () => {
  it('tells a pane what it needs, and nothing secret', async () => {
    const answer = await createTestApp().ask('settings', { path: '/settings' });
    expect(jsonOf(answer)).toMatchObject({
      tracking: 'on',
      clients: { web: { pixel: 'append' } },
      signIn: { tenantId: '11111111-1111-4111-8111-111111111111', clientId: '22222222-2222-4222-8222-222222222222' },
    });
    expect(textOf(answer)).not.toMatch(/CQkJ|AQEB|UseDevelopmentStorage/);
  });

  it('says 503 while a setting has a fault', async () => {
    expect(
      await createTestApp({ settings: { LINKS: undefined } }).ask('settings', { path: '/settings' }),
    ).toMatchObject({ status: 503 });
  });
});

describe('the files that Outlook asks for', () => {
  it('name the one script that may sign in', async () => {
    const path = '/.well-known/microsoft-officeaddins-allowed.json';
    const answer = await createTestApp().ask('allowed-origins', { path });
    expect(jsonOf(answer)).toEqual({ allowed: ['https://readback.contoso.com/launchevent.js'] });
    expect(jsonOf(await createTestApp({ settings: { APP_ORIGIN: 'x' } }).ask('allowed-origins', { path }))).toEqual({
      allowed: [],
    });
  });
});

describe('pages for admins', () => {
  it.each([
    ['', 'The consent was given'],
    ['?error=access_denied&error_description=%3Cscript%3E', 'access_denied'],
    ['?error=%3Cscript%3Ealert(1)%3C/script%3E', '&#60;script&#62;'],
  ])('say how the consent at Entra ended (%s)', async (query, text) => {
    const answer = await createTestApp().ask('consent', { path: `/consent.html${query}` });
    expect(textOf(answer)).toContain(text);
    expect(textOf(answer)).not.toContain('<script');
  });

  it('say what this is and whom to ask', async () => {
    const answer = await createTestApp().ask('support', {
      path: '/support.html',
      headers: { 'accept-language': 'de' },
    });
    expect(textOf(answer)).toContain('privacy@contoso.com');
    expect(textOf(answer)).toContain('<html lang="de">');
  });
});

describe('the daily sweep', () => {
  it('hands the retention time to the ledger and logs what it did', async () => {
    const { app, lines } = createTestApp({ settings: { RETENTION_DAYS: '30' } });
    await createSweep(app)(TIMER, CONTEXT);
    expect(lines).toMatchObject([{ event: 'swept', facts: { expired: 0 } }]);
  });

  it('deletes nothing when nobody can tell how long things are kept', async () => {
    const sweep = () => Promise.reject(new Error('must not be asked'));
    const { app, lines } = createTestApp({
      settings: { RETENTION_DAYS: 'long' },
      ledger: { ...createMemoryLedger(), sweep },
    });
    await createSweep(app)(TIMER, CONTEXT);
    expect(lines).toEqual([{ event: 'sweep-skipped', facts: { storage: true, retention: false } }]);
  });

  it('ends well when storage is down', async () => {
    const sweep = () => Promise.reject(new LedgerError('unavailable', 'down'));
    const { app, lines } = createTestApp({ ledger: { ...createMemoryLedger(), sweep } });
    await createSweep(app)(TIMER, CONTEXT);
    expect(lines).toMatchObject([{ event: 'sweep-failed', facts: { code: 'unavailable' } }]);
  });
});
