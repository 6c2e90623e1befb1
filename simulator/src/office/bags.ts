import { readCommonArguments } from './calls.ts';
import { HOST_ERRORS } from '../outlook/host-errors.ts';
import { outOfRange } from './thrown-errors.ts';
import { answer, ask, createSurface } from './surface.ts';
import type { SurfaceContext } from './surface.ts';

/** `customPropertiesConstants.ts` of Office.js: it throws beyond this many characters of JSON. */
const CUSTOM_PROPERTIES_LIMIT = 2_500;
/** `saveSettingsRequest.ts` of Office.js: error 9019 beyond this. */
const ROAMING_SETTINGS_LIMIT = 32 * 1_024;

type Bag = Record<string, unknown>;

function toBag(value: unknown): Bag {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function bagMembers(bag: Bag, saveAsync: (...args: readonly unknown[]) => void): Bag {
  return {
    get: (key: string) => bag[key],
    set: (key: string, value: unknown) => {
      bag[key] = value;
    },
    remove: (key: string) => {
      delete bag[key];
    },
    getAll: () => ({ ...bag }),
    saveAsync,
  };
}

/** `Office.CustomProperties`: a copy of the item's bag; saving sends the whole copy. */
export function createCustomProperties(loaded: unknown, context: SurfaceContext): object {
  const bag = toBag(loaded);
  const saveAsync = (...args: readonly unknown[]): void => {
    const common = readCommonArguments(args, { own: 0, needsCallback: false, legacy: true });
    const size = JSON.stringify(bag).length;
    if (size > CUSTOM_PROPERTIES_LIMIT) throw outOfRange('customProperties', size);
    ask('CustomProperties.saveAsync', [{ ...bag }], common, context);
  };
  return createSurface('CustomProperties', context, { values: bagMembers(bag, saveAsync) });
}

/** `Office.context.roamingSettings`: this runtime's copy, as old as the runtime; saving sends the whole copy. */
export function createRoamingSettings(context: SurfaceContext): object {
  const bag = toBag(context.link.start.roamingSettings);
  const saveAsync = (...args: readonly unknown[]): void => {
    const common = readCommonArguments(args, { own: 0, needsCallback: false });
    if (JSON.stringify(bag).length > ROAMING_SETTINGS_LIMIT) {
      Promise.resolve().then(
        () => answer({ ok: false, error: HOST_ERRORS.settings }, common, context),
        context.onError,
      );
    } else ask('RoamingSettings.saveAsync', [JSON.parse(JSON.stringify(bag))], common, context);
  };
  return createSurface('RoamingSettings', context, { values: bagMembers(bag, saveAsync) });
}
