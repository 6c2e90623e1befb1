import type { Answer, Check, Deployment } from './deployment.ts';
import { fail, ok } from './finding.ts';
import type { Finding } from './finding.ts';
import { MADE_HOST, madeLinkUrl, madePixelUrl } from './made-links.ts';

const LINK_CHARACTERS = 900;
const GIF_SIGNATURE = 'GIF89a';
const STRANGE_ORIGIN = 'https://outlook.office.com';
const NO_PROXY =
  'Let nothing before the Function App (Front Door, a gateway) add, cache or change what /o and /c answer.';

/** A picture that a page may read is turned into an attachment by new Outlook (office-js#6780): so no CORS, whoever asks. */
const NO_CORS = 'Remove every entry from the CORS settings of the Function App: az functionapp cors remove.';

function corsHeader(answer: Answer): string | null {
  return answer.headers.get('access-control-allow-origin');
}

function pictureFault(answer: Answer, method: string): string | null {
  if (answer.status !== 200) return `answers ${answer.status} to ${method}`;
  if (answer.headers.get('content-type') !== 'image/gif')
    return `is ${answer.headers.get('content-type')} to ${method}`;
  if (answer.headers.get('set-cookie') !== null) return `sets a cookie on ${method}`;
  if (answer.headers.get('cache-control')?.includes('no-store') !== true) return `may be kept after ${method}`;
  if (answer.headers.get('x-robots-tag')?.includes('noindex') !== true) return `may be indexed after ${method}`;
  return method === 'GET' && !answer.body.startsWith(GIF_SIGNATURE) ? 'is no GIF' : null;
}

async function pictureFinding({ tracking, now, ask }: Deployment): Promise<Finding> {
  const url = madePixelUrl(tracking, now());
  const faults = [
    pictureFault(await ask(url), 'GET'),
    pictureFault(await ask(url, { method: 'HEAD' }), 'HEAD'),
    pictureFault(await ask(`${tracking}/o/x`), 'GET'),
  ].filter((fault) => fault !== null);
  return faults[0] === undefined
    ? ok('the picture is the same GIF for any address, is not kept and sets no cookie')
    : fail(`the picture ${faults[0]}`, NO_PROXY);
}

async function corsFinding({ tracking, now, ask }: Deployment): Promise<Finding> {
  const url = madePixelUrl(tracking, now());
  const asked = await ask(url, { headers: { Origin: STRANGE_ORIGIN } });
  const before = await ask(url, {
    method: 'OPTIONS',
    headers: { Origin: STRANGE_ORIGIN, 'Access-Control-Request-Method': 'GET' },
  });
  const allowed = corsHeader(asked) ?? corsHeader(before);
  return allowed === null
    ? ok('no page may read the picture: there is no CORS header')
    : fail(`the picture says Access-Control-Allow-Origin: ${allowed}`, NO_CORS);
}

function linkFinding(answer: Answer, characters: number): Finding {
  const what = `a link of ${characters} characters with a wrong signature`;
  const isOurs = answer.body.includes(MADE_HOST) && answer.headers.get('x-robots-tag')?.includes('noindex') === true;
  if (answer.headers.get('location') !== null || answer.status < 400)
    return fail(
      `${what} is followed: ${answer.status}`,
      'This is not the Function App of this project: check DNS and the deployed package.',
    );
  if (answer.status === 503 && isOurs)
    return fail(`${what} can't be checked`, 'No valid master: see the setting MASTERS and /healthz.');
  if (answer.status === 400 && isOurs) return ok(`${what} reaches our page, which sends nobody anywhere`);
  return fail(
    `${what} is answered by something else: ${answer.status}`,
    'Long path segments are refused before our code on Windows plans and by some gateways: use a Linux plan, without API Management before it (azure-docs#68522).',
  );
}

/** The picture and the links, as recipients meet them. Only addresses made here are asked for, none out of a mail. */
export const checkTracking: Check = {
  name: 'tracking',
  run: async (deployment) => {
    const { tracking, now, ask } = deployment;
    const url = madeLinkUrl(tracking, now(), LINK_CHARACTERS);
    return [
      await pictureFinding(deployment),
      await corsFinding(deployment),
      linkFinding(await ask(url), url.length),
      linkFinding(await ask(`${url}+`), url.length + 1),
    ];
  },
};
