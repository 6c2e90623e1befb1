import { createContext, useContext } from 'react';
import { english } from './english.ts';
import { german } from './german.ts';
import type { Texts } from './texts.ts';

const Context = createContext<Texts>(english);

export const TextsProvider = Context.Provider;

/** The texts in the language that was picked. */
export function useTexts(): Texts {
  return useContext(Context);
}

export function textsFor(language: 'en' | 'de'): Texts {
  return language === 'de' ? german : english;
}
