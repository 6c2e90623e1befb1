import type { Dialog, DialogAnswer } from '../outlook/outlook.ts';

/** Outlook's questions to the sender, for a page that shows one at a time. */
export interface QuestionDesk {
  /** What Outlook asks with; settles with the sender's answer. */
  ask: (dialog: Dialog) => Promise<DialogAnswer>;
  current: () => Dialog | null;
  answer: (answer: DialogAnswer) => void;
  /** Outlook has gone on without an answer. */
  withdraw: () => void;
  subscribe: (listener: () => void) => () => void;
}

export function createQuestionDesk(): QuestionDesk {
  const listeners = new Set<() => void>();
  let open: { dialog: Dialog; resolve: (answer: DialogAnswer) => void } | null = null;
  const show = (next: typeof open): void => {
    open = next;
    for (const listener of listeners) listener();
  };
  return {
    ask: (dialog) =>
      new Promise((resolve) => {
        show({ dialog, resolve });
      }),
    current: () => open?.dialog ?? null,
    answer: (answer) => {
      const asked = open;
      show(null);
      asked?.resolve(answer);
    },
    withdraw: () => show(null),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
