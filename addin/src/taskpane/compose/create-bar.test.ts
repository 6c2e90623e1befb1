import { createFakeDesk } from '../../host/fake-desk.fixture.ts';
import { createBar } from './create-bar.ts';

const SURPRISE = 'Readback does not track this mail.';
const FINE = 'Readback tracks this mail.';

describe('the bar above the mail while the pane is open', () => {
  it.each<[string, (string | null)[], string | null, (string | null)[]]>([
    ['takes away what no longer holds', [null], SURPRISE, [null]],
    ['raises none when the pane opens', [SURPRISE], null, [null]],
    ['leaves the one alone that still holds', [SURPRISE, SURPRISE], SURPRISE, [SURPRISE, SURPRISE]],
    ['comes and goes with what happens to the mail', [null, SURPRISE, null], null, [null, SURPRISE, null]],
    ['says the latest', [FINE, SURPRISE], FINE, [FINE, SURPRISE]],
  ])('%s', async (_, wanted, standing, expected) => {
    const desk = createFakeDesk();
    desk.mail.notice = standing;
    const keep = createBar(desk.item);
    const seen: (string | null)[] = [];
    for (const text of wanted) {
      await keep(text);
      seen.push(desk.mail.notice);
    }
    expect(seen).toEqual(expected);
  });

  it('stays closed once the sender closed it', async () => {
    const desk = createFakeDesk();
    const keep = createBar(desk.item);
    await keep(null);
    await keep(SURPRISE);
    desk.mail.notice = null;
    await keep(SURPRISE);
    expect(desk.mail.notice).toBeNull();
  });
});
