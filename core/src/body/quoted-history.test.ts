import { eachOf, prepareMarked } from './outline.fixture.ts';

/** Quoted history is known, and the picture stands in front of it. */
function expectHistory(marked: string): void {
  const outcome = prepareMarked(marked);
  expect(outcome.marked).toBe(marked);
  expect(outcome.own).toEqual(eachOf(marked, '[own]', null));
  expect(outcome.old).toEqual(eachOf(marked, '[old]', 'quoted'));
}

/** The header of an answered mail in some languages, as [from, sent, to, subject]. */
const LANGUAGES: readonly (readonly [string, string, string, string])[] = [
  ['From:', 'Sent:', 'To:', 'Subject:'],
  ['Von:', 'Gesendet:', 'An:', 'Betreff:'],
  ['De&nbsp;:', 'Envoyé&nbsp;:', 'À&nbsp;:', 'Objet&nbsp;:'],
  ['差出人:', '送信日時:', '宛先:', '件名:'],
  ['发件人：', '发送时间：', '收件人：', '主题：'],
  ['من:', 'تم الإرسال:', 'إلى:', 'الموضوع:'],
];

describe.each(LANGUAGES)('the history of a mail that says %s', (from, sent, to, subject) => {
  const lines = (end: string) =>
    `<b>${from}</b> Ada Park &lt;ada@example.com&gt;${end}<b>${sent}</b> 2. 3. 2026 10:00${end}<b>${to}</b> Robin Reed${end}<b>${subject}</b> x`;

  it.each([
    [
      'classic Outlook',
      `<div class=WordSection1><p class=MsoNormal>x [own]<o:p></o:p></p>§<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>${lines('<br>')}<o:p></o:p></p></div><p class=MsoNormal>y [old]</p></div>`,
    ],
    [
      'classic Outlook, within a box of its own',
      `<p>x [own]</p><div>§<div style="border:none;border-top:solid #B5C4DF 1.0pt"><p><b><span>${from}</span></b><span> Ada</span></p></div></div><p>[old]</p>`,
    ],
    [
      'classic Outlook, after a hop through another program',
      `<p>x [own]</p>§<div style="border-right:none;border-top:1pt solid rgb(225, 225, 225)"><p>${lines('<br>')}</p></div>[old]`,
    ],
    [
      'classic Outlook, where nothing sets its header off',
      `<div class=WordSection1><p class=MsoNormal>x [own]<o:p></o:p></p>§<p class=MsoNormal><b><span lang=EN-US>${from}</span></b><span lang=EN-US> Ada Park &lt;ada@example.com&gt; <br><b>${sent}</b> 2. 3. 2026 10:00<br><b>${to}</b> Robin Reed<br><b>${subject}</b> x<o:p></o:p></span></p><p class=MsoNormal>y [old]</p></div>`,
    ],
    [
      'classic Outlook, its word cut from the colon',
      `<p>x [own]</p>§<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b><span class=SpellE>${from.slice(0, -1)}</span>${from.slice(-1)}</b> Ada</p></div>[old]`,
    ],
    [
      'classic Outlook, its box as Apple Mail and browsers write it again',
      `<p>x [own]</p>§<div style="border-style: solid none none; border-top-width: 1pt; border-top-color: rgb(225, 225, 225);"><p><b>${from}</b> Ada</p></div>[old]`,
    ],
    [
      'Outlook for Mac',
      `<div>x [own]</div><span id="OLK_SRC_BODY_SECTION"></span>§<div style="font-family:Calibri; BORDER-BOTTOM: medium none; BORDER-TOP: #b5c4df 1pt solid"><span><span style="font-weight:bold">${from} </span> Ada<br><span style="font-weight:bold">${sent}</span> x</span></div>[old]`,
    ],
    [
      'Outlook on the web',
      `<body dir="ltr"><div>x [own]</div>§<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font>${lines('<br>')}</font><div>&nbsp;</div></div><div>[old]</div></body>`,
    ],
    [
      'new Outlook',
      `<div class="elementToProof">x [own]</div>§<div id="mail-editor-reference-message-container"><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg">${lines('<br>')}</div><div>[old]</div></div>`,
    ],
    [
      'Outlook on a phone',
      `<div dir="ltr">x [own]</div>§<div id="ms-outlook-mobile-body-separator-line"><br></div><div class="ms-outlook-mobile-reference-message skipProofing"><hr><div id="divRplyFwdMsg">${lines('<br>')}</div>[old]</div>`,
    ],
  ])('begins where its header stands: %s', (_, marked) => {
    expectHistory(marked);
  });
});

describe('quoted history', () => {
  it.each([
    [
      'Outlook on the web, without the mark for appending',
      '<div>x [own]</div>§<hr tabindex="-1" style="display:inline-block; width:98%"><div id="divRplyFwdMsg">a</div>[old]',
    ],
    [
      'Outlook on the web, without any id',
      '<div>x [own]</div>§<hr style="display:inline-block;width:98%"><div>a</div>[old]',
    ],
    [
      'Outlook on the web, copied into another mail',
      '<div>x [own]</div>§<div id="x_appendonsend"></div><hr tabindex="-1"><div id="x_divRplyFwdMsg">a</div>[old]',
    ],
    [
      'Outlook 2003',
      '<p>x [own]</p>§<div class=OutlookMessageHeader dir=ltr align=left><hr tabindex=-1><b>From:</b> a</div>[old]',
    ],
    [
      'Outlook Express',
      '<div>x [own]</div><blockquote style="border-left: #000000 2px solid">§<div style="font: 10pt arial">----- Original Message -----</div><div style="font: 10pt arial; font-color: black"><b>From:</b> a</div>[old]</blockquote>',
    ],
    ['classic Outlook with its bookmark', '<p>x [own]</p>§<p><a name="_MailOriginal"></a>a</p>[old]'],
    [
      'classic Outlook with a line at the left',
      '<p>x [own]</p>§<div style=\'border:none;border-left:solid blue 1.5pt;padding:0cm\'><div><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> a</p></div></div>[old]</div>',
    ],
    [
      'Gmail',
      '<div dir="ltr">x [own]</div><br>§<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">a:<br></div><blockquote class="gmail_quote">[old]</blockquote></div>',
    ],
    [
      'Gmail as Outlook rewrites it',
      '<div>x [own]</div>§<div class="x_gmail_quote"><blockquote class="x_gmail_quote">[old]</blockquote></div>',
    ],
    ['Gmail as it renames what it quotes', '<div>x [own]</div>§<div class="gmail-m_123gmail_quote">[old]</div>'],
    [
      'Gmail, a forwarded mail',
      '<div>x [own]</div>§<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>a</div><div>[old]</div><p>[old]</p></div>',
    ],
    [
      'Apple Mail',
      '<body>x [own]<div>§<blockquote type="cite"><div>a:</div><div>[old]</div></blockquote></div></body>',
    ],
    [
      'Apple Mail, a forwarded mail',
      '<div>x [own]</div>§<blockquote type="cite" class=""><div>Anfang der weitergeleiteten Nachricht:</div>[old]</blockquote>',
    ],
    ['Apple Mail, in capitals', '<DIV>x [own]</DIV>§<BLOCKQUOTE TYPE=CITE>[old]</BLOCKQUOTE>'],
    [
      'Thunderbird',
      '<p>x [own]</p>§<div class="moz-cite-prefix">a:<br></div><blockquote type="cite" cite="mid:1@example.com">[old]</blockquote>',
    ],
    [
      'Thunderbird, a forwarded mail',
      '<p>x [own]</p>§<div class="moz-forward-container">-------- a --------<table><tr><th>Betreff:</th><td>b</td></tr></table>[old]</div>',
    ],
    [
      'Yahoo',
      '<div class="ydp1yahoo-style-wrap"><div>x [own]</div></div>§<div id="yahoo_quoted_1" class="yahoo_quoted"><div>a:</div>[old]</div>',
    ],
    ['Yahoo, with its prefixes', '<div>x [own]</div>§<div class="ydpb5ba2f5byahoo_quoted">[old]</div>'],
    [
      'Proton',
      '<div>x [own]</div>§<div class="protonmail_quote">a<blockquote class="protonmail_quote" type="cite">[old]</blockquote></div>',
    ],
    ['GMX', '<div>x [own]</div>§<div name="quote" style="margin:10px">[old]</div>'],
    [
      'a line of dashes and headers, in English',
      '<div>x [own]</div>§<div>-----Original Message-----</div><div>From: a</div><div>Sent: b</div><div>[old]</div>',
    ],
    [
      'a line of dashes and headers, in German',
      'x [own]§<br>-----Ursprüngliche Nachricht-----<br>Von: a<br>Gesendet: b<br>[old]',
    ],
    [
      'a line of dashes and headers, in Chinese',
      '<div>x [own]</div>§<div>------------------ 原始邮件 ------------------</div><div>发件人：a</div><div>主题：b</div>[old]',
    ],
    ['a line and headers', '<p>x [own]</p>§<p>________________________________</p><p>From: a</p><p>Sent: b</p>[old]'],
    [
      'words between dashes behind the mark for appending',
      '<div>x [own]</div>§<div id="appendonsend"></div><div>-----Original Message-----</div><div>From: a</div><div>Sent: b</div>[old]',
    ],
    [
      'new Outlook, where the author goes on within the box',
      '<div>x [own]</div><div id="mail-editor-reference-message-container">[own]<br>§<hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg">a</div>[old]</div>',
    ],
    ['at the very start of the text', '<html><body>§-------- x --------<br>From: a<br>Sent: b<br>[old]</body></html>'],
    ['NetEase Mailmaster', '<div>x [own]</div>§<div class="ntes-mailmaster-quote">a[old]</div>'],
    [
      'Google Groups, by the look of its blockquote',
      '<div>x [own]</div>§<div>On Monday, March 2, 2026 at 10:00:00 AM UTC+1 Ada wrote:<br></div><blockquote style="margin: 0px 0px 0px 0.8ex; border-left: 1px solid rgb(204, 204, 204); padding-left: 1ex;">[old]</blockquote>',
    ],
    [
      'a blockquote below who wrote, with a full address',
      '<div>x [own]</div>§<div>02.03.2026, 10:00, "Ada" &lt;<a href="mailto:ada@example.com">ada@example.com</a>&gt;:</div><blockquote>[old]</blockquote>',
    ],
  ])('is known by structure: %s', (_, marked) => {
    expectHistory(marked);
  });

  it.each([
    ['Thunderbird', 'x [own]<br>§<br>Am 02.03.26 um 10:00 schrieb Ada:<br><blockquote type="cite">[old]</blockquote>'],
    [
      'Evolution',
      '<div>x [own]</div>§<div>On Mon, 2026-03-02 at 10:00, Ada wrote:</div><blockquote type="cite">[old]</blockquote>',
    ],
    [
      'Gmail on a phone',
      '<div>x [own]</div>§<br>On Monday, March 2, 2026, Ada &lt;<a href="mailto:a@example.com">a@example.com</a>&gt; wrote:<br><blockquote class="gmail_quote">[old]</blockquote>',
    ],
    [
      'Gmail, outside of its box',
      '<div>x [own]</div>§<div>On Mon, Mar 2, 2026 at 10:00 AM Ada wrote:<br></div><div class="gmail_quote"><blockquote class="gmail_quote">[old]</blockquote></div>',
    ],
    [
      'Gmail, in Chinese',
      '<div>x [own]</div>§<div>在 2026年3月2日星期一，Ada 写道：</div><blockquote class="gmail_quote">[old]</blockquote>',
    ],
    [
      'Proton, below its line of dashes',
      '<div>x [own]</div>§<div>‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐</div><div>On Monday, March 2, 2026 10:00 AM, Ada wrote:</div><div><br></div><blockquote class="protonmail_quote" type="cite">[old]</blockquote>',
    ],
    [
      'behind the end of a block',
      '<div>[own]§</div>Ada on 2026-03-02, 10:00:<blockquote type="cite">[old]</blockquote>',
    ],
  ])('begins with the line that says who wrote: %s', (_, marked) => {
    expectHistory(marked);
  });

  it.each([
    ['without a time or an address', '<p>See [own]:</p>§<blockquote type="cite">[old]</blockquote>'],
    ['without a colon', '<p>[own] on 2 March 2026</p>§<blockquote type="cite">[old]</blockquote>'],
    [
      'that is longer than any',
      `<p>${'x '.repeat(1500)}[own] at 10:00:</p>§<blockquote type="cite">[old]</blockquote>`,
    ],
    ['above another one', '<p>[own] at 10:00:</p><p>x [own]</p>§<blockquote type="cite">[old]</blockquote>'],
  ])('does not begin with a line %s', (_, marked) => {
    expectHistory(marked);
  });

  it.each([
    [
      'Outlook in Outlook',
      '<div>x [own]</div>§<div id="appendonsend"></div><hr tabindex="-1"><div id="divRplyFwdMsg">a</div><div>[old]</div><hr tabindex="-1"><div id="x_divRplyFwdMsg">b</div>[old]',
    ],
    [
      'Gmail in Gmail',
      '<div>x [own]</div>§<div class="gmail_quote"><blockquote class="gmail_quote">[old]<div class="gmail_quote"><blockquote class="gmail_quote">[old]</blockquote></div></blockquote></div>',
    ],
    [
      'Gmail in classic Outlook',
      '<p>x [own]</p>§<div style="border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> a</p></div><div>[old]<div class="gmail_quote">[old]</div>[old]</div>',
    ],
    [
      'Apple Mail in Apple Mail',
      '<div>x [own]</div>§<blockquote type="cite">[old]<blockquote type="cite">[old]</blockquote>[old]</blockquote>',
    ],
  ])('has as many levels as there are: %s', (_, marked) => {
    expectHistory(marked);
  });

  it.each([
    [
      'Gmail, below',
      '§<div class="gmail_quote"><div class="gmail_attr">a:</div><blockquote class="gmail_quote">[old]</blockquote></div><div>x [own]</div>',
    ],
    [
      'Gmail, below within the box',
      '§<div class="gmail_quote"><div class="gmail_attr">a:</div><blockquote class="gmail_quote">[old]</blockquote><div>x [own]</div></div>',
    ],
    ['Apple Mail, below', '<div>§<blockquote type="cite">[old]</blockquote>x [own]</div>'],
    [
      'Thunderbird, below',
      '§<div class="moz-cite-prefix">a:</div><blockquote type="cite">[old]</blockquote><p>x [own]</p>',
    ],
    [
      'Thunderbird, in between',
      '§<div class="moz-cite-prefix">a:</div><blockquote type="cite">[old]</blockquote>[own]<blockquote type="cite">[old]</blockquote>[own]',
    ],
    ['above and below', '[own]§<blockquote type="cite">[old]</blockquote>[own]'],
  ])('ends where the author goes on: %s', (_, marked) => {
    expectHistory(marked);
  });

  it('is also what only looks like Outlook’s header: a box with a thin line on top, bold text and a colon (docs/decisions/0014)', () => {
    expectHistory('<p>x [own]</p>§<div style="border-top:solid #E1E1E1 1.0pt"><p><b>Our offer:</b></p></div>[old]');
  });

  it.each([
    ['a quote of the author’s own', '[own]<blockquote>[own]</blockquote>[own]§'],
    [
      'indented text of Outlook',
      '<p>x</p><blockquote style="margin-top:0;margin-left:40px">[own]</blockquote><p>y</p>§',
    ],
    ['a quote below who said it', '<p>On 2 March 2026 at 10:00 Ada said:</p><blockquote>[own]</blockquote>[own]§'],
    [
      'a quote further below an address',
      '<p>Ada &lt;ada@example.com&gt; at 10:00:</p><p>x</p><blockquote>[own]</blockquote>[own]§',
    ],
    [
      'a quote by the button of Outlook on the web',
      '<blockquote style="margin-left: 0.8ex; padding-left: 1ex; border-left: 3px solid rgb(200, 200, 200)">[own]</blockquote>§',
    ],
    [
      'a contact below a line of dashes',
      '<p>--------------------------------</p><p>Ada: &lt;ada@example.com&gt;</p><p>Robin: &lt;robin@example.com&gt;</p><p>[own]</p>§',
    ],
    [
      'numbers below a line of dashes',
      '<p>--------------------------------</p><p>Tel: 030 123</p><p>Fax: 030 124</p><p>[own]</p>§',
    ],
    [
      'what is written where a new Outlook would put the history',
      '<div id="mail-editor-reference-message-container"><p>x [own]</p></div>§',
    ],
    ['a box with a thin line of any colour', '<div style="border-top:1px solid #ccc"><b>Our offer:</b> [own]</div>§'],
    ['a quote of a customer', '<blockquote class="quote" cite="https://example.org/">[own]</blockquote>§'],
    ['a class that only starts alike', '<div class="gmail_quote_title gmail_quotes">[own]</div>§'],
    ['an id that only contains one', '<div id="divRplyFwdMsgHeading">[own]</div>§'],
    ['the right class in the wrong attribute', '<div title="gmail_quote">[own]</div>§'],
    ['a mark on the wrong element', '<p type="cite">[own]</p><p tabindex="-1">[own]</p>§'],
    ['a line of the author’s own', '<p>[own]</p><hr><p>[own]</p>§'],
    ['a line of the author’s own, with a style', '<p>[own]</p><hr style="width:98%"><p>[own]</p>§'],
    ['the mark for appending, above what is written', '<div id="appendonsend"></div><div>x [own]</div>§'],
    [
      'a box with a line on top and plain text',
      '<div style="border-top:solid #E1E1E1 1.0pt"><p>x <b>y</b> [own]</p></div>§',
    ],
    [
      'a box with a line on top and a bold heading',
      '<div style="border-top:solid #E1E1E1 1.0pt"><p><b>Our offer</b></p><p>[own]</p></div>§',
    ],
    [
      'a box with a line on top and a bold heading by style',
      '<div style="border-top:solid #E1E1E1 1.0pt"><p><span style="font-weight:bold">Our offer</span></p><p>[own]</p></div>§',
    ],
    [
      'particulars with bold words, a paragraph for each',
      '<p><b>Contact:</b> Ada &lt;ada@example.com&gt;</p><p><b>Day:</b> 2 March</p><p><b>Place:</b> x</p><p><b>Price:</b> 10</p><p>[own]</p>§',
    ],
    [
      'particulars with bold words, without an address first',
      '<p><b>Day:</b> 2 March<br><b>Place:</b> x<br><b>Contact:</b> ada@example.com<br><b>Price:</b> 10</p><p>[own]</p>§',
    ],
    [
      'particulars with bold words, the first with a bare address',
      '<p><b>Organiser:</b> ada@example.com<br><b>Day:</b> 2 March<br><b>Place:</b> x<br><b>Price:</b> 10</p><p>[own]</p>§',
    ],
    [
      'three particulars with bold words',
      '<p><b>Contact:</b> Ada &lt;ada@example.com&gt;<br><b>Day:</b> 2 March<br><b>Place:</b> x</p><p>[own]</p>§',
    ],
    [
      'particulars with something between them',
      '<p><b>Contact:</b> Ada &lt;ada@example.com&gt;<br><b>Day:</b> 2 March<br>or 3 March<br><b>Place:</b> x<br><b>Price:</b> 10</p><p>[own]</p>§',
    ],
    [
      'particulars that aren’t bold',
      '<p>Contact: Ada &lt;ada@example.com&gt;<br>Day: 2 March<br>Place: x<br>Price: 10</p><p>[own]</p>§',
    ],
    ['a box with a thick line on top and bold text', '<div style="border-top:solid red 3.0pt"><b>x</b> [own]</div>§'],
    ['a box with lines at other sides', '<div style="border-bottom:solid #E1E1E1 1.0pt"><b>From:</b> [own]</div>§'],
    [
      'a table cell with a line on top',
      '<table><tr><td style="border-top:solid #E1E1E1 1.0pt"><b>x</b> [own]</td></tr></table>§',
    ],
    ['words of a header alone', '<p>From: Ada</p><p>Sent: today</p><p>[own]</p>§'],
    ['words of a quote alone', '<p>On 2 March 2026, Ada wrote:</p><p>[own]</p>§'],
    ['a line of dashes', '<p>----------</p><p>x: y</p><p>z: a</p><p>[own]</p>§'],
    ['words between dashes without a header', '<p>-----Our offer-----</p><p>Hello</p><p>[own]</p>§'],
    [
      'words between dashes and one line like a header',
      '<p>-----Our offer-----</p><p>Price: 10</p><p>Hello</p><p>[own]</p>§',
    ],
    ['words between few dashes', '<p>--- Our offer ---</p><p>Price: 10</p><p>Date: x</p><p>[own]</p>§'],
    ['a short line of underscores', '<p>_____</p><p>Price: 10</p><p>Date: x</p><p>[own]</p>§'],
    ['a quote in a comment', '<!-- <blockquote type="cite"> --><p>[own]</p>§'],
    ['a quote in a template', '<template><blockquote type="cite"></template><p>[own]</p>§'],
  ])('is not %s', (_, marked) => {
    const outcome = prepareMarked(marked);
    expect(outcome.marked).toBe(marked);
    expect(outcome.own).toEqual(eachOf(marked, '[own]', null));
  });
});
