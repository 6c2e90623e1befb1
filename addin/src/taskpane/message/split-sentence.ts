/** The first clause of a text with its mark, and the rest; empty where there is none. */
export function splitSentence(text: string): { first: string; rest: string } {
  const end = /[.!?;]\s/.exec(text)?.index ?? -1;
  if (end === -1) return { first: text, rest: '' };
  return { first: text.slice(0, end + 1), rest: text.slice(end + 1).trim() };
}
