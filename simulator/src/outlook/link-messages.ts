import type { HostEvent, HostLink, Outcome, RuntimeStart } from './host-link.ts';

/** One end of a channel between two windows, or between a window and a worker. */
export interface Channel {
  send(message: LinkMessage): void;
  listen(hear: (message: unknown) => void): void;
}

/** What passes between a runtime and the page that plays Outlook. */
export type LinkMessage =
  /** From the runtime: its script is there and listens; all of the add-in's files have run; something was thrown. */
  | { kind: 'hello' }
  | { kind: 'loaded' }
  | { kind: 'thrown'; message: string }
  | { kind: 'call'; id: number; member: string; args: readonly unknown[]; itemNumber: number }
  /** To the runtime. */
  | { kind: 'answer'; id: number; outcome: Outcome }
  | { kind: 'event'; event: HostEvent };

const KINDS: readonly string[] = ['hello', 'loaded', 'thrown', 'call', 'answer', 'event'];

/** Windows hear much; ours are recognised by their kind. The sender is ours too, so the rest is believed. */
function isLinkMessage(message: unknown): message is LinkMessage {
  const kind: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, 'kind') : undefined;
  return typeof kind === 'string' && KINDS.includes(kind);
}

/** The runtime's end: a link whose calls go through the channel. */
export function connectLink(channel: Channel, start: RuntimeStart): HostLink {
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let last = 0;
  let hear: ((event: HostEvent) => void) | null = null;
  channel.listen((message) => {
    if (!isLinkMessage(message)) return;
    if (message.kind === 'event') hear?.(message.event);
    else if (message.kind === 'answer') {
      waiting.get(message.id)?.(message.outcome);
      waiting.delete(message.id);
    }
  });
  return {
    start,
    call: (member, args, itemNumber) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        channel.send({ kind: 'call', id: last, member, args, itemNumber });
      }),
    listen: (listener) => {
      hear = listener;
      channel.send({ kind: 'hello' });
    },
  };
}

/** What the page hears about a runtime. */
export interface LinkListener {
  onLoaded: () => void;
  onError: (error: Error) => void;
}

/** The page's end: does what the runtime asks, and tells it what happens. */
export function serveLink(link: HostLink, channel: Channel, { onLoaded, onError }: LinkListener): void {
  const run = (message: LinkMessage): void => {
    switch (message.kind) {
      case 'hello':
        link.listen((event) => channel.send({ kind: 'event', event }));
        return;
      case 'loaded':
        onLoaded();
        return;
      case 'thrown':
        onError(new Error(message.message));
        return;
      case 'call': {
        const { id, member, args, itemNumber } = message;
        link.call(member, args, itemNumber).then((outcome) => channel.send({ kind: 'answer', id, outcome }), onError);
        return;
      }
      case 'answer':
      case 'event':
    }
  };
  channel.listen((message) => {
    if (isLinkMessage(message)) run(message);
  });
}
