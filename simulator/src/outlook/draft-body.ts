import type { ClientName } from './client-profile.ts';
import { toPlainText } from './body-engine.ts';
import { escapeHtml, innerBody, rewriteTags, writeTag } from './rewrite-tags.ts';
import type { Mail, Person } from './mail.ts';

/** A body in three parts: what stands before the author's words, the words, and what follows (signature, quoted mail). */
export interface BodyParts {
  lead: string;
  author: string;
  tail: string;
}

const WORD_HEAD =
  '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head>' +
  '<meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15 (filtered medium)">' +
  '<style><!--p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0in; font-size:11.0pt; font-family:"Aptos",sans-serif;}--></style>' +
  '</head><body lang=EN-US link="#467886" vlink="#96607D" style="word-wrap:break-word"><div class=WordSection1>';

/** Markup of an empty mail, as each client begins one. */
const SHELLS: Readonly<Record<ClientName, BodyParts>> = {
  web: {
    lead: '<html><head></head><body>',
    author:
      '<div class="elementToProof" style="font-family: Aptos, Arial, Helvetica, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);"><br></div>',
    tail: '</body></html>',
  },
  classic: { lead: WORD_HEAD, author: '<p class=MsoNormal><o:p>&nbsp;</o:p></p>', tail: '</div></body></html>' },
  mac: {
    lead: '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word;">',
    author: '<div style="font-family: Aptos, sans-serif; font-size: 12pt;"><br></div>',
    tail: '</body></html>',
  },
  mobile: { lead: '<html><head></head><body>', author: '<div dir="ltr"><br></div>', tail: '</body></html>' },
};

/** The signature as each client marks it. */
const SIGNATURES: Readonly<Record<ClientName, (markup: string) => string>> = {
  web: (markup) => `<div id="Signature" class="elementToProof">${markup}</div>`,
  classic: (markup) => `<p class=MsoNormal><o:p>&nbsp;</o:p></p><a name="_MailAutoSig"></a><div>${markup}</div>`,
  mac: (markup) => `<div id="ms-outlook-mobile-signature">${markup}</div>`,
  mobile: (markup) => `<div id="ms-outlook-mobile-signature">${markup}</div>`,
};

/** What stands above a quoted mail: the structure by which it is known. */
const SEPARATORS: Readonly<Record<ClientName, (header: string) => string>> = {
  web: (header) =>
    '<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">' +
    `<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">${header}</font><div>&nbsp;</div></div>`,
  classic: (header) =>
    '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in">' +
    `<p class=MsoNormal>${header}<o:p></o:p></p></div></div><p class=MsoNormal><o:p>&nbsp;</o:p></p>`,
  mac: (header) =>
    '<div id="mail-editor-reference-message-container"><div><div style="border-right: none; border-bottom: none; border-left: none; ' +
    `border-top: 1pt solid rgb(181, 196, 223); padding: 3pt 0in 0in;"><p>${header}</p></div></div>`,
  mobile: (header) =>
    `<div id="mail-editor-reference-message-container" class="ms-outlook-mobile-reference-message"><hr><div id="divRplyFwdMsg">${header}</div>`,
};

const CLOSERS: Readonly<Record<ClientName, string>> = { web: '', classic: '', mac: '</div>', mobile: '</div>' };

const nameOf = (person: Person): string => `${person.name} <${person.address}>`;

/** How a mail begins: empty, or above the mail it answers. */
export function beginBody(client: ClientName, signature: string, original: Mail | null): BodyParts {
  const { lead, author, tail } = SHELLS[client];
  const signed = signature === '' ? '' : SIGNATURES[client](signature);
  return { lead, author, tail: signed + (original === null ? '' : quote(client, original)) + tail };
}

/** The same in plain text. */
export function beginText(original: Mail | null): BodyParts {
  return {
    lead: '',
    author: '',
    tail: original === null ? '' : `\n\n${header(original).join('\n')}\n\n${textOf(original)}`,
  };
}

function quote(client: ClientName, original: Mail): string {
  const lines = header(original).map((line) =>
    line.replace(/^(\w+:)(.*)$/, (_, label: string, rest: string) => `<b>${label}</b>${escapeHtml(rest)}`),
  );
  const body =
    original.format === 'html' ? asQuoted(client, innerBody(original.body)) : `<pre>${escapeHtml(original.body)}</pre>`;
  return SEPARATORS[client](lines.join('<br>')) + body + CLOSERS[client];
}

/** Outlook on the web puts `x_` before the ids and classes of a mail that it shows or quotes. */
function asQuoted(client: ClientName, html: string): string {
  if (client !== 'web') return html;
  const prefix = (value: string): string =>
    value
      .split(/\s+/)
      .map((name) => `x_${name}`)
      .join(' ');
  return rewriteTags(html, {
    tag: ({ name, attributes, raw }) => {
      const { id, class: classes } = attributes;
      if (id === undefined && classes === undefined) return raw;
      return writeTag(name, {
        ...attributes,
        ...(id === undefined ? {} : { id: prefix(id) }),
        ...(classes === undefined ? {} : { class: prefix(classes) }),
      });
    },
  });
}

function header(original: Mail): string[] {
  const sent = new Date(original.sentAt ?? original.createdAt).toISOString();
  return [
    `From: ${nameOf(original.from)}`,
    `Sent: ${sent}`,
    `To: ${original.to.map(nameOf).join('; ')}`,
    `Subject: ${original.subject}`,
  ];
}

function textOf(mail: Mail): string {
  return mail.format === 'html' ? toPlainText(mail.body) : mail.body;
}
