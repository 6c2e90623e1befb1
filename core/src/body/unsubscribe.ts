import type { HttpParts } from './http-parts.ts';

/**
 * Parts of words in addresses by which people leave a list or change what they get. A scanner that follows such a link through
 * us would look like them (field.md row 17), and blocklists expect it to lead where it says.
 */
const URL_WORDS = [
  'unsubscri', // English
  'opt-out',
  'opt_out',
  'optout',
  'abmelde', // German
  'abbestell',
  'desabonn', // French, Portuguese
  'desinscri',
  'd%c3%a9sabonn',
  'd%c3%a9sinscri',
  'desuscri', // Spanish
  'darse-de-baja',
  'dar-de-baja',
  'cancelar-suscripcion',
  'cancelar-inscri', // Portuguese
  'disiscri', // Italian
  'disiscriz',
  'cancella-iscrizione',
  'uitschrijv', // Dutch
  'afmeld', // Dutch, Danish
  'avregistrer', // Swedish
  'avprenumer',
  'avmeld', // Norwegian
  'peruuta-tilaus', // Finnish
  'wypisz', // Polish
  'odhlasi', // Czech, Slovak
  'odjava', // Croatian, Serbian, Slovene
  'leiratkoz', // Hungarian
  'dezabon', // Romanian
  'otpisat', // Russian
  'preference-center',
  'preferencecenter',
  'preference_center',
  'email-preferences',
  'email_preferences',
  'emailpreferences',
  'manage-preferences',
  'mailing-preferences',
  'manage-subscription',
  'manage_subscription',
  'managesubscription',
  'subscription-center',
  'subscription-preferences',
  'email-settings',
  'notification-settings',
  'notification-preferences',
  'list-manage.com/profile', // Mailchimp
  '/mailman/options/', // Mailman
];

/** The same in texts of links. */
const TEXT_WORDS = [
  'unsubscribe',
  'opt out',
  'opt-out',
  'abmelden',
  'abbestellen',
  'désabonn',
  'desabonn',
  'désinscri',
  'desinscri',
  'darse de baja',
  'darme de baja',
  'cancelar suscripción',
  'cancelar la suscripción',
  'anular suscripción',
  'cancelar inscrição',
  'cancelar subscrição',
  'cancelar assinatura',
  'disiscri',
  'annulla iscrizione',
  "annulla l'iscrizione",
  'uitschrijven',
  'afmelden',
  'afmeld',
  'avregistrera',
  'avsluta prenumeration',
  'avprenumerera',
  'avmeld',
  'meld deg av',
  'peruuta tilaus',
  'wypisz',
  'zrezygnuj z subskrypcji',
  'odhlásit',
  'odhlásiť',
  'odjava',
  'odjavi',
  'leiratkoz',
  'dezabon',
  'отписаться',
  'отменить подписку',
  'відписатися',
  'отпиши',
  'κατάργηση εγγραφής',
  'διαγραφή από τη λίστα',
  'abonelikten çık',
  'aboneliği iptal',
  'إلغاء الاشتراك',
  'ביטול הרשמה',
  'הסרה מרשימת',
  'ยกเลิกการรับ',
  'ยกเลิกการสมัคร',
  'hủy đăng ký',
  'berhenti berlangganan',
  '退订',
  '取消订阅',
  '退訂',
  '取消訂閱',
  '配信停止',
  '配信を停止',
  '購読解除',
  '購読を解除',
  '登録解除',
  '수신거부',
  '수신 거부',
  '구독 취소',
  '구독취소',
  'email preferences',
  'e-mail preferences',
  'mail preferences',
  'manage preferences',
  'manage your preferences',
  'update preferences',
  'update your preferences',
  'communication preferences',
  'subscription preferences',
  'manage subscription',
  'notification settings',
  'email settings',
  'e-mail-einstellungen',
  'newsletter-einstellungen',
  'benachrichtigungseinstellungen',
  'gérer vos préférences',
  'gérer mes préférences',
  'gestionar preferencias',
  'gestisci le preferenze',
  'voorkeuren aanpassen',
];

/** Whether a link leads to where people leave a list or choose what they get. */
export function isUnsubscribeLink({ host, path, query }: HttpParts, text: string): boolean {
  const address = host + path + query;
  if (URL_WORDS.some((word) => address.includes(word))) return true;
  const words = text.toLowerCase();
  return TEXT_WORDS.some((word) => words.includes(word));
}
