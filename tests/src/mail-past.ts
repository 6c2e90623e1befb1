import type { Hit, Recipient } from '@readback/core';
import type { Page } from 'playwright-core';
import { AGENTS, NAVIGATION, NETWORKS, PICTURE } from '../../core/src/truth/hits.fixture.ts';
import { connectionTo } from '../../functions/local/azurite.ts';
import { systemClock } from '../../functions/src/ledger/clock.ts';
import { createLedger } from '../../functions/src/ledger/create-ledger.ts';
import { parseMailboxId, parseMessageId } from '../../functions/src/rows/ids.ts';
import type { MailboxId } from '../../functions/src/rows/ids.ts';
import { systemSources } from '../../functions/src/ledger/ledger-options.ts';
import { registrationOf } from '../../functions/src/ledger/ledger.fixture.ts';
import { createTableStore } from '../../functions/src/store/table-store.ts';
import type { Stage } from './stage.ts';

/** Who or what asked for a mail's picture or link. */
const ASKERS = {
  outlook: { kind: 'open', headers: { 'user-agent': AGENTS.outlook }, network: NETWORKS.home },
  thunderbird: { kind: 'open', headers: { 'user-agent': AGENTS.chrome, ...PICTURE }, network: NETWORKS.home },
  gmail: { kind: 'open', headers: { 'user-agent': AGENTS.gmailProxy }, network: NETWORKS.google },
  apple: { kind: 'open', headers: { 'user-agent': AGENTS.bare }, network: NETWORKS.appleList },
  filter: { kind: 'open', headers: { 'user-agent': AGENTS.chrome, ...NAVIGATION }, network: NETWORKS.mimecast },
  click: { kind: 'click', headers: { 'user-agent': AGENTS.chrome, ...NAVIGATION }, network: NETWORKS.home },
  'filter-click': {
    kind: 'click',
    headers: { 'user-agent': AGENTS.chrome, ...NAVIGATION },
    network: NETWORKS.mimecast,
  },
} satisfies Record<string, Pick<Hit, 'kind' | 'headers' | 'network'>>;

/** Something that happened to a mail, so many milliseconds after it was sent. */
type Happening = readonly [asker: keyof typeof ASKERS, afterMs: number, position?: number];

/** A mail of the past. */
export interface PastMail {
  subject: string;
  to: readonly Recipient[];
  /** Milliseconds since 1970. */
  sentAt: number;
  links: readonly string[];
  happenings: readonly Happening[];
}

/** Begun somewhat before it was sent, with something that no other mail has. */
function idOf({ sentAt }: PastMail, number: number) {
  const begun = (2 ** 48 - 1 - sentAt).toString(16).padStart(12, '0');
  const id = parseMessageId(`${begun}${number.toString(16).padStart(12, '0')}`);
  if (id === null) throw new RangeError(`No mail ${number}`);
  return id;
}

function hitOf([asker, afterMs, position = 0]: Happening, mail: PastMail, number: number): Hit {
  const { kind, ...said } = ASKERS[asker];
  const who = asker.startsWith('filter') ? 'filter' : `reader-${number}`;
  return {
    kind,
    at: mail.sentAt + afterMs,
    ...(kind === 'click' ? { position } : {}),
    method: 'GET',
    ...said,
    country: null,
    city: null,
    client: who,
    neighbourhood: who,
    own: false,
  };
}

/** Writes mails as if they had been sent and met their fate long ago, into the mailbox of whoever is signed in at the page. */
export async function writePast(stage: Stage, page: Page, mails: readonly PastMail[]): Promise<void> {
  const mailboxId = await mailboxOf(page, stage.origin);
  let now = 0;
  const clock = { ...systemClock, now: () => now };
  const store = createTableStore(connectionTo(stage.storage.port));
  const ledger = createLedger({ store, log: () => undefined, ...systemSources, clock });
  const events = mails.flatMap((mail, number) => {
    const id = idOf(mail, number);
    const registration = registrationOf({
      ageMs: 0,
      subject: mail.subject,
      recipients: mail.to,
      trackedLinks: mail.links.map((destination, position) => ({ position, destination })),
      senderDomain: 'contoso.example',
    });
    const hits = mail.happenings.map((each) => hitOf(each, mail, number));
    return [
      { at: mail.sentAt, write: () => ledger.register(mailboxId, id, registration) },
      ...hits.map((hit) => ({ at: hit.at, write: () => ledger.record(mailboxId, id, hit) })),
    ];
  });
  for (const { at, write } of events.sort((one, other) => one.at - other.at)) {
    now = at;
    const outcome = await write();
    if (outcome !== 'created' && outcome !== 'stored') throw new Error(`A mail of the past was ${outcome}`);
  }
}

async function mailboxOf(page: Page, origin: string): Promise<MailboxId> {
  const [answer] = await Promise.all([page.waitForResponse('**/api/mailbox'), page.goto(`${origin}/activity`)]);
  const { mailboxId } = await answer.json();
  const id = parseMailboxId(Buffer.from(String(mailboxId), 'base64url').toString('hex'));
  if (id === null) throw new Error('The server named no mailbox');
  return id;
}
