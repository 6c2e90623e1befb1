import type { MailboxAccess } from './stored-mailbox.ts';
import { DEFAULT_CLIENTS } from './settings.ts';
import type { TenantSettings } from './settings.ts';

/** A company that has everything switched on. */
export function settingsOf(change: Partial<TenantSettings> = {}): TenantSettings {
  return {
    tracking: 'on',
    opens: true,
    links: true,
    trackingOrigin: 'https://track.contoso.com',
    site: null,
    clients: DEFAULT_CLIENTS,
    leaveUrlText: true,
    leaveSignature: true,
    excludedHosts: [],
    excludedPatterns: [],
    otherSenders: false,
    harmlessLabels: [],
    contact: 'privacy@contoso.com',
    signIn: {
      tenantId: '11111111-2222-3333-4444-555555555555',
      clientId: '66666666-7777-8888-9999-aaaaaaaaaaaa',
      scope: 'api://readback.contoso.com/66666666-7777-8888-9999-aaaaaaaaaaaa/access_as_user',
    },
    ...change,
  };
}

/** What is needed to track the mails of one mailbox of that company. */
export function accessOf(change: Partial<TenantSettings> = {}): MailboxAccess {
  return {
    appOrigin: 'https://readback.contoso.com',
    signing: {
      mailboxId: Uint8Array.from({ length: 8 }, (_, at) => at + 1),
      key: Uint8Array.from({ length: 32 }, (_, at) => 200 - at),
      epoch: 3,
      generation: 1,
    },
    settings: settingsOf(change),
    personal: { opens: true, links: true },
  };
}
