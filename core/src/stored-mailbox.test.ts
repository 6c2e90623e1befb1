import { settingsOf } from './mailbox.fixture.ts';
import { DEFAULT_CLIENTS } from './settings.ts';
import { readStoredMailbox } from './stored-mailbox.ts';
import type { StoredMailbox } from './stored-mailbox.ts';
import { encodeBase64url } from './token/base64url.ts';

const stored: StoredMailbox = {
  appOrigin: 'https://readback.contoso.com',
  mailboxId: encodeBase64url(new Uint8Array(8).fill(7)),
  key: encodeBase64url(new Uint8Array(32).fill(9)),
  epoch: 255,
  generation: 0,
  settings: settingsOf(),
  personal: { opens: true, links: false },
};

function without(name: keyof StoredMailbox): object {
  return Object.fromEntries(Object.entries(stored).filter(([each]) => each !== name));
}

describe('readStoredMailbox', () => {
  it('reads what an add-in kept', () => {
    expect(readStoredMailbox(JSON.parse(JSON.stringify(stored)))).toEqual({
      appOrigin: 'https://readback.contoso.com',
      signing: {
        mailboxId: new Uint8Array(8).fill(7),
        key: new Uint8Array(32).fill(9),
        epoch: 255,
        generation: 0,
      },
      settings: settingsOf(),
      personal: { opens: true, links: false },
    });
  });

  const names: readonly (keyof StoredMailbox)[] = [
    'appOrigin',
    'mailboxId',
    'key',
    'epoch',
    'generation',
    'settings',
    'personal',
  ];

  it.each(names)('reads nothing without %s', (name) => {
    expect(readStoredMailbox(without(name))).toBeNull();
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'key'],
    ['an origin with a path', { ...stored, appOrigin: 'https://readback.contoso.com/x' }],
    ['a key of 31 bytes', { ...stored, key: encodeBase64url(new Uint8Array(31)) }],
    ['a key in another alphabet', { ...stored, key: `${stored.key.slice(0, -1)}+` }],
    ['a mailbox id of 9 bytes', { ...stored, mailboxId: encodeBase64url(new Uint8Array(9)) }],
    ['an epoch of 256', { ...stored, epoch: 256 }],
    ['a broken generation', { ...stored, generation: 0.5 }],
    ['half a default', { ...stored, personal: { opens: true } }],
    ['settings without a switch', { ...stored, settings: { ...settingsOf(), links: undefined } }],
    ['a tracking origin that is none', { ...stored, settings: settingsOf({ trackingOrigin: 'track.contoso.com' }) }],
  ])('reads nothing from %s', (_, value) => {
    expect(readStoredMailbox(value)).toBeNull();
  });
});

describe('settings of another version', () => {
  function readSettings(change: object): unknown {
    return readStoredMailbox({ ...stored, settings: { ...settingsOf(), ...change } })?.settings;
  }

  it('get defaults for what an older server does not say', () => {
    const silent = {
      site: undefined,
      clients: undefined,
      leaveUrlText: undefined,
      leaveSignature: undefined,
      excludedHosts: undefined,
      excludedPatterns: undefined,
      otherSenders: undefined,
      harmlessLabels: undefined,
      contact: undefined,
    };
    expect(readSettings(silent)).toEqual(settingsOf({ contact: '' }));
  });

  it('touch no mail where the state of tracking is a word of a newer server', () => {
    expect(readSettings({ tracking: 'half' })).toMatchObject({ tracking: 'listen-only' });
  });

  it('do nothing on a client whose row holds a word of a newer server', () => {
    const clients = { ...DEFAULT_CLIENTS, classic: { pixel: 'prepend', links: 'on', silentSignIn: true } };
    expect(readSettings({ clients })).toMatchObject({ clients: { classic: { pixel: 'none', links: 'on' } } });
  });
});
