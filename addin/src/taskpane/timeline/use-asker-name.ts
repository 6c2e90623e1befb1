import { useTexts } from '../texts/use-texts.ts';
import type { Asker, NamedAsker } from './who-asked.ts';

const WORDS = {
  person: 'message.whoPerson',
  likely: 'message.whoLikely',
  server: 'message.whoServer',
  ahead: 'message.whoAhead',
  scanner: 'message.whoScanner',
  program: 'message.whoProgram',
  preview: 'message.whoPreview',
  you: 'message.whoYou',
  unknown: 'message.whoUnknown',
} as const satisfies Record<Asker, string>;

/** Askers that may go by a name. */
const NAMED = {
  server: 'message.whoServerOf',
  ahead: 'message.whoAheadOf',
  scanner: 'message.whoScannerOf',
  program: 'message.whoProgramOf',
  preview: 'message.whoPreviewOf',
} as const;

/** Says who or what asked. */
export function useAskerName(): (asked: NamedAsker) => string {
  const { t } = useTexts();
  return ({ asker, name }) => (name !== null && isNamed(asker) ? t(NAMED[asker], { name }) : t(WORDS[asker]));
}

function isNamed(asker: Asker): asker is keyof typeof NAMED {
  return Object.hasOwn(NAMED, asker);
}
