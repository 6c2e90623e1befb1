import type { ClientDescription } from '../client/describe-client.ts';
import type { Hit, Network } from '../verdict.ts';
import { isFossil, isOldChromeInDataCentre } from './evidence-questions.ts';
import { because, cannotTell, sender } from './rule.ts';
import type { Evidence, Rule } from './rule.ts';
import { whoAsked, type WhoAsked } from './who-asked.ts';

/**
 * Rules about what the sender may have done without the pane being open: by the address that the add-in asks from, and by
 * replies that quote a mail. They stand between the rules about requests that nobody looks at and those about programs.
 */
export const SENDER_RULES: readonly Rule[] = [
  {
    name: 'S1',
    evidence: 'the sender’s own program on the sender’s own address, and no recipient in the sender’s company',
    says: [['sender', 6, 'own-look']],
    source: 'open-truth.md §5d 2: own authenticated calls tell address and program',
    claim: (evidence) =>
      mayBePerson(evidence) && evidence.hit.fromSender === 'same-program' && !evidence.hasColleague
        ? sender(because('own-look'))
        : null,
  },
  {
    name: 'S2',
    evidence: 'another program on the sender’s own address, and no recipient in the sender’s company',
    says: [['unknown', 6, 'own-network']],
    source: 'open-truth.md §5d 2',
    claim: (evidence) =>
      mayBePerson(evidence) && evidence.hit.fromSender === 'other-program' && !evidence.hasColleague
        ? cannotTell(because('own-network'))
        : null,
  },
  {
    name: 'S3',
    evidence: 'the sender’s own address, which a recipient in the same company may share',
    says: [['unknown', 6, 'same-office']],
    source: 'open-truth.md §5d 2; one office address stands for many people with the same programs',
    claim: (evidence) =>
      mayBePerson(evidence) && isFromSendersAddress(evidence) && evidence.hasColleague
        ? cannotTell(because('same-office'))
        : null,
  },
  {
    name: 'S4',
    evidence: 'the picture of a mail that a reply quotes, right after that reply was sent',
    says: [['unknown', 6, 'may-be-from-reply']],
    source: 'open-truth.md §5d 4: every look at the thread would be a new open of the older mail',
    claim: (evidence) =>
      evidence.hit.kind === 'open' && evidence.hit.quoted === true && mayShowMail(evidence)
        ? cannotTell(because('may-be-from-reply'))
        : null,
  },
];

function isFromSendersAddress({ hit: { fromSender } }: Evidence): boolean {
  return fromSender === 'same-program' || fromSender === 'other-program';
}

/**
 * Whether a hit may be the picture that the sender's own Outlook loads while it shows the mail. A click never is: where it
 * comes from tells more than when it came. Nor is what another mail program, a phone, a service or a check asks for, nor
 * what comes from elsewhere than the sender's add-in.
 */
export function mayBeLook(hit: Hit, asked: WhoAsked = whoAsked(hit)): boolean {
  if (hit.kind !== 'open' || hit.method !== 'GET') return false;
  return mayBeOutlook(asked.client) && mayComeFromOutlook(hit) && !isFossilAsked(hit, asked);
}

/** The add-in runs in Outlook on computers: in its own engines, in Word's, in WebKit, which Apple Mail also writes, and in browsers. */
function mayBeOutlook({ kind, name, device }: ClientDescription): boolean {
  if (device === 'phone' || device === 'tablet') return false;
  if (kind !== 'mail-client') return kind === 'browser' || kind === 'app' || kind === 'unknown';
  return name === 'Outlook' || name === 'Apple Mail' || name === 'Microsoft Office MAPI Client';
}

/** Networks of services: none of them carries what an Outlook asks for, but for Microsoft's, whose server Outlook on the web uses. */
const NEVER_OUTLOOK: readonly Network['kind'][] = ['mail-security', 'image-proxy', 'privacy-relay', 'google'];

/** Of a company's web gateway, pictures and calls may leave through different houses. */
const LEAVES_ELSEWHERE: readonly Network['kind'][] = ['microsoft', 'web-gateway'];

function mayComeFromOutlook({ network, fromSender }: Hit): boolean {
  if (network === null) return fromSender !== 'elsewhere';
  if (NEVER_OUTLOOK.includes(network.kind)) return false;
  return fromSender !== 'elsewhere' || LEAVES_ELSEWHERE.includes(network.kind);
}

function isFossilAsked(hit: Hit, { client, agent }: WhoAsked): boolean {
  const asked = { hit, client, agent, network: hit.network?.kind ?? null };
  // Word's engine in classic Outlook is Internet Explorer's to this day.
  return client.kind !== 'mail-client' && (isFossil(asked) || isOldChromeInDataCentre(asked));
}

/** Programs that somebody sits at, as far as they say: what names itself as a machine is told by its own rules. */
function mayBePerson({ client: { kind } }: Evidence): boolean {
  return kind === 'mail-client' || kind === 'browser' || kind === 'app' || kind === 'unknown';
}

/** The same, and the picture servers that load what a mail program shows. */
function mayShowMail(evidence: Evidence): boolean {
  return mayBePerson(evidence) || evidence.client.kind === 'image-proxy';
}
