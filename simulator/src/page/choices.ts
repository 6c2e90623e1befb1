import { z } from 'zod';

const shape = z.object({
  client: z.enum(['web', 'classic', 'mac']).catch('web'),
  setting: z.enum(['documented', 'worst']).catch('documented'),
  language: z.enum(['en', 'de']).catch('en'),
  theme: z.enum(['light', 'dark']).catch('light'),
  undo: z.enum(['off', 'on']).catch('off'),
});

/** What the person at the simulator picked. */
export type Choices = z.infer<typeof shape>;

/** The part of `localStorage` that is used. */
export type ChoiceStore = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'readback-simulator/choices';

/**
 * The choices: what the address asks for (`?client=mac&setting=worst&theme=dark`) wins over what was picked before; what is
 * neither is the first of its list.
 */
export function readChoices(store: ChoiceStore, query: string): Choices {
  return shape.parse({ ...readKept(store), ...Object.fromEntries(new URLSearchParams(query)) });
}

/** Keeps the choices for the next visit. */
export function keepChoices(store: ChoiceStore, choices: Choices): void {
  store.setItem(KEY, JSON.stringify(choices));
}

function readKept(store: ChoiceStore): object {
  try {
    const value: unknown = JSON.parse(store.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // Somebody else wrote there: as if nothing had been picked.
    return {};
  }
}
