import { whyLeft } from './plan.fixture.ts';

describe('unsubscribe', () => {
  it.each([
    'https://example.org/unsubscribe?u=1',
    'https://example.org/Un-Subscribe/1',
    'https://example.org/list?action=unsubscribe',
    'https://example.org/newsletter/opt_out/1',
    'https://unsubscribe.example.org/1',
    'https://unsub.example.org/1',
    'https://example.org/newsletter/unsub/abc',
    'https://click.example.org/unsub_center.aspx?qs=abc',
    'https://example.org/email-preferences',
    'https://example.org/preference-center/1',
    'https://example.org/manage_subscription',
    'https://example.us1.list-manage.com/profile?u=1',
    'https://lists.example.org/mailman/options/users',
    'https://example.org/newsletter/abmelden',
    'https://example.org/d%C3%A9sabonnement/1',
    'https://example.org/désabonnement/1',
  ])('leaves %s', (href) => {
    expect(whyLeft(href)).toBe('unsubscribe');
  });

  it.each([
    'Unsubscribe',
    'click here to UNSUBSCRIBE from this list',
    'Un<b>sub</b>scribe',
    'Opt out',
    'opt-out',
    'Manage your preferences',
    'Update your email preferences',
    'Newsletter preferences',
    'Manage Preference',
    'Preferences Center',
    'Manage my subscriptions',
    'Manage your emails',
    'Stop receiving these emails',
    'Remove yourself from our list',
    'Abmeldung vom Newsletter',
    'Descadastre-se',
    'Newsletter abbestellen',
    'vom Newsletter abmelden',
    'Se désabonner',
    'Se d&eacute;sinscrire',
    'Darse de baja',
    'Cancelar inscrição',
    'Disiscriviti',
    'Uitschrijven',
    'Afmelden',
    'Avregistrera dig',
    'Wypisz się',
    'Отписаться',
    '取消订阅',
    '退订',
    '配信停止',
    '수신거부',
    '<img src="https://example.org/u.png" alt="Unsubscribe">',
  ])('leaves a link that says %s', (text) => {
    expect(whyLeft('https://example.org/x/1', text)).toBe('unsubscribe');
  });

  it.each([
    ['https://example.org/subscribe', 'Subscribe'],
    ['https://example.org/subscriptions/plans', 'Our subscription plans'],
    ['https://example.org/options', 'All options'],
    ['https://example.org/preferences-of-cats', 'What cats prefer'],
    ['https://example.org/cats', 'Their preferences'],
    ['https://example.org/fun-subjects', 'Our fun subject'],
    ['https://example.org/output', 'Optional output'],
    ['https://example.org/melden', 'Jetzt anmelden'],
  ])('tracks %s, which says %s', (href, text) => {
    expect(whyLeft(href, text)).toBeNull();
  });

  it('is sooner said too often than too seldom (docs/decisions/0018)', () => {
    expect(whyLeft('https://example.org/', 'Adopt outstanding ideas')).toBe('unsubscribe');
  });
});

describe('sign-in', () => {
  it.each([
    'https://example.org/reset-password?token=1',
    'https://example.org/password/reset/abc',
    'https://example.org/users/password/edit?reset_password_token=1',
    'https://example.org/forgot_password',
    'https://example.org/auth/magic-link?t=1',
    'https://example.org/MagicLink/1',
    'https://example.org/magic/abc',
    'https://idp.example.org/saml2/sso?SAMLRequest=abc',
    'https://example.org/sso/login?to=/',
    'https://example.org/oauth2/authorize?response_type=code',
    'https://example.org/cb#access_token=abc',
    'https://contoso.firebaseapp.com/__/auth/action?mode=signIn&amp;oobCode=abc',
    'https://example.supabase.co/auth/v1/verify?token=1',
    'https://example.org/verify-email/abc',
    'https://example.org/?otp=123456',
    'https://example.org/passwort-vergessen',
    'https://example.org/verify?token=abc',
    'https://example.org/invite?id=1&amp;token=abc',
    'https://example.org/u/reset?ticket=abc',
    'https://example.org/auth/confirm?token_hash=abc',
    'https://example.org/wp-login.php?action=rp&amp;key=abc',
    'https://adfs.example.org/adfs/ls/?wa=wsignin1.0',
  ])('leaves %s', (href) => {
    expect(whyLeft(href)).toBe('sign-in');
  });

  it.each([
    ['https://example.org/login', 'Log in'],
    ['https://example.org/blog/good-passwords', 'Good passwords'],
    ['https://example.org/factory-reset', 'Reset your router'],
    ['https://example.org/espresso/', 'Magic link to good coffee'],
    ['https://example.org/lesson/sso-explained', 'What is SSO?'],
    ['https://example.org/verify', 'Forgot password? Read this'],
    ['https://oauth.example.org/about', 'About OAuth'],
    ['https://example.org/magician', 'A magician'],
    ['https://example.org/?foo=otp', 'Our one-time offer'],
    ['https://example.org/?midToken=abc', 'Our offer'],
    ['https://example.org/token/', 'What a token is'],
    ['https://example.org/ticket/1', 'Your ticket'],
  ])('tracks %s, which says %s', (href, text) => {
    expect(whyLeft(href, text)).toBeNull();
  });
});
