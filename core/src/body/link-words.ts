import type { HttpParts } from './http-parts.ts';
import { KNOWN } from './known-links.ts';
import { Words } from './words.ts';

/**
 * Parts of the words for leaving a list and for choosing what comes from it, without what people put between them. Who follows
 * such a link through us may be a scanner (field.md §2 row 17), and blocklists expect it to lead where it says.
 */
const UNSUBSCRIBE_WORDS = [
  'unsubscri /unsub optout stopreceiv removeyourself', // English
  'abmeld abbestell austragen', // German
  'desabonn désabonn desinscri désinscri dc3a9sabonn dc3a9sinscri', // French
  'desuscri dardebaja darsedebaja darmedebaja cancelarsuscri cancelarlasuscri anularsuscri', // Spanish
  'cancelarinscri cancelarsubscri cancelarassinatura descadastr', // Portuguese
  'disiscri cancellaiscri annullaiscri annullaliscri', // Italian
  'uitschrijv afmeld', // Dutch; the second is Danish too
  'avregistrer avprenumer avslutaprenum avmeld melddegav', // Swedish, Norwegian
  'peruutatilaus wypisz odhlasi odhlási odjav leiratkoz dezabon', // Finnish, Polish, Czech, Croatian, Hungarian, Romanian
  'otpisat отписаться отпиши відписатися отказатьсяотрассылки', // Russian, Ukrainian, Bulgarian
  'κατάργησηεγγραφής aboneliktençık aboneliktencik', // Greek, Turkish
  'إلغاءالاشتراك ביטולהרשמה הסרהמרשימת', // Arabic, Hebrew
  'ยกเลิกการรับ hủyđăngký berhentiberlangganan', // Thai, Vietnamese, Indonesian
  '取消订阅 取消訂閱', // Chinese
  '配信停止 配信を停止 購読解除 登録解除', // Japanese
  '수신거부 구독취소', // Korean
  'preferencecent preferencescent mailpreference mailingpreference communicationpreference subscriptionpreference',
  'managepreference managemypreference manageyourpreference updatepreference updateyourpreference',
  'notificationpreference newsletterpreference manageyouremail',
  'managesubscription managemysubscription manageyoursubscription subscriptioncent emailsettings notificationsettings',
  'emaileinstellungen newslettereinstellungen vospréférences mespréférences',
].join(' ');

/** Parts of addresses that sign in: by single sign-on, by themselves, or after a password reset. */
const SIGN_IN_WORDS = [
  // SAML 2.0 bindings §3.4.3, OAuth 2.0 (RFC 6749 §4.1.1), OpenID Connect.
  'samlrequest= samlresponse= /saml/ /saml2/ /sso/ /sso? /oauth/ /oauth2/ response_type= id_token access_token=',
  // Firebase (oobCode), Supabase (/auth/v1/verify), WorkOS, Stytch and others.
  'oobcode= /auth/v1/verify /magic/ login_token= signin_token= invitation_token= confirmation_token= ?otp= &otp=',
  // Sessions and one-time addresses of frameworks: Supabase, Auth0, WordPress, AD FS.
  '?token= &token= ?ticket= &ticket= token_hash= wp-login.php wsignin1',
  // Devise, Django and others.
  'passwordreset resetpassword passwordedit forgotpassword setpassword passwortzurueck passwortvergessen',
  'magiclink passwordless onetimelink onetimepass verifyemail emailverif confirmemail',
].join(' ');

/** The same in Chinese, too short for `Words`. */
const SHORT_WORDS = ['退订', '退訂'];

const WORDS = new Words([
  [KNOWN.unsubscribe, UNSUBSCRIBE_WORDS],
  [KNOWN.signIn, SIGN_IN_WORDS],
]);

/** What a link is known to be by words of its path and text: a sum of KNOWN. */
export function knownByWords({ address, host, pathAt }: HttpParts, text: string): number {
  const isAsked = host.includes('unsub') || host.includes('optout') || SHORT_WORDS.some((word) => text.includes(word));
  const inText = WORDS.kindsIn(text.toLowerCase(), 0) & KNOWN.unsubscribe;
  return WORDS.kindsIn(address, pathAt) | inText | (isAsked ? KNOWN.unsubscribe : 0);
}
