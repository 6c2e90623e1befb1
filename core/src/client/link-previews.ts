import { rowsOf } from './signature.ts';
import type { Signature } from './signature.ts';

const CORPORA = {
  kind: 'link-preview',
  source:
    'monperrus/crawler-user-agents (tag social-preview), arcjet/well-known-bots, isbot fixtures, vendors’ crawler pages',
  date: '2026-11',
  grade: 'A',
} as const;

/** Chat and social services that look at a link which somebody pasted. More special names stand first. */
export const LINK_PREVIEWS: readonly Signature[] = rowsOf(CORPORA, [
  ['Slack', { text: 'slackbot' }],
  ['Slack', { text: 'slack-imgproxy' }],
  // Teams and Skype: `… SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com`.
  ['Microsoft Teams or Skype', { text: 'skypeuripreview' }],
  ['Microsoft', { text: 'microsoftpreview' }],
  ['Bing', { text: 'bingpreview' }],
  ['Microsoft Office', { text: 'microsoft office existence discovery' }],
  ['Microsoft 365', { text: 'office 365 connectors' }],
  // iMessage names both of these inside an ordinary Safari header; so does Facebook itself.
  ['iMessage or Facebook', { text: 'facebookexternalhit/1.1 facebot twitterbot' }],
  ['Facebook', { text: 'facebookexternalhit' }],
  ['Facebook', { text: 'facebookcatalog' }],
  ['Facebook', { text: 'facebot' }],
  ['Facebook', { text: 'meta-external' }],
  ['WhatsApp', { start: 'whatsapp/' }],
  ['Telegram', { text: 'telegrambot' }],
  ['X', { text: 'twitterbot' }],
  ['Discord', { text: 'discordbot' }],
  ['LinkedIn', { text: 'linkedinbot' }],
  ['Viber', { start: 'viber' }],
  ['Snapchat', { text: 'snap url preview' }],
  ['Snapchat', { start: 'snapchat/' }],
  ['Pinterest', { text: 'pinterestbot' }],
  ['Pinterest', { start: 'pinterest/' }],
  ['Mattermost', { text: 'mattermost-bot' }],
  ['Google', { text: 'google web preview' }],
  ['Google', { text: 'google-pagerenderer' }],
  ['Yahoo', { text: 'yahoo link preview' }],
  ['Flipboard', { text: 'flipboardproxy' }],
  ['Embedly', { text: 'embedly' }],
  ['Iframely', { text: 'iframely' }],
  ['Bitly', { text: 'bitlybot' }],
  ['Bluesky', { text: 'bluesky cardyb' }],
  ['Quora', { text: 'quora-bot' }],
  ['Friendica', { start: 'friendica' }],
  ['Lemmy', { start: 'lemmy/' }],
  ['Mastodon', { text: 'mastodon/' }],
  ['Tumblr', { start: 'tumblr/' }],
  ['Hatena', { start: 'hatena' }],
  ['Skype', { text: 'skypeurlpreview' }],
]);

/** What a preview service that no row names says of itself. */
export const PREVIEW_WORDS: readonly string[] = ['preview', 'unfurl', 'opengraph', 'linkexpand', 'link expand'];
