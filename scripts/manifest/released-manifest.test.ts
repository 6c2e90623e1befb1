import { hashManifest, parseReleases, releaseFault } from './released-manifest.ts';
import type { ManifestRelease } from './released-manifest.ts';

const FIRST: ManifestRelease = { version: '1.0.0.0', sha256: { full: 'aa', opens: 'bb' }, change: 'first' };
const SECOND: ManifestRelease = { version: '1.10.0.0', sha256: { full: 'cc', opens: 'bb' }, change: 'second' };

describe('releaseFault', () => {
  it('lets the released manifests pass', () => {
    expect(releaseFault(FIRST, [FIRST])).toBeNull();
    expect(releaseFault(SECOND, [FIRST, SECOND])).toBeNull();
  });

  it.each([
    ['the manifest changed', { full: 'xx', opens: 'bb' }],
    ['the manifest of the other profile changed', { full: 'aa', opens: 'xx' }],
  ])('asks for a new version and names the consent when %s', (_name, sha256) => {
    const fault = releaseFault({ version: '1.0.0.0', sha256 }, [FIRST]);
    expect(fault).toMatch(/has no new version/);
    expect(fault).toMatch(/until an admin consents again/);
  });

  it('proposes the entry of a new version', () => {
    const fault = releaseFault({ version: '1.0.0.1', sha256: { full: 'xx', opens: 'yy' } }, [FIRST]);
    expect(fault).toMatch(/1\.0\.0\.1 isn't in manifest\.released\.json/);
    expect(fault).toMatch(/until an admin consents again/);
    expect(fault).toContain('"full": "xx"');
  });

  it('compares versions as numbers', () => {
    const current = { version: '1.9.0.0', sha256: { full: 'xx', opens: 'yy' } };
    expect(releaseFault(current, [FIRST])).toMatch(/isn't in/);
    expect(releaseFault(current, [FIRST, SECOND])).toMatch(/has no new version/);
  });

  it('refuses a version that was given back', () => {
    expect(releaseFault({ ...FIRST, version: '0.9.0.0' }, [FIRST])).toMatch(/has no new version/);
  });

  it('refuses releases whose versions do not rise', () => {
    expect(releaseFault(FIRST, [SECOND, FIRST])).toMatch(/must rise: 1\.0\.0\.0/);
    expect(releaseFault(FIRST, [FIRST, FIRST])).toMatch(/must rise/);
  });
});

describe('parseReleases', () => {
  it('reads the list', () => {
    expect(parseReleases(JSON.stringify({ releases: [FIRST, SECOND] }))).toEqual([FIRST, SECOND]);
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no releases', '{}'],
    ['a release without hash', JSON.stringify({ releases: [{ ...FIRST, sha256: undefined }] })],
    ['a release without the hash of a profile', JSON.stringify({ releases: [{ ...FIRST, sha256: { full: 'aa' } }] })],
    ['a release that does not say what changed', JSON.stringify({ releases: [{ ...FIRST, change: '' }] })],
  ])('refuses %s', (_name, json) => {
    expect(parseReleases(json)).toBeNull();
  });
});

describe('hashManifest', () => {
  it('does not see the line ends of a Windows checkout', () => {
    expect(hashManifest('<a>\r\n</a>\r\n')).toBe(hashManifest('<a>\n</a>\n'));
    expect(hashManifest('<a>\n</a>\n')).not.toBe(hashManifest('<a></a>\n'));
  });
});
