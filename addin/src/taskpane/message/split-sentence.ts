/** The first sentence of a text, without its stop where more follows, and the rest; empty where there is none. */
export function splitSentence(text: string): { first: string; rest: string } {
  const end = /[.!?]\s/.exec(text)?.index ?? -1;
  if (end === -1) return { first: text, rest: '' };
  return { first: text.slice(0, end), rest: text.slice(end + 1).trim() };
}
