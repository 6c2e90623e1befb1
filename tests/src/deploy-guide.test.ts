import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const GUIDE = readFileSync(join(ROOT, 'docs/deploy.md'), 'utf8');

/** Takes the place of everything that would reach out or install something, and notes what it was asked. */
const STAGE = `set -eu
: > asked.txt > bodies.txt
note() { { printf '%s' "$1"; shift; printf '\\t%s' "$@"; echo; } >> asked.txt; }
az() { note az "$@"; case " $* " in *' @- '*) cat >> bodies.txt; printf '\\0' >> bodies.txt;; *) echo from-az;; esac; }
npm() { note npm "$@"; }
curl() { note curl "$@"; }
zip() { note zip "$@"; }
git() { echo 1a2b3c4; }
openssl() { echo c2VjcmV0; }
cd() { :; }
`;

interface Play {
  problems: string;
  asked: readonly (readonly string[])[];
  bodies: readonly string[];
}

/** Runs every command of the guide, from top to bottom in one shell, as a first reader does. */
function play(): Play {
  const blocks = [...GUIDE.matchAll(/^( *)```bash\n([\s\S]*?)^ *```$/gm)].map(([, indent = '', text = '']) =>
    text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
  const folder = mkdtempSync(join(tmpdir(), 'readback-guide-'));
  try {
    const { status, stderr } = spawnSync('bash', ['-c', STAGE + blocks.join('\n')], { cwd: folder, encoding: 'utf8' });
    const lines = readFileSync(join(folder, 'asked.txt'), 'utf8').trimEnd().split('\n');
    const bodies = readFileSync(join(folder, 'bodies.txt'), 'utf8').split('\0').slice(0, -1);
    return { problems: status === 0 ? stderr : `ended with ${status}: ${stderr}`, asked: lines.map(split), bodies };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function split(line: string): readonly string[] {
  return line.split('\t');
}

describe('docs/deploy.md', () => {
  const { problems, asked, bodies } = play();

  it('uses no value before it has it', () => {
    expect(problems).toBe('');
    expect(asked.filter(([program]) => program === 'az').length).toBeGreaterThan(25);
  });

  it('sends the app registration as JSON, and lets it call itself', () => {
    expect(bodies.length).toBe(2);
    const [first, second] = bodies.map((body): unknown => JSON.parse(body));
    expect(first).toMatchObject({ api: { requestedAccessTokenVersion: 2 } });
    expect(second).toMatchObject({
      identifierUris: ['api://readback.contoso.com/from-az'],
      api: { preAuthorizedApplications: [expect.anything(), { appId: 'from-az' }] },
    });
  });

  it('runs nothing of ours that is not there', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    const run = asked.filter(([program, verb]) => program === 'npm' && verb === 'run').map(([, , script]) => script);
    expect(run.length).toBeGreaterThan(3);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(run));
  });

  it('has a row for every setting that the app reads, and sets none that it does not', () => {
    const source = readFileSync(join(ROOT, 'functions/src/config.ts'), 'utf8');
    const read = [...source.matchAll(/reader\.(?:required|optional)\('([A-Z_]+)'/g)].map(([, name]) => name);
    const rows = [...GUIDE.matchAll(/^\| (`[A-Z_`, ]+`) \|/gm)].flatMap(
      ([, names = '']) => names.match(/[A-Z_]+/g) ?? [],
    );
    expect(new Set(rows)).toEqual(new Set(read));
    const set = asked.flat().flatMap((argument) => /^([A-Z][A-Z_]+)=/.exec(argument)?.[1] ?? []);
    expect(read).toEqual(expect.arrayContaining(set.filter((name) => !name.startsWith('FUNCTIONS_'))));
  });
});
