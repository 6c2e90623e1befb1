import type { TrackingDecision } from '@readback/core';
import { barNotice, switchNotice } from './bar-notice.ts';

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

describe('barNotice', () => {
  const both = decisionOf(true, true);
  const none = decisionOf(false, false);
  const waiting: TrackingDecision = { ...none, links: { on: false, reason: 'no-links' } };

  it.each<[string, boolean, TrackingDecision, TrackingDecision, RegExp | null]>([
    ['tracked as wished', false, both, both, null],
    ['half tracked', false, decisionOf(true, false), both, null],
    ['not tracked, against the wish', false, none, both, /see why/],
    ['not tracked, as wished', false, none, none, null],
    ['no link yet, and only clicks are wished', false, waiting, decisionOf(false, true), null],
    ['tracked in the first week', true, both, both, /opens and clicks/],
    ['not tracked, as wished, in the first week', true, none, none, /won't track/],
    ['not tracked, against the wish, in the first week', true, none, both, /see why/],
  ])('%s', (_, firstWeek, decision, wish, text) => {
    const notice = barNotice(firstWeek, decision, wish, 'en-US');
    if (text === null) expect(notice).toBeNull();
    else expect(notice).toMatch(text);
  });
});
