import { createContext, use, useContext } from 'react';
import type { Texts } from './texts.ts';

const Context = createContext<Texts | null>(null);

export const TextsProvider = Context.Provider;

/** The pane's texts in the reader's language. Throws outside of TextsProvider. */
export function useTexts(): Texts {
  const texts = useContext(Context);
  if (texts === null) throw new Error('A view was rendered outside of TextsProvider');
  return texts;
}

/** The same with the texts of `english-later.ts`, for what is itself loaded later: suspends until they are there. */
export function useLaterTexts(): Texts {
  const texts = useTexts();
  use(texts.later());
  return texts;
}
