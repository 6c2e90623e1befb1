/** Markup that is already XML: interpolated as it is, while plain strings are escaped. */
export class XmlFragment {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** Fragments stand on lines of their own, indented as the line they are interpolated into. */
function insertFragments(before: string, fragments: readonly XmlFragment[]): string {
  const indentation = /[^\n]*$/.exec(before)?.[0] ?? '';
  return fragments.map((fragment) => fragment.markup.replaceAll('\n', `\n${indentation}`)).join(`\n${indentation}`);
}

/**
 * Template tag for XML: strings are escaped for text and double-quoted attributes, fragments and lists of fragments are
 * set in as they are. A line that holds only an empty list disappears.
 */
export function xml(
  parts: TemplateStringsArray,
  ...values: readonly (string | XmlFragment | readonly XmlFragment[])[]
): XmlFragment {
  let markup = '';
  let rest = '';
  parts.forEach((part, index) => {
    markup += rest + part;
    rest = '';
    const value = values[index];
    if (value === undefined) return;
    if (typeof value === 'string') markup += escapeXml(value);
    else if (value instanceof XmlFragment) markup += insertFragments(markup, [value]);
    else if (value.length > 0) markup += insertFragments(markup, value);
    else markup = markup.replace(/\n[^\n]*$/, '');
  });
  return new XmlFragment(markup);
}
