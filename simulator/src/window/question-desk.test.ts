import type { Dialog } from '../outlook/outlook.ts';
import { createQuestionDesk } from './question-desk.ts';

const SLOW: Dialog = { kind: 'slow', title: 'Readback', text: 'slow', answers: ['send-anyway', 'dont-send', 'wait'] };

describe('createQuestionDesk', () => {
  it('hands the answer to whoever asked and closes the question', async () => {
    const desk = createQuestionDesk();
    const asked = desk.ask(SLOW);
    expect(desk.current()).toBe(SLOW);
    desk.answer('dont-send');
    await expect(asked).resolves.toBe('dont-send');
    expect(desk.current()).toBeNull();
  });

  it('shows the next question in place of one that nobody answered', async () => {
    const desk = createQuestionDesk();
    const late: Dialog = { ...SLOW, kind: 'late' };
    desk.ask(SLOW).catch(() => undefined);
    const asked = desk.ask(late);
    desk.answer('send-anyway');
    await expect(asked).resolves.toBe('send-anyway');
  });

  it('tells the page whenever a question comes or goes', () => {
    const desk = createQuestionDesk();
    const seen: (string | null)[] = [];
    const leave = desk.subscribe(() => seen.push(desk.current()?.kind ?? null));
    desk.ask(SLOW).catch(() => undefined);
    desk.withdraw();
    leave();
    desk.ask(SLOW).catch(() => undefined);
    expect(seen).toEqual(['slow', null]);
  });
});
