import vm from 'node:vm';
import { openComposeItem } from '../../../addin/src/host/office-compose-item.ts';
import { openMailbox } from '../../../addin/src/host/office-mailbox.ts';
import { PROBED_MEMBERS, probeMembers, probeSets, writeTooLong } from '../../../addin/src/host/probe.ts';
import { refuseDraft, runProbe } from '../../../addin/src/taskpane/probe/run-probe.ts';
import type { ProbeDesk } from '../../../addin/src/taskpane/probe/probe-desk.ts';
import rows from '../host-contract.json';
import type { ClientName, Setting } from './client-profile.ts';
import { createOffice } from '../office/office.ts';
import { setStage } from './stage.fixture.ts';
import type { Stage } from './stage.fixture.ts';
import type { MailContent } from './mail.ts';

// The product's own host code asks for the global `Office`, as in a pane.
const scope: { Office?: object } = globalThis as { Office?: object };

afterEach(() => {
  delete scope.Office;
});

function openDesk(
  client: ClientName,
  setting: Setting,
  change: Partial<MailContent> = {},
): { stage: Stage; desk: ProbeDesk } {
  const stage = setStage(vm, { client, setting });
  const pane = stage.outlook.openPane(stage.outlook.newMail(change));
  const fail = (error: unknown): void => {
    throw error;
  };
  scope.Office = createOffice(pane.link, fail).Office;
  const timers = {
    now: () => stage.clock.now(),
    after: (milliseconds: number, run: () => void) => stage.clock.after(milliseconds, run),
  };
  const patience = { timers, limitMs: () => 8_000 };
  const item = openComposeItem(patience);
  if (item === null) throw new Error('A draft is open.');
  return {
    stage,
    desk: {
      item,
      timers,
      mailbox: openMailbox(patience),
      members: probeMembers,
      sets: probeSets,
      writeTooLong,
      pictureUrl: 'https://app.example/16.png',
    },
  };
}

async function probe(client: ClientName, setting: Setting) {
  const { stage, desk } = openDesk(client, setting);
  return stage.clock.until(runProbe(desk, () => undefined));
}

describe('the probe', () => {
  it.each<ClientName>(['web', 'classic', 'mac'])('finds a documented %s as documented', async (client) => {
    const results = await probe(client, 'documented');
    expect(results.filter(({ verdict }) => verdict === 'differs')).toEqual([]);
    expect(results.filter(({ verdict }) => verdict === 'ok').length).toBeGreaterThan(20);
  });

  it.each<[ClientName, readonly string[]]>([
    ['web', ['body-attributes']],
    ['classic', ['body-attributes']],
    ['mac', ['session-data']],
  ])('finds what is reported of %s', async (client, ids) => {
    const results = await probe(client, 'worst');
    expect(results.filter(({ verdict }) => verdict === 'differs').map(({ id }) => id)).toEqual(ids);
  });

  it('finds on a phone that bodies can’t be written, without breaking off', async () => {
    const results = await probe('mobile', 'documented');
    const differing = results.filter(({ verdict }) => verdict === 'differs').map(({ id }) => id);
    expect(differing).toEqual(expect.arrayContaining(['members', 'format', 'body-text', 'append']));
    expect(results.find(({ id }) => id === 'session-data')?.verdict).toBe('differs');
  });

  it('asks for members under the sets of the typings', () => {
    const contract: Readonly<Record<string, { set: string | null }>> = rows;
    expect(PROBED_MEMBERS.map(([name]) => [name, contract[name]?.set])).toEqual(
      PROBED_MEMBERS.map(([name, , since]) => [name, since]),
    );
  });

  it.each<[Partial<MailContent>, string | null]>([
    [{}, null],
    [{ subject: ' ' }, null],
    [{ subject: 'Offer' }, 'has-subject'],
    [{ bcc: [{ name: 'Ada', address: 'ada@fabrikam.example' }] }, 'has-recipients'],
  ])('leaves a draft alone that somebody may miss: %j', async (change, refusal) => {
    const { stage, desk } = openDesk('web', 'documented', change);
    expect(await stage.clock.until(refuseDraft(desk))).toBe(refusal);
  });

  it('leaves a draft alone that can’t be read', async () => {
    const { stage, desk } = openDesk('web', 'documented');
    const item = {
      ...desk.item,
      readSubject: () => Promise.resolve({ ok: false, failure: 'timeout', detail: '' } as const),
    };
    expect(await stage.clock.until(refuseDraft({ item }))).toBe('unreadable');
  });
});
