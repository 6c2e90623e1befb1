import { eachOf, prepareMarked } from './outline.fixture.ts';
import { reasonsOf } from './plan.fixture.ts';

/** In these mails [old] stands for the links of the signature. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['Outlook on the web', '<div>x [own]</div><div id="Signature"><p>Robin</p>[old]</div>'],
  [
    'Outlook on the web, a reply',
    '<div>x [own]</div><div id="Signature">[old]</div>§<div id="appendonsend"></div><hr tabindex="-1"><div id="divRplyFwdMsg">a</div>',
  ],
  ['Outlook on the web, where its ids got prefixes', '<div>x [own]</div><div id="x_Signature">[old]</div>'],
  ['Outlook on a phone', '<div>x [own]</div><div id="ms-outlook-mobile-signature">[old]</div>'],
  [
    'classic Outlook',
    "<p>x [own]</p><p><a name=\"_MailAutoSig\"><span style='mso-bookmark:_MailAutoSig'>Robin</span></a></p><p><span style='mso-bookmark:_MailAutoSig'>[old]</span></p><p>y [own]</p>",
  ],
  [
    'classic Outlook, in the line of its bookmark',
    '<p>x [own]</p><p>[old]<a name="_MailAutoSig">Robin</a></p><p><span style="mso-bookmark:_MailAutoSig">[old]</span></p>',
  ],
  [
    'Gmail',
    '<div>x [own]</div><br clear="all"><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div>[old]</div></div>',
  ],
  ['Apple Mail', '<div>x [own]</div><div id="AppleMailSignature" dir="ltr">[old]</div>'],
  ['Apple Mail on a phone', '<div>x [own]</div><br id="lineBreakAtBeginningOfSignature"><div dir="ltr">[old]</div>'],
  ['Thunderbird', '<p>x [own]</p><div class="moz-signature">-- <br>Robin<br>[old]</div>'],
  ['Thunderbird, plain', '<p>x [own]</p><pre class="moz-signature" cols="72">-- \nRobin [old]</pre>'],
  ['Yahoo', '<div>x [own]</div><div class="ydp5d12signature">[old]</div>'],
  ['Proton', '<div>x [own]</div><div class="protonmail_signature_block">[old]</div>'],
  ['Spark', '<div>x [own]</div><div name="messageSignatureSection">[old]</div>'],
];

describe('a signature', () => {
  it.each(SIGNATURES)('is known by structure: %s', (_, marked) => {
    const outcome = prepareMarked(marked);
    expect(outcome.own).toEqual(eachOf(marked, '[own]', null));
    expect(outcome.old).toEqual(eachOf(marked, '[old]', 'signature'));
  });

  it.each(SIGNATURES)('is tracked where the admin allows it: %s', (_, marked) => {
    const outcome = prepareMarked(marked, { leaveSignature: false });
    expect(outcome.own).toEqual(eachOf(marked, '[own]', null));
    expect(outcome.old).toEqual(eachOf(marked, '[old]', null));
  });

  it('ends with its element', () => {
    const marked = '<div id="Signature">[old]</div><p>PS: [own]</p>';
    expect(prepareMarked(marked)).toMatchObject({ own: [null], old: ['signature'] });
  });

  it('holds what is nested in it', () => {
    const marked = '<div id="Signature"><table><tr><td>[old]</td><td><b>[old]</b></td></tr></table><p>[old]</p></div>';
    expect(prepareMarked(marked)).toMatchObject({ old: ['signature', 'signature', 'signature'] });
  });

  it('of a quoted mail is quoted', () => {
    expect(
      reasonsOf('<div class="gmail_quote"><div id="Signature"><a href="https://example.org/">x</a></div></div>'),
    ).toEqual(['quoted']);
  });

  it('is no reason to place the picture in front of it', () => {
    expect(prepareMarked('<p>x</p><div id="Signature">[old]</div>§').marked).toBe(
      '<p>x</p><div id="Signature">[old]</div>§',
    );
  });

  it.each([
    ['a farewell', '<p>Kind regards,</p><p>Robin</p><p>[own]</p>'],
    ['a line of dashes, which the author may write (docs/decisions/0014)', '<p>x</p><p>-- <br>Robin [own]</p>'],
    ['a name that only starts alike', '<div id="SignatureRequest">[own]</div>'],
    ['a class that only starts alike', '<div class="signature-line signatures">[own]</div>'],
    ['the right word in the wrong attribute', '<div title="signature" name="Signature">[own]</div>'],
    ['a picture of one', '<p><img class="signature" src="https://example.org/a.png"></p><p>[own]</p>'],
    ['a bookmark of another name', '<p><a name="_MailEndCompose">[own]</a></p>'],
    ['a signature in a comment', '<!-- <div id="Signature"> -->[own]'],
    ['a signature that is closed at once', '<div id="Signature"></div>[own]'],
  ])('is not %s', (_, marked) => {
    expect(prepareMarked(marked).own).toEqual([null]);
  });
});
