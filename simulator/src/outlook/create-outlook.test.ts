import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { createOutlook } from './create-outlook.ts';
import { createVirtualClock } from './clock.ts';
import { createScriptRuntimes } from './script-runtimes.ts';
import { readManifest } from './manifest.ts';
import type { OutlookOptions } from './outlook.ts';

const manifest = readManifest(readFileSync(join(__dirname, '../../../manifest.xml'), 'utf8'), 'en-US');

function start(source: string, options: Partial<OutlookOptions> = {}) {
  const clock = createVirtualClock();
  const files = { 'https://localhost:7071/launchevent.html': source, 'https://localhost:7071/launchevent.js': source };
  const fetch = () => Promise.reject(new Error('offline'));
  const runtimes = createScriptRuntimes({ engine: vm, clock, files, fetch });
  const sent: string[] = [];
  const mailTransport = (mail: { body: string }) => {
    sent.push(mail.body);
  };
  const outlook = createOutlook({
    client: 'web',
    setting: 'documented',
    clock,
    manifest,
    runtimes,
    mailTransport,
    ...options,
  });
  return { outlook, clock, sent };
}

describe('an Outlook', () => {
  it('lets a handler write the body before the mail leaves', async () => {
    const { outlook, clock, sent } = start(`
      Office.actions.associate('onMessageComposeHandler', (event) => {
        Office.context.mailbox.item.body.appendOnSendAsync('<b>x</b>', { coercionType: 'html' }, () => event.completed());
      });
      Office.actions.associate('onMessageSendHandler', (event) => {
        const { body } = Office.context.mailbox.item;
        body.getAsync('html', ({ value }) => {
          body.setAsync(value.replace('Hello', 'Hallo'), { coercionType: 'html' }, () => event.completed({ allowEvent: true }));
        });
      });`);
    const draft = outlook.newMail({ to: [{ name: 'A', address: 'a@example.org' }], subject: 'Hi' });
    draft.write('<p>Hello</p>');
    await clock.advance(1000);
    const outcome = await clock.until(outlook.pressSend(draft));
    expect(outcome.result).toBe('sent');
    expect(sent[0]).toContain('<p>Hallo</p>');
    expect(sent[0]).toContain('<b>x</b></body>');
    expect(outlook.runs.map((r) => r.completions)).toEqual([1, 1]);
  });
});
