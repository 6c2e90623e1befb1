import type { ClientName } from '@readback/core';
import { compare, done, MARK, say, succeeds, wait } from './probe-desk.ts';
import type { ProbeRow } from './probe-desk.ts';

/** Highest Mailbox set of each client (outlook-api-requirement-sets.md, as of 2026-08). */
const HIGHEST_MAILBOX: Readonly<Record<ClientName, string>> = {
  web: '1.16',
  classic: '1.16',
  mac: '1.14',
  mobile: '1.5',
};

/** More than this late is what hidden pages are (office-js#4826). */
const LATE = 200;

/** Checks on what Outlook offers and keeps. */
export const STATE_ROWS: readonly ProbeRow[] = [
  {
    id: 'mailbox-set',
    what: 'Highest Mailbox requirement set',
    run: async ({ mailbox, sets }) => {
      const found = sets().find(({ name }) => name === 'Mailbox')?.version ?? 'none';
      return compare(HIGHEST_MAILBOX[mailbox.client()], found);
    },
  },
  {
    id: 'other-sets',
    what: 'Other requirement sets',
    run: async ({ sets }) => {
      const others = sets().filter(({ name }) => name !== 'Mailbox');
      const found = others.map(({ name, version }) => `${name} ${version ?? 'none'}`).join(', ');
      return { verdict: 'noted', expected: '', found };
    },
  },
  {
    id: 'members',
    what: 'Calls are there exactly where their set is',
    run: async ({ members }) => {
      const wrong = members().filter(({ present, promised }) => present !== promised);
      const said = wrong.map(({ name, since, present }) => `${name} (${since}) is ${present ? 'there' : 'missing'}`);
      return compare('all', said.join(', ') || 'all');
    },
  },
  {
    id: 'format',
    what: 'Format of the body',
    run: async ({ item }) => compare('html', say(await item.readFormat(), String)),
  },
  {
    id: 'compose-type',
    what: 'Kind of this draft, a new mail',
    run: async ({ item }) => compare('new', say(await item.readComposeType(), String)),
  },
  {
    id: 'label',
    what: 'Sensitivity label',
    run: async ({ item }) =>
      compare(
        'none',
        say(await item.readLabel(), (label) => label ?? 'none'),
      ),
  },
  {
    id: 'delivery-time',
    what: 'Delayed delivery',
    run: async ({ item }) =>
      compare(
        'at once',
        say(await item.readDeliveryTime(), (time) => String(time ?? 'at once')),
      ),
  },
  {
    id: 'session-data',
    what: 'Session data is there at once',
    run: async ({ item }) => {
      const value = 'x'.repeat(1_000);
      const written = await item.writeSession(MARK, value);
      if (!written.ok) return compare('kept', say(written, done));
      const read = await item.readSession(MARK);
      return compare(
        'kept',
        say(read, (found) => (found === value ? 'kept' : 'lost')),
      );
    },
  },
  {
    id: 'custom-property',
    what: 'Custom properties are kept with the item',
    run: async ({ item }) => {
      const written = await item.writeProperty(MARK, 'kept');
      if (!written.ok) return compare('kept', say(written, done));
      return compare(
        'kept',
        say(await item.readProperty(MARK), (found) => found ?? 'lost'),
      );
    },
  },
  {
    id: 'roaming-setting',
    what: 'Roaming settings are saved',
    run: async ({ mailbox }) => {
      const written = await mailbox.writeSetting(MARK, { kept: true });
      const cleared = await mailbox.writeSetting(MARK, null);
      return compare('done, done', `${say(written, done)}, ${say(cleared, done)}`);
    },
  },
  {
    id: 'notification',
    what: 'A notification can be shown and replaced',
    run: async ({ item }) => {
      await item.notify('Readback probes this draft.');
      return succeeds(item.notify('Readback has probed this draft.'));
    },
  },
  {
    id: 'append',
    what: 'Content can be scheduled for the end',
    run: ({ item }) => succeeds(item.appendOnSend('<p>Readback probe</p>')),
  },
  {
    id: 'append-cleared',
    what: 'Scheduled content can be taken back',
    run: ({ item }) => succeeds(item.appendOnSend(null)),
  },
  {
    id: 'timer',
    what: 'A timer of 10 ms is in time',
    run: async ({ timers }) => {
      const took = await wait(timers, 10);
      return { verdict: took > LATE ? 'differs' : 'ok', expected: `at most ${LATE} ms`, found: `${took} ms` };
    },
  },
];
