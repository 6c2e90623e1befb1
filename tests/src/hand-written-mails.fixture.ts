import type { UntrackedReason } from '@readback/core';

/** A mail as one program writes it, in our own words. */
export interface HandWrittenMail {
  flavour: string;
  html: string;
  /** Destinations that are tracked, in order. */
  tracked: readonly string[];
  untouched: readonly (readonly [destination: string, reason: UntrackedReason])[];
  /** What stands right behind our picture. */
  pixelBefore: string;
}

const OFFER = '<a href="https://contoso.example/offer?a=1&amp;b=2">the offer</a>';
const OFFER_TO = 'https://contoso.example/offer?a=1&b=2';
const OLD = '<a href="https://contoso.example/old">the old one</a>';
const QUOTED = [['https://contoso.example/old', 'quoted']] as const;

export const HAND_WRITTEN_MAILS: readonly HandWrittenMail[] = [
  {
    flavour: 'Outlook classic, a new mail',
    html: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15 (filtered medium)"><style><!-- p.MsoNormal {margin:0cm;} --></style><!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]--></head><body lang=EN-GB link="#0563C1"><div class=WordSection1><p class=MsoNormal>Hello, here is ${OFFER}.<o:p></o:p></p></div></body></html>`,
    tracked: [OFFER_TO],
    untouched: [],
    pixelBefore: '</body>',
  },
  {
    flavour: 'Outlook classic, a reply',
    html: `<html><body lang=DE><div class=WordSection1><p class=MsoNormal>Siehe ${OFFER}<o:p></o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Von:</b> Ada Park &lt;ada@example.com&gt; <br><b>Gesendet:</b> Montag, 2. März 2026 10:00<br><b>An:</b> Robin Reed<br><b>Betreff:</b> Angebot<o:p></o:p></p></div></div><p class=MsoNormal>${OLD}<o:p></o:p></p></div></body></html>`,
    tracked: [OFFER_TO],
    untouched: QUOTED,
    pixelBefore: "<div style='border:none;border-top:solid #E1E1E1",
  },
  {
    flavour: 'Outlook on the web, a reply',
    html: `<html><head><style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style></head><body dir="ltr"><div class="elementToProof">Here it is: ${OFFER}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>Von:</b> Ada Park<br><b>Gesendet:</b> Montag<br></font><div>&nbsp;</div></div><div>${OLD}</div></body></html>`,
    tracked: [OFFER_TO],
    untouched: QUOTED,
    pixelBefore: '<div id="appendonsend">',
  },
  {
    flavour: 'Gmail, a reply',
    html: `<div dir="ltr">Look at ${OFFER}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Am Mo., 2. März 2026 um 10:00 Uhr schrieb Ada:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex">${OLD}</blockquote></div>`,
    tracked: [OFFER_TO],
    untouched: QUOTED,
    pixelBefore: '<div class="gmail_quote gmail_quote_container">',
  },
  {
    flavour: 'Apple Mail, a reply',
    html: `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word;">See ${OFFER}<br><div><br><blockquote type="cite"><div>On 2 Mar 2026, at 10:00, Ada wrote:</div><br><div>${OLD}</div></blockquote></div><br></body></html>`,
    tracked: [OFFER_TO],
    untouched: QUOTED,
    pixelBefore: '<blockquote type="cite">',
  },
  {
    flavour: 'Thunderbird, a reply',
    html: `<!DOCTYPE html><html><head></head><body><p>Have a look at ${OFFER}</p><div class="moz-cite-prefix">Am 02.03.26 um 10:00 schrieb Ada:<br></div><blockquote type="cite" cite="mid:1@example.com">${OLD}</blockquote></body></html>`,
    tracked: [OFFER_TO],
    untouched: QUOTED,
    pixelBefore: '<div class="moz-cite-prefix">',
  },
  {
    flavour: 'a newsletter tool',
    html: `<!DOCTYPE html><html><body><table role="presentation" width="600"><tr><td><a href="https://contoso.example/a"><img src="https://contoso.example/a.png" alt="Our offer"></a></td></tr><tr><td><a href="https://contoso.example/b">www.contoso.example</a> <a href="https://contoso.example/unsubscribe?u=1">Unsubscribe</a> <a href="mailto:robin@contoso.example">Write</a> <a href="{{link}}">x</a></td></tr></table></body></html>`,
    tracked: ['https://contoso.example/a'],
    untouched: [
      ['https://contoso.example/b', 'url-text'],
      ['https://contoso.example/unsubscribe?u=1', 'unsubscribe'],
      ['mailto:robin@contoso.example', 'not-http'],
      ['{{link}}', 'not-http'],
    ],
    pixelBefore: '</body>',
  },
  {
    flavour: 'no program at all: odd markup',
    html: `<p><a b="c"d HREF = 'https://contoso.example/odd?x="1"'>odd<p>more <a href=https://contoso.example/bare>bare</a><!-- </body> --><script>"</body>"</script></body> after </html> end`,
    tracked: ['https://contoso.example/odd?x="1"', 'https://contoso.example/bare'],
    untouched: [],
    pixelBefore: '',
  },
];
