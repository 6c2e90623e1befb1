import type { ClientDescription, Verdict } from '@readback/core';
import { hitOf } from './hit.fixture.ts';
import { hasPlace, isSomebody, whoAsked } from './who-asked.ts';

const hitBy = (actor: Verdict['actor'], kind: ClientDescription['kind'], name: string | null) =>
  hitOf(0, { verdict: { ...hitOf(0).verdict, actor }, client: { kind, name, device: null } });

describe('who asked', () => {
  it.each([
    ['person', 'mail-client', 'Outlook', 'person', null],
    ['likely-person', 'browser', 'Edge', 'likely', null],
    ['image-proxy', 'image-proxy', 'Gmail', 'server', 'Gmail'],
    ['image-proxy', 'browser', 'Chrome', 'server', null],
    ['prefetch', 'prefetch', 'Apple Mail', 'ahead', 'Apple Mail'],
    ['scanner', 'scanner', 'Barracuda', 'scanner', 'Barracuda'],
    ['scanner', 'browser', 'Chrome', 'scanner', null],
    ['scanner', 'tool', 'curl', 'program', 'curl'],
    ['scanner', 'bot', 'Googlebot', 'program', 'Googlebot'],
    ['link-preview', 'link-preview', 'Slack', 'preview', 'Slack'],
    ['link-preview', 'browser', 'Safari', 'preview', null],
    ['sender', 'mail-client', 'Outlook', 'you', null],
    ['unknown', 'unknown', 'Thing', 'unknown', null],
  ] as const)('%s with a %s called %s is shown as %s, %s', (actor, kind, name, asker, shown) => {
    expect(whoAsked(hitBy(actor, kind, name))).toEqual({ asker, name: shown });
  });

  it('may have been a recipient only where a person was behind it', () => {
    const askers = ['person', 'likely', 'server', 'ahead', 'scanner', 'program', 'preview', 'you', 'unknown'] as const;
    expect(askers.filter(isSomebody)).toEqual(['person', 'likely', 'server']);
    expect(askers.filter(hasPlace)).toEqual(['person', 'likely', 'unknown']);
  });
});
