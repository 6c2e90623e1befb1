import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerEnvelope, SMTPServerSession } from 'smtp-server';

/** A message as SMTP delivered it. */
export interface DeliveredMessage {
  /** With the trace headers that the receiving server puts before it (RFC 5321 §4.4). */
  raw: Buffer;
  /** Every address that it was delivered to, as SMTP named them. */
  recipients: readonly string[];
}

/** A mail server on this machine, and the client that hands messages to it: both ends of one real SMTP session. */
export interface SmtpLoopback {
  port: number;
  /** Sends one message; resolves with what the receiving side made of it. Rejects with MessageTooLarge, or as SMTP failed. */
  send(message: SendMailOptions): Promise<string>;
  stop(): Promise<void>;
}

/** The message is larger than the server takes. */
export class MessageTooLarge extends Error {
  constructor(cause?: unknown) {
    super('The message is too large', { cause });
    this.name = 'MessageTooLarge';
  }
}

/** Exchange Online's default for what it receives, in bytes (Microsoft, "Exchange Online limits": 36 MB). */
export const MAX_MESSAGE_BYTES = 36 * 1024 * 1024;

const TOO_LARGE = 552;

/**
 * Starts the server on a free port of 127.0.0.1, where nobody else can reach it.
 * @param deliver takes a message and gives the id that it is known by from then on.
 */
export async function startSmtpLoopback(
  deliver: (message: DeliveredMessage) => Promise<string>,
  maxBytes: number,
): Promise<SmtpLoopback> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideSMTPUTF8: false,
    size: maxBytes,
    onData: (stream, session, callback) => {
      receive(stream, session, deliver).then(
        (id) => callback(null, `queued as ${id}`),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  // Clients of this machine that go away in the middle are no reason to end.
  server.on('error', () => undefined);
  const port = await listen(server);
  const client = createTransport({ host: '127.0.0.1', port, name: 'outlook.simulator.example', ignoreTLS: true });
  return {
    port,
    send: async (message) => {
      try {
        return readId((await client.sendMail(message)).response);
      } catch (error) {
        throw isTooLarge(error) ? new MessageTooLarge(error) : error;
      }
    },
    stop: async () => {
      client.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

async function listen(server: SMTPServer): Promise<number> {
  return await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  deliver: (message: DeliveredMessage) => Promise<string>,
): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) if (Buffer.isBuffer(piece)) pieces.push(piece);
  if (stream.sizeExceeded) throw Object.assign(new Error('Message exceeds fixed limit'), { responseCode: TOO_LARGE });
  const { envelope } = session;
  return await deliver({
    raw: Buffer.concat([Buffer.from(traceOf(session)), ...pieces]),
    recipients: envelope.rcptTo.map(({ address }) => address),
  });
}

/** Where the message came from and when, written by whoever received it (RFC 5321 §4.4). */
function traceOf({ envelope, hostNameAppearsAs, id, transmissionType }: SMTPServerSession): string {
  const from = `from ${hostNameAppearsAs} ([127.0.0.1])`;
  const by = `by mail.recipient.example with ${transmissionType} id ${id}`;
  return `Return-Path: <${senderOf(envelope)}>\r\nReceived: ${from}\r\n ${by};\r\n ${new Date().toUTCString()}\r\n`;
}

function senderOf({ mailFrom }: SMTPServerEnvelope): string {
  return mailFrom === false ? '' : mailFrom.address;
}

function readId(response: string): string {
  return /queued as (\S+)/.exec(response)?.[1] ?? '';
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'responseCode' in error && error.responseCode === TOO_LARGE;
}
