import { isOnAzureDomain } from '../manifest/origin-problem.ts';
import type { Check, Deployment } from './deployment.ts';
import { fail, ok, warn } from './finding.ts';
import type { Finding } from './finding.ts';

const DAY_MS = 86_400_000;
const SOON_DAYS = 21;
const CUSTOM_DOMAIN = 'Add a custom domain to the Function App: docs/deploy.md, "Two names".';

const ELSEWHERE = 'This looks at a deployment that others can reach; --local looks at one on this machine.';

function names({ app, tracking }: Deployment): readonly Finding[] {
  const appHost = new URL(app).hostname;
  const trackingHost = new URL(tracking).hostname;
  if ([appHost, trackingHost].includes('localhost')) return [fail('localhost is this machine', ELSEWHERE)];
  return [
    isOnAzureDomain(appHost)
      ? fail(`${appHost} is Azure's name, and Microsoft's silent sign-in refuses it`, CUSTOM_DOMAIN)
      : ok(`${appHost} is a name of your own`),
    isOnAzureDomain(trackingHost)
      ? warn(`${trackingHost} is Azure's name: its reputation at spam filters is shared with strangers`, CUSTOM_DOMAIN)
      : ok(`${trackingHost} is a name of your own`),
    appHost === trackingHost
      ? warn(
          'one name serves both the add-in and the links',
          `A blocklist that takes the links takes the add-in with them. ${CUSTOM_DOMAIN}`,
        )
      : ok('links have a name apart from the add-in'),
  ];
}

async function certificateOf(origin: string, { inspectCertificate, now }: Deployment): Promise<Finding> {
  const { validTo } = await inspectCertificate(origin);
  const days = Math.floor((validTo.getTime() - now()) / DAY_MS);
  const message = `the certificate of ${new URL(origin).hostname} is trusted and valid for ${days} days`;
  return days < SOON_DAYS
    ? warn(message, 'Renew it, and see that it renews by itself: without it Outlook holds mails back at Send.')
    : ok(message);
}

/** Outlook and recipients must never be sent over plain http; a redirect to https or no answer at all is right. */
async function refusesHttp(origin: string, { ask }: Deployment): Promise<Finding> {
  const plain = origin.replace(/^https:/, 'http:');
  const answer = await ask(`${plain}/healthz`).catch(() => null);
  return answer !== null && answer.status < 300
    ? fail(
        `${plain} answers without encryption`,
        'Switch "HTTPS Only" on, in the portal: Function App → Settings → Configuration.',
      )
    : ok(`${plain} is refused or sent on to https`);
}

function origins({ app, tracking }: Deployment): readonly string[] {
  return [...new Set([app, tracking])];
}

export const checkNames: Check = {
  name: 'names',
  run: async (deployment) => (deployment.isLocal ? [] : names(deployment)),
};

export const checkTls: Check = {
  name: 'tls',
  run: async (deployment) => {
    if (deployment.isLocal) return [];
    const certificates = await Promise.all(origins(deployment).map((origin) => certificateOf(origin, deployment)));
    const plain = await Promise.all(origins(deployment).map((origin) => refusesHttp(origin, deployment)));
    return [...certificates, ...plain];
  },
};
