import type { ClientName } from '@readback/core';
import type { Mailbox } from './mailbox.ts';
import { createOfficeQuestions } from './office-questions.ts';
import type { HostPatience } from './office-questions.ts';

/** The mailbox that Outlook shows. */
export function openMailbox(patience: HostPatience): Mailbox {
  const { order } = createOfficeQuestions(patience);
  return {
    address: () => ownAddress(),
    client: currentClient,
    language: () => Office.context.displayLanguage,
    readSetting,
    writeSetting: (name, value) =>
      order((callback) => {
        if (value === null) Office.context.roamingSettings.remove(name);
        else Office.context.roamingSettings.set(name, value);
        Office.context.roamingSettings.saveAsync(callback);
      }),
  };
}

/** Settings that can't be read are none: then there is no key, and the sender learns why. */
function readSetting(name: string): unknown {
  try {
    const value: unknown = Office.context.roamingSettings.get(name);
    return value ?? null;
  } catch {
    return null;
  }
}

function ownAddress(): string | null {
  const profile: Partial<Office.UserProfile> | undefined = Office.context.mailbox.userProfile;
  return profile?.emailAddress || null;
}

/** Which Outlook this is. Never throws: one that doesn't say counts as unknown. */
export function currentClient(): ClientName {
  try {
    // The typings number the platforms; the host gives their names.
    return detectClient(Office.context.mailbox.diagnostics.hostName, String(Office.context.diagnostics.platform));
  } catch {
    // Before the handler's time limit is known nothing may fail.
    return detectClient('', '');
  }
}

/**
 * The Outlook of that name on that platform. `Outlook` is the name of classic and of Mac alike (Office.Diagnostics.hostName). An unknown one
 * counts as a phone, the row of the client table that does nothing.
 */
export function detectClient(hostName: string, platform: string): ClientName {
  if (hostName === 'newOutlookWindows' || hostName === 'OutlookWebApp') return 'web';
  if (hostName !== 'Outlook') return 'mobile';
  if (platform === 'PC') return 'classic';
  return platform === 'Mac' ? 'mac' : 'mobile';
}
