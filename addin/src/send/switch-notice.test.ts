import type { TrackingDecision } from '@readback/core';
import { switchNotice } from './switch-notice.ts';

function decisionOf(opens: boolean, links: boolean): TrackingDecision {
  return {
    opens: { way: opens ? 'append' : 'none', reason: opens ? null : 'mail' },
    links: { on: links, reason: links ? null : 'mail' },
    schedule: opens,
    write: links,
  };
}

describe('switchNotice', () => {
  it.each<[string, boolean, TrackingDecision | null, RegExp]>([
    ['switched off', true, decisionOf(false, false), /won't track this mail/],
    ['switched on again', false, decisionOf(true, true), /opens and clicks/],
    [
      'switched on again, links never tracked here',
      false,
      decisionOf(true, false),
      /opens of this mail, but no clicks/,
    ],
    ['switched on again, no picture here', false, decisionOf(false, true), /clicks in this mail, but no opens/],
    ['switched on again, but nothing can be tracked', false, decisionOf(false, false), /see why/],
    ['switched on again without a key', false, null, /see why/],
  ])('%s', (_, isOff, decision, text) => {
    expect(switchNotice(isOff, decision, 'en-US')).toMatch(text);
  });

  it.each(['de', 'de-DE', 'DE-at'])('speaks German in an Outlook of %s', (language) => {
    expect(switchNotice(true, null, language)).toMatch(/verfolgt diese E-Mail nicht/);
  });

  it.each(['fr-FR', '', 'den'])('speaks English in an Outlook of "%s"', (language) => {
    expect(switchNotice(true, null, language)).toMatch(/won't track/);
  });

  it('never says more than Outlook shows', () => {
    const cases = [true, false].flatMap((opens) => [true, false].map((links) => decisionOf(opens, links)));
    const texts = ['en', 'de'].flatMap((language) => cases.map((decision) => switchNotice(false, decision, language)));
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(150);
  });
});
