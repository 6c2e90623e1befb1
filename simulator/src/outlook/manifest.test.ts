import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from './manifest.ts';
import { manifestXml } from './stage.fixture.ts';

const product = readFileSync(join(__dirname, '../../../manifest.xml'), 'utf8');

describe('readManifest', () => {
  it('reads buttons with their texts, icons and actions', () => {
    expect(readManifest(manifestXml(), 'en-US')?.buttons).toEqual([
      {
        id: 'pane',
        surface: 'compose',
        group: 'Stage',
        label: 'Open',
        tooltip: { title: 'Open', text: 'Opens the pane' },
        icons: { 16: 'https://app.example/16.png', 32: 'https://app.example/32.png' },
        action: { kind: 'pane', page: 'https://app.example/handlers.html', pinnable: true },
      },
      {
        id: 'switch',
        surface: 'compose',
        group: 'Stage',
        label: "Don't & do",
        tooltip: null,
        icons: {},
        action: { kind: 'function', functionName: 'command' },
      },
      {
        id: 'mobilePane',
        surface: 'mobile-read',
        group: 'Stage',
        label: 'Open',
        tooltip: null,
        icons: { 25: 'https://app.example/16.png' },
        action: { kind: 'pane', page: 'https://app.example/handlers.html', pinnable: false },
      },
    ]);
  });

  it('reads events, runtimes and permissions', () => {
    expect(readManifest(manifestXml({ sendMode: 'SoftBlock' }), 'en-US')).toMatchObject({
      permission: 'ReadWriteItem',
      extendedPermissions: ['AppendOnSend'],
      functionFile: 'https://app.example/handlers.html',
      runtime: { page: 'https://app.example/handlers.html', script: 'https://app.example/handlers.js' },
      events: [
        { type: 'OnMessageCompose', functionName: 'compose', sendMode: null },
        { type: 'OnMessageSend', functionName: 'send', sendMode: 'SoftBlock' },
      ],
      mobileEvents: [{ type: 'OnNewMessageCompose', functionName: 'compose', sendMode: null }],
      images: { Icon16: 'https://app.example/16.png', Icon32: 'https://app.example/32.png' },
      supportsSharedFolders: true,
    });
  });

  it.each([
    ['de-DE', 'Bühne'],
    ['de-AT', 'Bühne'],
    ['fr-FR', 'Stage'],
    ['en-US', 'Stage'],
  ])('takes the name for %s', (language, name) => {
    expect(readManifest(manifestXml(), language)?.name).toBe(name);
  });

  it.each(['', 'no XML', '<OfficeApp/>', '<OfficeApp><VersionOverrides/></OfficeApp>', `${manifestXml()}<more>`])(
    'answers null for what is no manifest: %.40s',
    (xml) => {
      expect(readManifest(xml, 'en-US')).toBeNull();
    },
  );

  it('reads the product’s own manifest in both languages', () => {
    const labels = (language: string): string[] =>
      readManifest(product, language)?.buttons.map(({ label }) => label) ?? [];
    expect(labels('en-US')).toHaveLength(labels('de-DE').length);
    expect(labels('en-US')).not.toEqual(labels('de-DE'));
    const german = readManifest(product, 'de-DE');
    expect(german?.events.map(({ type }) => type)).toContain('OnMessageSend');
    for (const { icons } of german?.buttons ?? []) expect(Object.values(icons).join(' ')).toMatch(/^https:/);
  });
});
