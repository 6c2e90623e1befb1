import type { MailUntrackedReason } from '@readback/core';
import type { DraftView, SwitchView } from './draft-view.ts';
import { allowedIn, sharedReason } from './shared-reason.ts';

const on: SwitchView = { position: 'on', reason: null };
const cannot = (reason: MailUntrackedReason): SwitchView => ({ position: 'cannot', reason });

const viewOf = (opens: SwitchView, links: SwitchView): DraftView => ({
  opens,
  links,
  linkList: [],
  sample: null,
  wish: { opens: true, links: true },
  readable: true,
});

describe('the reason that stands above both switches', () => {
  it.each([
    [cannot('plain-text'), cannot('plain-text'), 'plain-text'],
    [cannot('client'), cannot('reply'), null],
    [on, cannot('reply'), null],
    [on, on, null],
  ])('%j %j: %s', (opens, links, reason) => {
    expect(sharedReason(viewOf(opens, links))).toBe(reason);
  });
});

describe('what the company allows', () => {
  it.each([
    [on, on, { opens: true, links: true }],
    [cannot('plain-text'), cannot('plain-text'), { opens: true, links: true }],
    [on, cannot('company'), { opens: true, links: false }],
    [cannot('company'), cannot('company'), { opens: false, links: false }],
  ])('%j %j: %j', (opens, links, allowed) => {
    expect(allowedIn(viewOf(opens, links))).toEqual(allowed);
  });
});
