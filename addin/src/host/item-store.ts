import type { ComposeItem } from './compose-item.ts';
import type { OfficeQuestions } from './office-questions.ts';
import { mapAnswer, readText, since } from './office-readings.ts';
import type { Outcome } from './outcome.ts';

type ItemStore = Pick<ComposeItem, 'readSession' | 'writeSession' | 'readProperty' | 'writeProperty'>;

/** What this add-in keeps with a draft: `sessionData` while it is written, custom properties on the item itself. */
export function createItemStore(item: Office.MessageCompose, { ask, order }: OfficeQuestions): ItemStore {
  const loadProperties = (): Promise<Outcome<Office.CustomProperties>> =>
    ask((callback) => item.loadCustomPropertiesAsync(callback));
  return {
    // getAllAsync, not getAsync: a name that was never set is an error there, and an error here would mean "unknown".
    readSession: (name) =>
      since('1.11', async () => {
        const all = await ask<unknown>((callback) => item.sessionData.getAllAsync(callback));
        return mapAnswer(all, (entries) => entryOf(entries, name));
      }),
    writeSession: (name, value) =>
      since('1.11', () => order((callback) => item.sessionData.setAsync(name, value, callback))),
    readProperty: async (name) => mapAnswer(await loadProperties(), (properties) => readText(properties.get(name))),
    writeProperty: async (name, value) => {
      const properties = await loadProperties();
      if (!properties.ok) return properties;
      return order((callback) => {
        properties.value.set(name, value);
        properties.value.saveAsync(callback);
      });
    },
  };
}

function entryOf(all: unknown, name: string): string | null {
  return typeof all === 'object' && all !== null ? readText(Reflect.get(all, name)) : null;
}
