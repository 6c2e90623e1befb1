import { readBodyLook } from '@readback/core';
import type { BodyLook } from '@readback/core';
import { compare, done, MARK, say, wait } from './probe-desk.ts';
import type { Finding, ProbeDesk, ProbeRow } from './probe-desk.ts';

const LINK = 'https://example.com/path?a=1&b=2#part';

function sampleBody(pictureUrl: string): string {
  const link = LINK.replace('&', '&amp;');
  return (
    `<div class="${MARK}" data-readback="1"><p>Probe: <b>bold</b> &amp; äöü €</p>` +
    `<p><a href="${link}">a link</a></p><p><img src="${pictureUrl}" width="1" height="1" border="0" alt=""></p></div>`
  );
}

/** Writes the sample and reads it back; what Outlook holds then is the finding's matter. */
async function roundTrip(desk: ProbeDesk, find: (read: string, sample: string) => Finding): Promise<Finding> {
  const sample = sampleBody(desk.pictureUrl);
  const written = await desk.item.writeBody(sample);
  if (!written.ok) return compare('a written body', say(written, done));
  const read = await desk.item.readBody();
  return read.ok ? find(read.value, sample) : compare('a body', say(read, done));
}

const sameLook = (part: (look: BodyLook) => string) => (read: string, sample: string) =>
  compare(part(readBodyLook(sample)), part(readBodyLook(read)));

function sayAttributes(html: string): string {
  const kept = [html.includes(MARK) ? 'class' : null, html.includes('data-readback') ? 'data-*' : null];
  return kept.filter((name) => name !== null).join(', ') || 'neither';
}

/** How long Outlook on the web takes to upload inline attachments again after a write (office-js#6792). */
const SETTLING = 1_500;
/** Checks on the body. The last ones leave the draft as nobody would send it. */
export const BODY_ROWS: readonly ProbeRow[] = [
  {
    id: 'body-text',
    what: 'A written body keeps its text',
    run: (desk) =>
      roundTrip(
        desk,
        sameLook(({ text }) => text),
      ),
  },
  {
    id: 'body-pictures',
    what: 'A written body keeps its pictures’ sources',
    run: (desk) =>
      roundTrip(
        desk,
        sameLook(({ pictures }) => pictures.join(' ')),
      ),
  },
  {
    id: 'body-links',
    what: 'A written body keeps its links',
    run: (desk) =>
      roundTrip(
        desk,
        sameLook(({ links }) => links.join(' ')),
      ),
  },
  {
    id: 'body-attributes',
    what: 'A written body keeps class and data-*',
    run: (desk) => roundTrip(desk, (read) => compare('class, data-*', sayAttributes(read))),
  },
  {
    id: 'body-bytes',
    what: 'A written body that is written back reads the same',
    run: async (desk) => {
      const first = await desk.item.readBody();
      if (!first.ok) return compare('the same', say(first, done));
      await desk.item.writeBody(first.value);
      const second = await desk.item.readBody();
      return compare(
        'the same',
        say(second, (body) => (body === first.value ? 'the same' : 'other markup')),
      );
    },
  },
  {
    id: 'body-settled',
    what: 'A written body stays as it was read',
    run: async (desk) => {
      const first = await desk.item.readBody();
      await wait(desk.timers, SETTLING);
      const second = await desk.item.readBody();
      return compare(
        say(first, () => 'the same'),
        say(second, (body) => (first.ok && body === first.value ? 'the same' : 'changed')),
      );
    },
  },
  {
    id: 'attachments',
    what: 'A remote picture in a written body becomes no attachment',
    run: async ({ item }) =>
      compare(
        '0',
        say(await item.readAttachments(), (all) => String(all.length)),
      ),
  },
  {
    id: 'prepend',
    what: 'Content can be put at the start',
    run: async ({ item }) => {
      const put = await item.prependToBody(`<p>First</p>`);
      if (!put.ok) return compare('first', say(put, done));
      const read = await item.readBody();
      return compare(
        'first',
        say(read, (body) => (readBodyLook(body).text.startsWith('First') ? 'first' : 'elsewhere')),
      );
    },
  },
  {
    id: 'too-long',
    what: 'A body that is too long throws',
    run: async ({ writeTooLong }) => compare('threw', writeTooLong()),
  },
];
