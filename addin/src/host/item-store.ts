import { memberOf, textOf } from '@readback/core/records';
import type { ComposeItem } from './compose-item.ts';
import type { OfficeQuestions } from './office-questions.ts';
import { mapAnswer, since } from './office-readings.ts';
import type { Outcome } from './outcome.ts';

type ItemStore = Pick<ComposeItem, 'readSession' | 'writeSession' | 'readProperty' | 'writeProperty'>;

/** What this add-in keeps with a draft: `sessionData` while it is written, custom properties on the item itself. */
export function createItemStore(item: Office.MessageCompose, { ask, order }: OfficeQuestions): ItemStore {
  const loadProperties = (): Promise<Outcome<Office.CustomProperties>> =>
    ask((callback) => item.loadCustomPropertiesAsync(callback));
  return {
    // Not getAsync: that fails for a name that was never set, which couldn't be told from a failed call.
    readSession: (name) =>
      since('1.11', async () => {
        const all = await ask<unknown>((callback) => item.sessionData.getAllAsync(callback));
        return mapAnswer(all, (entries) => textOf(memberOf(entries, name)));
      }),
    writeSession: (name, value) =>
      since('1.11', () => order((callback) => item.sessionData.setAsync(name, value, callback))),
    readProperty: async (name) => mapAnswer(await loadProperties(), (properties) => textOf(properties.get(name))),
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
