import type { MailUntrackedReason, UntrackedReason } from '@readback/core';
import { activityEnglish } from '../activity/activity-english.ts';
import { composeEnglish } from '../compose/compose-english.ts';
import { contactsEnglish } from '../contacts/contacts-english.ts';
import { coverageAdviceEnglish, coverageEnglish, coverageGroupEnglish } from '../coverage/coverage-english.ts';
import { digestEnglish } from '../digest/digest-english.ts';
import { firstRunEnglish } from '../first-run/first-run-english.ts';
import { insightsEnglish } from '../insights/insights-english.ts';
import { messageEnglish } from '../message/message-english.ts';
import { preferencesEnglish } from '../preferences/preferences-english.ts';
import { toastsEnglish } from '../toasts/toasts-english.ts';

/** Every text of the pane. `{{name}}` is filled in; `_one` and `_other` are picked by `count`. */
export const english = {
  nav: {
    label: 'Views',
    item: 'This mail',
    activity: 'Activity',
    contacts: 'Contacts',
    insights: 'Insights',
    more: 'More',
    back: 'Back',
    probe: 'Probe',
    loading: 'Loading',
  },
  outside: {
    title: 'This page belongs in Outlook',
    text: 'Readback shows what happened to your mails, right beside them. Open a mail in Outlook and choose Readback in the ribbon.',
    noScriptTitle: 'Outlook’s script didn’t load',
    noScriptText:
      'Without it the pane can’t see your mail. Check the connection, then close the pane and open it again.',
  },
  signIn: {
    title: 'Sign in to see your mails',
    text: 'Readback uses your work account. You do this once; then Outlook signs you in by itself.',
    pageText: 'Readback uses your work account. You do this once a day in this browser.',
    button: 'Sign in',
    busy: 'Signing in',
    failed:
      'That didn’t work. Allow the sign-in window and try again. If it still fails, ask your admin whether Readback is switched on for you.',
    confirmTitle: 'Is this mailbox yours?',
    confirmText:
      'This mailbox is {{address}}, but you’re signed in with another address. Readback keeps mails apart by mailbox, so it asks once.',
    confirm: 'Yes, it’s mine',
    other: 'Use another account',
  },
  problem: {
    title: 'Your mails can’t be shown',
    offline:
      'The server can’t be reached. Sending works as ever. Check the connection; the pane tries again by itself.',
    unavailable:
      'The server can’t answer for now. Sending works as ever. The pane tries again by itself; if it lasts, tell your admin.',
    refused:
      'The server didn’t accept the request. Close the pane and open it again; if it stays like this, tell your admin.',
    unreadable: 'The server’s answer can’t be read. Close the pane and open it again to get its latest version.',
    stale: 'Last updated {{when}}',
    retry: 'Try again',
    crashed: 'The pane has stumbled',
    crashedText: 'Your mail isn’t affected. Start the pane again; if it stumbles again, tell your admin.',
    restart: 'Start again',
  },
  compose: composeEnglish,
  firstRun: firstRunEnglish,
  reason: {
    'no-key': 'Readback isn’t set up for this mailbox yet.',
    company: 'Your company has switched this off.',
    personal: 'It’s off in your own defaults.',
    mail: 'It’s off for this mail.',
    'other-sender': 'The mail comes from another address than your own.',
    'sender-unreadable': 'Outlook didn’t say from which address the mail comes.',
    label: 'The sensitivity label may protect this mail, so it stays untouched.',
    'label-unreadable': 'Outlook didn’t say which sensitivity label the mail has.',
    'plain-text': 'Plain text can hold neither a picture nor a link behind words.',
    'body-unreadable': 'Outlook didn’t hand over the text of the mail.',
    'too-long': 'The mail is too long to be changed safely.',
    'unsafe-image': 'The mail holds pictures that Outlook could lose if the text were changed.',
    'cloud-attachment': 'The mail has an attachment in OneDrive or SharePoint that Outlook could lose.',
    'attachments-unreadable': 'Outlook didn’t say which attachments the mail has.',
    client: 'This Outlook can’t do it safely.',
    reply: 'This Outlook can’t change links in replies safely.',
    images: 'This Outlook can’t change links safely in mails with pictures.',
    'no-links': 'There is no link that could be tracked.',
    'gave-way': 'This Outlook allows either opens or clicks. Clicks tell more, so opens give way.',
    'not-scheduled': 'The picture wasn’t prepared before Send, and at Send it is too late on this Outlook.',
    'not-seen': 'The picture was prepared, but didn’t show up in the mail yet at Send. Opens count if it got there.',
    changed: 'The text changed at the moment of sending, so it stayed as it was.',
    failed: 'Outlook refused the change at Send, so the mail went out as it was.',
    differs: 'Outlook kept something else than what was written, so nothing more was touched.',
    'too-slow': 'Outlook took too long at Send, so the mail went out as it was.',
    elsewhere: 'It was sent without Readback, for instance from a phone.',
    unknown: 'It isn’t known why.',
  } satisfies Record<MailUntrackedReason | 'elsewhere' | 'unknown', string>,
  advice: {
    'no-key': 'Sign in here once; mails that you start after that are tracked.',
    'other-sender': 'Send from your own address to track.',
    'sender-unreadable': 'It will be asked again on Send.',
    label: 'Choose another label if the mail needn’t be protected.',
    'plain-text': 'Switch to HTML under “Format text” to track.',
    'body-unreadable': 'It will be tried again on Send.',
    'too-long': 'Remove older quoted mails to track links.',
    'unsafe-image': 'Without pasted pictures, links can be tracked.',
    'cloud-attachment': 'Attach a copy instead to track links.',
    client: 'Outlook on Windows, on Mac or in the browser can.',
    reply: 'In a new mail, links can be tracked.',
    images: 'Without pictures, links can be tracked.',
    'gave-way': 'Switch clicks off to track opens instead.',
    personal: 'Switch it on here for this mail.',
  } satisfies Partial<Record<MailUntrackedReason, string>>,
  untracked: {
    off: 'Clicks aren’t tracked in this mail.',
    'base-href': 'The mail redefines where its links start.',
    'own-unreadable': 'Already a tracked link that can’t be read.',
    'not-http': 'Not a web address.',
    placeholder: 'A placeholder that another program fills in.',
    'gateway-wrapped': 'Already wrapped by a mail filter.',
    quoted: 'Stands in the quoted mail.',
    signature: 'Stands in your signature.',
    excluded: 'Your company has excluded it.',
    unsubscribe: 'An unsubscribe link must always work as it is.',
    meeting: 'A link to join a meeting opens its own app.',
    'sign-in': 'A sign-in or one-time link must stay as it is.',
    share: 'A shared file checks who opens it.',
    'app-link': 'Opens an app.',
    'url-text': 'Its text is an address itself; another target would look like fraud.',
    'too-long': 'The tracked link would be too long.',
  } satisfies Record<UntrackedReason, string>,
  message: messageEnglish,
  activity: activityEnglish,
  preferences: preferencesEnglish,
  toasts: toastsEnglish,
  digest: digestEnglish,
  coverage: coverageEnglish,
  coverageGroup: coverageGroupEnglish,
  coverageAdvice: coverageAdviceEnglish,
  contacts: contactsEnglish,
  insights: insightsEnglish,
};
