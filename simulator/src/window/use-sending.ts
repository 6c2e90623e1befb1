import type { Draft, SendOutcome } from '../outlook/outlook.ts';
import { useDesk } from './desk.ts';
import type { Step } from './desk.ts';

/** Presses Send; `at` schedules it, milliseconds since 1970. What comes of it is shown. */
export function useSending(draft: Draft): (at: number | null) => void {
  const { outlook, questions, go } = useDesk();
  return (at) => {
    go({ type: 'toast', toast: null });
    outlook
      .pressSend(draft, at === null ? {} : { at })
      .then(({ result }) => stepsAfter(result, draft.number))
      // It left Outlook, and the local server wasn't there to take it.
      .catch((): Step[] => [{ type: 'toast', toast: 'carrierFailed' }])
      .then((steps) => {
        questions.withdraw();
        for (const step of steps) go(step);
      })
      .catch(reportError);
  };
}

function stepsAfter(result: SendOutcome['result'], number: number): Step[] {
  switch (result) {
    case 'sent':
      return [{ type: 'sent', number }];
    case 'held':
      return [{ type: 'toast', toast: 'held' }];
    case 'undone':
      return [
        { type: 'show', shown: { kind: 'draft', number } },
        { type: 'toast', toast: 'takenBack' },
      ];
  }
}
