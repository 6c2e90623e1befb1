import type { Hit } from '../verdict.ts';
import { AGENTS, HOUR, NETWORKS, click, open } from './hits.fixture.ts';
import { mayBeLook } from './sender-rules.ts';

const MAC_OUTLOOK = 'MacOutlook/16.89.24091630 (Intelx64 Mac OS X Version 14.6.1 (Build 23G93))';
const PHONE_MAIL =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
const THUNDERBIRD = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Thunderbird/140.5.0';

describe('mayBeLook', () => {
  it.each<[string, Hit]>([
    ['classic Outlook', open({ agent: AGENTS.outlook })],
    ['Outlook on a Mac', open({ agent: MAC_OUTLOOK })],
    ['a Mac’s web view, as new Outlook has one', open({ agent: AGENTS.appleMail })],
    ['Outlook on the web', open({ agent: AGENTS.chrome })],
    ['Microsoft’s picture server, which Outlook on the web uses', open({ network: NETWORKS.microsoft })],
    ['the same, though the sender sits elsewhere', open({ network: NETWORKS.microsoft, fromSender: 'elsewhere' })],
    ['a company’s web gateway with several exits', open({ network: NETWORKS.gateway, fromSender: 'elsewhere' })],
    ['a cloud PC', open({ network: NETWORKS.hosting })],
    ['the sender’s own address', open({ fromSender: 'same-program' })],
    ['a program without a name', open({ agent: '' })],
    ['an unknown network', open({ network: null })],
  ])('takes %s for what may be the sender’s Outlook', (_, hit) => {
    expect(mayBeLook(hit)).toBe(true);
  });

  it.each<[string, Hit]>([
    ['a click', click()],
    ['a check by HEAD', open({ method: 'HEAD' })],
    ['another address than the sender’s', open({ fromSender: 'elsewhere' })],
    ['the same of an unknown network', open({ network: null, fromSender: 'elsewhere' })],
    ['Gmail’s picture server', open({ agent: AGENTS.gmailProxy, network: NETWORKS.google })],
    ['Gmail’s prefetch', open({ agent: AGENTS.gmailPrefetch, network: NETWORKS.google })],
    ['Yahoo’s picture server', open({ agent: AGENTS.yahooProxy, network: NETWORKS.yahoo })],
    ['a browser in a mail service’s network', open({ network: NETWORKS.proton })],
    ['Apple’s privacy proxy', open({ agent: AGENTS.bare, network: NETWORKS.appleList })],
    ['a browser behind Apple’s relay', open({ agent: AGENTS.safari, network: NETWORKS.akamai })],
    ['a mail filter', open({ network: NETWORKS.mimecast })],
    ['an old browser that checks from Microsoft’s', open({ agent: AGENTS.oldChrome, network: NETWORKS.microsoft })],
    ['a browser that never existed', open({ agent: AGENTS.macExplorer })],
    ['a chat’s preview', open({ agent: AGENTS.slack })],
    ['a library', open({ agent: AGENTS.python })],
    ['a load in advance', open({ headers: { 'sec-purpose': 'prefetch' }, after: HOUR })],
    ['a mail app on a phone', open({ agent: PHONE_MAIL })],
    ['a browser on a phone', open({ agent: AGENTS.safari })],
    ['another mail program', open({ agent: THUNDERBIRD })],
  ])('never takes %s for the sender’s Outlook', (_, hit) => {
    expect(mayBeLook(hit)).toBe(false);
  });
});
