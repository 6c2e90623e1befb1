/** Makes one of Intl's formats for a language and options. */
type Make<Format, Options> = new (language: string, options: Options) => Format;

/**
 * Keeps formats by language and options: making one takes longer than a hundred uses of it. A pane needs a handful.
 */
export function keepFormats<Format, Options>(
  make: Make<Format, Options>,
): (language: string, options: Options) => Format {
  const kept = new Map<string, Format>();
  return (language, options) => {
    const key = `${language} ${JSON.stringify(options)}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const format = new make(language, options);
    kept.set(key, format);
    return format;
  };
}
