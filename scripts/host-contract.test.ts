import { readFileSync } from 'node:fs';
import { EVENT_TYPES, MAILBOX_ENUMS, OFFICE_ENUMS } from '../simulator/src/office/enums.ts';
import { CONTRACT_FILE, installedTypings, readTypings, writeContract } from './host-contract.ts';

const TAGS = {
  set: (text: string) => `     * [Api set: ${text}]`,
  mode: (text: string) => `     * **{@link https://example.org | Applicable Outlook mode}**: ${text}`,
  permission: (text: string) => `     * **{@link https://example.org | Minimum permission level}**: **${text}**`,
};

/** Typings with one interface whose own tags and member lines are given. */
function typings(interfaceTags: readonly string[], members: readonly string[]): string {
  return [
    'declare namespace Office {',
    '    /**',
    ...interfaceTags,
    '     */',
    '    interface Body {',
    ...members,
    '    }',
    '}',
  ].join('\n');
}

function member(line: string, tags: readonly string[]): string[] {
  return ['        /**', ...tags.map((tag) => `    ${tag}`), '         */', `        ${line}`];
}

describe('the host contract', () => {
  it('is what the installed typings say', () => {
    expect(readFileSync(CONTRACT_FILE, 'utf8')).toBe(writeContract(readTypings(installedTypings())));
  });

  it('has a row for every member whose comment names a Mailbox set', () => {
    const typed = installedTypings();
    const named = [...typed.matchAll(/\[Api set: Mailbox (?:(?!\*\/)[\s\S])*\*\/\r?\n {8}(\w+)\??[(:]/g)].map(
      ([, name]) => name,
    );
    const rows = new Set(Object.keys(readTypings(typed)).map((name) => name.split('.')[1]));
    expect(named.length).toBeGreaterThan(400);
    expect(named.filter((name) => !rows.has(name))).toEqual([]);
  });

  it('takes set, modes and permission from the member’s own comment', () => {
    const lines = member('setAsync(data: string): void;', [
      TAGS.set('Mailbox 1.3'),
      TAGS.mode('Message Compose, Message Read'),
      TAGS.permission('read/write item'),
    ]);
    expect(readTypings(typings([], lines))).toEqual({
      'Body.setAsync': { set: '1.3', modes: ['Message Compose', 'Message Read'], permission: 'read/write item' },
    });
  });

  it('falls back to what the interface says', () => {
    const tags = [TAGS.set('Mailbox 1.7'), TAGS.mode('Compose or Read'), TAGS.permission('read item')];
    expect(readTypings(typings(tags, member('getAsync(): void;', [])))).toEqual({
      'Body.getAsync': { set: '1.7', modes: ['Compose', 'Read'], permission: 'read item' },
    });
  });

  it('keeps the set of Outlook on the web apart where it differs', () => {
    const text =
      'Mailbox 1.1 for Outlook on Windows (classic) and on Mac, Mailbox 1.8 for Outlook on the web and new Outlook on Windows';
    expect(readTypings(typings([], member('attach(): void;', [TAGS.set(text)])))).toEqual({
      'Body.attach': { set: '1.1', webSet: '1.8', modes: null, permission: null },
    });
  });

  it('takes the earliest set of several overloads', () => {
    const lines = [
      ...member('getAsync(a: string): void;', [TAGS.set('Mailbox 1.10')]),
      ...member('getAsync(): void;', [TAGS.set('Mailbox 1.9')]),
    ];
    expect(readTypings(typings([], lines))['Body.getAsync']?.set).toBe('1.9');
  });

  it('leaves out what isn’t Outlook’s', () => {
    expect(readTypings(typings([], member('other(): void;', [])))).toEqual({});
    expect(
      readTypings(
        'declare namespace Excel {\n    interface Body {\n        /** [Api set: Mailbox 1.1] */\n        x: 1;\n    }\n}',
      ),
    ).toEqual({});
  });
});

describe('the enumerations of the played Office', () => {
  const typed = installedTypings();
  const values = (name: string): Record<string, string> => {
    const body =
      new RegExp(`\\n\\s+enum ${name} \\{([\\s\\S]*?)\\n\\s+\\}`).exec(
        typed.slice(typed.indexOf('namespace Office')),
      )?.[1] ?? '';
    return Object.fromEntries(
      [...body.matchAll(/^\s+(\w+)(?: = "?([\w.]+)"?)?,?$/gm)].map(([, key = '', value = '']) => [key, value]),
    );
  };

  it.each(Object.entries(MAILBOX_ENUMS))('%s has the values of the typings', (name, played) => {
    const typedValues = values(name);
    for (const [key, value] of Object.entries(played)) {
      // The typings leave some values out.
      if (typedValues[key] !== '') expect(typedValues[key]).toBe(String(value));
    }
    expect(Object.keys(played).filter((key) => !(key in typedValues))).toEqual([]);
  });

  it.each(Object.entries({ ...OFFICE_ENUMS, EventType: EVENT_TYPES }))(
    '%s has only members of the typings',
    (name, played) => {
      expect(Object.keys(played).filter((key) => !(key in values(name)))).toEqual([]);
    },
  );
});
