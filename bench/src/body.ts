import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareBody } from '@readback/core';
import type { BodyPlan } from '@readback/core';
import { load } from 'cheerio';
import type { Figure } from './figure.ts';

/** Alternating, so that whatever else the machine does meets both alike. */
const ROUNDS = 5;

/** Both are measured as they run after a while, not as they start. */
const WARM_UP = 3;

const AIM = 8;

const plan: BodyPlan = {
  ownOrigins: ['https://track.example'],
  pixelUrl: `https://track.example/o/${'E'.repeat(52)}`,
  linkUrl: (_destination, position) => `https://track.example/c/${position}`,
};

/** How fast bodies are read and rewritten, against parsing and serialising them with cheerio. */
export async function run(): Promise<Figure[]> {
  const own = { name: 'generated mails', bodies: generatedMails() };
  const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/email-corpus');
  if (!existsSync(folder)) {
    console.log('  (left out: the collection of real mails does not lie beside the project)');
    return [compare(own.name, own.bodies)];
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const real = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  return [compare(own.name, own.bodies), compare('real mails', real)];
}

function compare(name: string, bodies: readonly string[]): Figure {
  const megabytes = bodies.reduce((sum, body) => sum + body.length, 0) / 1e6;
  const prepare = (): number => rate(megabytes, () => bodies.forEach((body) => prepareBody(body, plan)));
  const reference = (): number => rate(megabytes, () => bodies.forEach((body) => load(body).html()));
  for (let round = 0; round < WARM_UP; round += 1) {
    prepare();
    reference();
  }
  const rounds = Array.from({ length: ROUNDS }, () => ({ ours: prepare(), theirs: reference() }));
  const value = median(rounds.map(({ ours }) => ours));
  const theirs = median(rounds.map((round) => round.theirs));
  return {
    name: `prepareBody, ${name}`,
    value,
    unit: 'MB/s',
    reference: { name: 'cheerio load + serialise', value: theirs },
    ratio: median(rounds.map(({ ours, theirs: other }) => ours / other)),
    aim: { atLeast: AIM },
  };
}

function rate(megabytes: number, work: () => void): number {
  const start = performance.now();
  work();
  return megabytes / ((performance.now() - start) / 1_000);
}

/** Mails as people write them: paragraphs, a few links, a signature, and the mail that is answered. */
function generatedMails(): readonly string[] {
  const paragraph = (index: number): string =>
    `<p class=MsoNormal style='margin:0'>Paragraph ${index}: <b>some words</b> and <a href="https://contoso.example/${index}?a=1&amp;b=2">a link</a>, then more words that say little.<o:p></o:p></p>`;
  const history = `<div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Ada</div><div>${Array.from({ length: 60 }, (_, index) => paragraph(index)).join('\n')}</div>`;
  return Array.from({ length: 120 }, (_, index) => {
    const paragraphs = Array.from({ length: 3 + (index % 40) }, (__, at) => paragraph(at)).join('\n');
    return `<html><head><style>p { margin: 0 }</style></head><body><div class=WordSection1>${paragraphs}</div>${index % 2 === 0 ? history : ''}</body></html>`;
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
