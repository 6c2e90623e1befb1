import type { Figure } from './figure.ts';

/** Each part brings its own figures; they run one after the other so that they don't disturb each other. */
const parts: Readonly<Record<string, () => Promise<{ run(): Promise<Figure[]> }>>> = {
  body: () => import('./body.ts'),
  ledger: () => import('./ledger.ts'),
  requests: () => import('./requests.ts'),
  verdicts: () => import('./verdicts.ts'),
  'cold-load': () => import('./cold-load.ts'),
  networks: () => import('./networks.ts'),
  'handler-size': () => import('./handler-size.ts'),
  'pane-size': () => import('./pane-size.ts'),
  overview: () => import('./overview.ts'),
  'pane-time': () => import('./pane-time.ts'),
};

const USAGE = `npm run bench -- [NAME…]
  (nothing)  every figure, one after the other: some minutes
  NAME       ${Object.keys(parts).join(', ')}`;

const wanted = process.argv.slice(2);
if (wanted.includes('--help') || wanted.includes('-h')) {
  console.log(USAGE);
  process.exit(0);
}
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no figure called ${unknown.join(', ')}.\n\n${USAGE}`);
  process.exit(2);
}

let missed = 0;
for (const [name, load] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  const part = await load();
  for (const figure of await part.run()) {
    console.log(describe(figure));
    if (!isReached(figure)) missed += 1;
  }
}
console.log(missed === 0 ? '\nEvery aim is reached.' : `\n${missed} aim(s) missed.`);
process.exitCode = missed === 0 ? 0 : 1;

function describe(figure: Figure): string {
  const against =
    figure.reference === null
      ? ''
      : `  against ${figure.reference.name}: ${round(figure.reference.value)} ${figure.unit}`;
  const aim = 'atLeast' in figure.aim ? `at least ${figure.aim.atLeast}` : `at most ${figure.aim.atMost}`;
  const ratio = figure.reference === null ? '' : `  ratio ${round(figure.ratio)}`;
  const mark = isReached(figure) ? 'ok    ' : 'MISSED';
  return `  ${mark} ${figure.name}: ${round(figure.value)} ${figure.unit}${against}${ratio}  (aim: ${aim})`;
}

function isReached(figure: Figure): boolean {
  return 'atLeast' in figure.aim ? figure.ratio >= figure.aim.atLeast : figure.ratio <= figure.aim.atMost;
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
