import { describeClient } from '../client/describe-client.ts';
import type { ClientDescription } from '../client/describe-client.ts';
import type { Hit } from '../verdict.ts';
import { because, cannotTell, sender } from './rule.ts';
import type { Evidence, Rule } from './rule.ts';

/**
 * Rules about what the sender may have done without the pane being open: by the address that the add-in asks from, and by
 * replies that quote a mail. They stand between the rules about requests that nobody looks at and those about programs.
 */
export const SENDER_RULES: readonly Rule[] = [
  {
    name: 'S1',
    evidence: 'the sender’s own program on the sender’s own address, and no recipient in the sender’s company',
    source: 'open-truth.md §5d 2: own authenticated calls tell address and program',
    claim: (evidence) =>
      mayBePerson(evidence) && evidence.hit.fromSender === 'same-program' && !evidence.hasColleague
        ? sender(because('own-look'))
        : null,
  },
  {
    name: 'S2',
    evidence: 'another program on the sender’s own address, and no recipient in the sender’s company',
    source: 'open-truth.md §5d 2',
    claim: (evidence) =>
      mayBePerson(evidence) && evidence.hit.fromSender === 'other-program' && !evidence.hasColleague
        ? cannotTell(because('own-network'))
        : null,
  },
  {
    name: 'S3',
    evidence: 'the sender’s own address, which a recipient in the same company may share',
    source: 'open-truth.md §5d 2; one office address stands for many people with the same programs',
    claim: (evidence) =>
      mayBePerson(evidence) && evidence.hit.fromSender !== undefined && evidence.hasColleague
        ? cannotTell(because('same-office'))
        : null,
  },
  {
    name: 'S4',
    evidence: 'the picture of a mail that a reply quotes, right after that reply was sent',
    source: 'open-truth.md §5d 4: every look at the thread would be a new open of the older mail',
    claim: (evidence) =>
      evidence.hit.kind === 'open' && evidence.hit.quoted === true && mayShowMail(evidence)
        ? cannotTell(because('may-be-from-reply'))
        : null,
  },
];

/**
 * Whether a hit may be the picture that the sender's own Outlook loads while it shows the mail. A click never is: where it
 * comes from tells more than when it came. Nor is what names itself as Gmail's picture server, a preview or a bot.
 */
export function mayBeLook(hit: Hit, client: ClientDescription = describeClient(hit.headers)): boolean {
  return hit.kind === 'open' && isPersonal(client);
}

/** Programs that somebody sits at, as far as they say: what names itself as a machine is told by its own rules. */
function mayBePerson({ client }: Evidence): boolean {
  return isPersonal(client);
}

function isPersonal({ kind }: ClientDescription): boolean {
  return kind === 'mail-client' || kind === 'browser' || kind === 'app' || kind === 'unknown';
}

/** The same, and the picture servers that load what a mail program shows. */
function mayShowMail(evidence: Evidence): boolean {
  return mayBePerson(evidence) || evidence.client.kind === 'image-proxy';
}
