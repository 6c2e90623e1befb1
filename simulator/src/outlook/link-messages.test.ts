import type { HostEvent, HostLink, Outcome, RuntimeStart } from './host-link.ts';
import { connectLink, serveLink } from './link-messages.ts';
import type { Channel, LinkMessage } from './link-messages.ts';

/** Two ends that hear each other, through JSON as a channel between windows would copy. */
function openChannels(): [Channel, Channel] {
  const hearers: ((message: unknown) => void)[][] = [[], []];
  const end = (own: number, other: number): Channel => ({
    send: (message) => {
      for (const hear of hearers[other] ?? []) hear(JSON.parse(JSON.stringify(message)));
    },
    listen: (hear) => {
      hearers[own]?.push(hear);
    },
  });
  return [end(0, 1), end(1, 0)];
}

const START = { client: 'web', item: null } as unknown as RuntimeStart;

function connect(answer: (member: string) => Promise<Outcome>) {
  const [inside, outside] = openChannels();
  const listeners: ((event: HostEvent) => void)[] = [];
  const heard = { loaded: 0, errors: [] as string[], calls: [] as unknown[] };
  const host: HostLink = {
    start: START,
    call: (member, args, itemNumber) => {
      heard.calls.push([member, args, itemNumber]);
      return answer(member);
    },
    listen: (listener) => {
      listeners.push(listener);
    },
  };
  serveLink(host, outside, {
    onLoaded: () => {
      heard.loaded += 1;
    },
    onError: (error) => heard.errors.push(error.message),
  });
  return { link: connectLink(inside, START), inside, outside, listeners, heard };
}

describe('a link through a channel', () => {
  it('answers each call with its own answer, in whatever order', async () => {
    const waiting = new Map<string, (outcome: Outcome) => void>();
    const { link, heard } = connect((member) => new Promise((resolve) => waiting.set(member, resolve)));
    const first = link.call('Body.getAsync', ['html', null], 7);
    const second = link.call('Subject.getAsync', [], 7);
    waiting.get('Subject.getAsync')?.({ ok: true, value: 'b' });
    waiting.get('Body.getAsync')?.({ ok: true, value: 'a' });
    expect([await first, await second]).toEqual([
      { ok: true, value: 'a' },
      { ok: true, value: 'b' },
    ]);
    expect(heard.calls).toEqual([
      ['Body.getAsync', ['html', null], 7],
      ['Subject.getAsync', [], 7],
    ]);
  });

  it('hands on events from the moment somebody listens', () => {
    const { link, listeners } = connect(() => Promise.resolve({ ok: true, value: null }));
    expect(listeners).toHaveLength(0);
    const events: HostEvent[] = [];
    link.listen((event) => events.push(event));
    listeners[0]?.({ type: 'item-changed', item: null });
    expect(events).toEqual([{ type: 'item-changed', item: null }]);
  });

  it('reports loading and what was thrown', () => {
    const { inside, heard } = connect(() => Promise.resolve({ ok: true, value: null }));
    inside.send({ kind: 'loaded' });
    inside.send({ kind: 'thrown', message: 'broken' });
    expect(heard).toMatchObject({ loaded: 1, errors: ['broken'] });
  });

  it.each([null, 'text', 7, {}, { kind: 'other' }, { kind: 7 }])(
    'ignores a message that isn’t its own: %p',
    (message) => {
      const { inside, outside, heard } = connect(() => Promise.resolve({ ok: true, value: null }));
      inside.send(message as unknown as LinkMessage);
      outside.send(message as unknown as LinkMessage);
      expect(heard).toEqual({ loaded: 0, errors: [], calls: [] });
    },
  );
});
