import type { HttpParts } from './http-parts.ts';
import { squeeze, Words } from './words.ts';

/**
 * Parts of the words for leaving a list and for choosing what comes from it, as
 * `squeeze` leaves them. Who follows such a link
 * through us may be a scanner (field.md §2 row 17), and blocklists expect it to lead where it says.
 */
const WORDS = new Words(
  [
    'unsubscri optout', // English
    'abmelde abbestell austragen', // German
    'desabonn désabonn desinscri désinscri dc3a9sabonn dc3a9sinscri', // French
    'desuscri dardebaja darsedebaja darmedebaja cancelarsuscri cancelarlasuscri anularsuscri', // Spanish
    'cancelarinscri cancelarsubscri cancelarassinatura', // Portuguese
    'disiscri cancellaiscri annullaiscri annullaliscri', // Italian
    'uitschrijv afmeld', // Dutch; the second is Danish too
    'avregistrer avprenumer avslutaprenum avmeld melddegav', // Swedish, Norwegian
    'peruutatilaus wypisz odhlasi odhlási odjav leiratkoz dezabon', // Finnish, Polish, Czech, Croatian, Hungarian, Romanian
    'otpisat отписаться отпиши відписатися отказатьсяотрассылки', // Russian, Ukrainian, Bulgarian
    'κατάργησηεγγραφής aboneliktençık aboneliktencik', // Greek, Turkish
    'إلغاءالاشتراك ביטולהרשמה הסרהמרשימת', // Arabic, Hebrew
    'ยกเลิกการรับ hủyđăngký berhentiberlangganan', // Thai, Vietnamese, Indonesian
    '退订 取消订阅 退訂 取消訂閱', // Chinese
    '配信停止 配信を停止 購読解除 登録解除', // Japanese
    '수신거부 구독취소', // Korean
    'preferencecent emailpreferences mailpreferences mailingpreferences communicationpreferences subscriptionpreferences',
    'managepreferences manageyourpreferences updatepreferences updateyourpreferences notificationpreferences',
    'managesubscription manageyoursubscription subscriptioncent emailsettings notificationsettings',
    'emaileinstellungen newslettereinstellungen vospréférences mespréférences',
    'listmanagecomprofile mailmanoptions', // Mailchimp, Mailman
  ].join(' '),
);

/** Whether a link leads to where people leave a list or choose what they get. */
export function isUnsubscribeLink({ words }: HttpParts, text: string): boolean {
  return WORDS.areIn(words) || WORDS.areIn(squeeze(text));
}
