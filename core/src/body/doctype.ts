/**
 * Parts of doctypes that are read in standards mode, in lower case: XHTML 1, HTML 4.01 and HTML 4.0 Strict. The transitional
 * HTML 4.01 is so only where a system id follows.
 */
const STANDARD_PARTS = ['//dtd xhtml 1.', '//dtd html 4.01//', '//dtd html 4.0//'];
const STANDARD_WITH_SYSTEM_ID = ['//dtd html 4.01 transitional//en', '//dtd html 4.01 frameset//en'];

/**
 * Whether a document with this `<!DOCTYPE …>` is read in quirks mode, where a table doesn't end the paragraph before it; one
 * without a doctype is. WHATWG HTML §13.2.6.4.1 names the quirky ones instead; for doctypes that exist it is the same.
 */
export function isQuirky(doctype: string): boolean {
  const text = doctype.toLowerCase().split('"').join("'");
  const name = text.slice('<!doctype'.length).trim();
  if (name === 'html>' || name.startsWith('html system') || STANDARD_PARTS.some((part) => text.includes(part)))
    return false;
  return !STANDARD_WITH_SYSTEM_ID.some((part) => text.includes(`${part}'`) && text.indexOf("'http") > 0);
}
