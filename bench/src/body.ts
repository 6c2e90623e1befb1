import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BodyPlan, prepareBody } from '@readback/core';
import { load } from 'cheerio';
import { asItShips } from './as-it-ships.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';
import { root } from './project.ts';

/** Alternating, so that whatever else the machine does meets both alike. */
const ROUNDS = 9;

/**
 * Each works as long in a turn, over the mails again and again: a single pass of ours is shorter than a pause of the machine, and
 * would pay for what the other left to the garbage collector.
 */
const TURN_MS = 500;

/** Turns that don't count: both are measured as they run after a while, not as they start. */
const WARM_UP = 2;

const AIM = 8;

const plan: BodyPlan = {
  ownOrigins: ['https://track.example'],
  pixelUrl: `https://track.example/o/${'E'.repeat(52)}`,
  linkUrl: (_destination, position) => `https://track.example/c/${position}`,
};

/** How fast bodies are read and rewritten, against parsing and serialising them with cheerio. */
export async function run(): Promise<Figure[]> {
  const prepare = await bundledPrepareBody();
  const generated = compare({ name: 'generated mails', bodies: generatedMails() }, prepare);
  const folder = join(root, '../shared/email-corpus');
  if (!existsSync(folder)) {
    console.log('  (left out: the collection of real mails does not lie beside the project)');
    return [generated];
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const bodies = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  return [generated, compare({ name: 'real mails', bodies }, prepare)];
}

async function bundledPrepareBody(): Promise<typeof prepareBody> {
  const core = await asItShips('core/src/index.ts');
  if (!isCore(core)) throw new Error('The bundle of core has no prepareBody');
  return core.prepareBody;
}

function isCore(core: unknown): core is { prepareBody: typeof prepareBody } {
  return typeof core === 'object' && core !== null && 'prepareBody' in core;
}

interface Mails {
  name: string;
  bodies: readonly string[];
}

function compare({ name, bodies }: Mails, ours: typeof prepareBody): Figure {
  const megabytes = bodies.reduce((sum, body) => sum + body.length, 0) / 1e6;
  const prepare = (): number => rate(megabytes, () => bodies.forEach((body) => ours(body, plan)));
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

/** Megabytes a second in one turn. */
function rate(megabytes: number, work: () => void): number {
  const start = performance.now();
  let passes = 0;
  let elapsed = 0;
  while (elapsed < TURN_MS) {
    work();
    passes += 1;
    elapsed = performance.now() - start;
  }
  return (megabytes * passes) / (elapsed / 1_000);
}

/**
 * Mails as people write them in Outlook: a head full of styles, paragraphs, now and then a link, and every other one with the
 * mail that it answers. In 1,000 characters they have about as many tags (12) and links (0.8) as real mails have on average.
 */
function generatedMails(): readonly string[] {
  const history = `<div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Ada</div><div>${paragraphs(60)}</div>`;
  return Array.from({ length: 120 }, (_, index) => {
    const text = paragraphs(3 + (index % 40));
    return `${HEAD}<body><div class=WordSection1>${text}</div>${index % 2 === 0 ? history : ''}</body></html>`;
  });
}

const HEAD = `<html><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><style><!--
${'p.MsoNormal, li.MsoNormal, div.MsoNormal { margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif; }\n'.repeat(6)}--></style>
<!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]--></head>`;

function paragraphs(count: number): string {
  return Array.from({ length: count }, (_, index) => paragraph(index)).join('\n');
}

function paragraph(index: number): string {
  const link = `<a href="https://contoso.example/${index}?a=1&amp;b=2" style='color:#0563C1'>the offer of today</a>`;
  const words = `Paragraph ${index} has <b>some words</b> of its own, and <i>others</i> that say little more`;
  const rest = index % 3 === 0 ? `, see ${link} for the rest` : ', as most paragraphs of most mails do';
  return `<p class=MsoNormal style='margin:0cm'><span lang=EN-US style='font-size:11.0pt'>${words}${rest}.<o:p></o:p></span></p>`;
}
