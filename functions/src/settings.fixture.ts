/** 32 bytes in base64, all the same. */
function secretText(byte: number): string {
  return Buffer.alloc(32, byte).toString('base64');
}

/** Settings of an app without a fault. */
export function goodSettings(): Record<string, string> {
  return {
    APP_ORIGIN: 'https://readback.contoso.com',
    TRACKING_ORIGIN: 'https://track.contoso.com',
    TENANT_ID: '11111111-1111-4111-8111-111111111111',
    CLIENT_ID: '22222222-2222-4222-8222-222222222222',
    ID_SECRET: secretText(9),
    MASTERS: `0:${secretText(1)},1:${secretText(2)}`,
    OPENS: 'on',
    LINKS: 'on',
    CONTACT: 'privacy@contoso.com',
    TABLES_CONNECTION: 'UseDevelopmentStorage=true',
  };
}
