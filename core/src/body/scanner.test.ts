import { prepareBody } from '../prepare-body.ts';
import { planOf } from './plan.fixture.ts';

const HREF = 'https://example.org/offer';
const LINK = `<a href="${HREF}">our offer</a>`;
const plan = planOf({ pixelUrl: null, linkUrl: () => 'https://t.example/0' });
const TRACKED = '<a href="https://t.example/0">our offer</a>';

describe('what is not live markup', () => {
  it.each([
    ['a comment', `<!-- ${LINK} -->`],
    ['a comment over lines', `<!--\n${LINK}\n-->`],
    ['a comment with dashes', `<!-- a -- b ${LINK} -->`],
    ['a comment with a bracket in front', `<!-- > ${LINK} -->`],
    ['a comment with another one in it', `<!-- <!-- ${LINK} -->`],
    ['a comment that is never closed', `<!-- ${LINK}`],
    ['a comment that closes oddly', `<!-- ${LINK} --!>`],
    ['a conditional comment for Outlook', `<!--[if gte mso 9]>${LINK}<![endif]-->`],
    ['a conditional comment with VML', `<!--[if mso]><v:roundrect href="${HREF}">x</v:roundrect><![endif]-->`],
    ['a comment that says nothing', `<!- ${HREF} <a href=x>`],
    ['a processing instruction', `<?xml <a href="${HREF}"?>`],
    ['an end tag that is none', `</ <a href="${HREF}">`],
    ['a section of character data outside of drawings', `<![CDATA[ <a href="${HREF}">`],
    ['a doctype', `<!DOCTYPE html <a href="${HREF}">`],
    ['a style sheet', `<style>${LINK}</style>`],
    ['a style sheet in capitals', `<STYLE>${LINK}</Style >`],
    ['a script', `<script>${LINK}</script>`],
    ['a script with a comment in it', `<script><!-- ${LINK} --></script>`],
    ['a script in a script', `<script><!--<script>${LINK}</script>${LINK}--></script>`],
    ['a script that is never closed', `<script>${LINK}`],
    ['a text area', `<textarea>${LINK}</textarea>`],
    ['a text area with another end tag', `<textarea></textareas>${LINK}</textarea>`],
    ['a title', `<title>${LINK}</title>`],
    ['what is shown without scripts', `<noscript>${LINK}</noscript>`],
    ['what is shown without frames', `<noframes>${LINK}</noframes>`],
    ['what is shown without embedding', `<noembed>${LINK}</noembed>`],
    ['a frame within', `<iframe>${LINK}</iframe>`],
    ['an example', `<xmp>${LINK}</xmp>`],
    ['plain text', `<plaintext>${LINK}</plaintext>${LINK}`],
    ['a template', `<template>${LINK}</template>`],
    ['a template in a template', `<template><template>${LINK}</template>${LINK}</template>`],
    ['a template with a comment in it', `<template><!-- </template> -->${LINK}</template>`],
    ['a template with a style sheet in it', `<template><style></template></style>${LINK}</template>`],
    ['character data of a drawing', `<svg><![CDATA[${LINK}]]></svg>`],
    ['a text area in HTML in a drawing', `<svg><foreignObject><textarea>${LINK}</textarea></foreignObject></svg>`],
    ['a text area in the title of a drawing', `<svg><title><textarea>${LINK}</textarea></title></svg>`],
    ['a text area in the description of a drawing', `<svg><desc><textarea>${LINK}</textarea></desc></svg>`],
    ['a text area in the text of a formula', `<math><mtext><textarea>${LINK}</textarea></mtext></math>`],
    ['a style sheet in HTML in a formula', `<math><annotation-xml encoding=text/html><style>${LINK}</style></math>`],
    ['a value', `<p title='${LINK}'>x</p>`],
    ['a list to choose from', `<select><option>${LINK}</select>`],
  ])('stays as it is, and is not listed: %s', (_, html) => {
    expect(prepareBody(html, plan)).toEqual({ html, pixel: 'none', links: [] });
  });

  it.each([
    ['a comment', '<!-- x -->', ''],
    ['an empty comment', '<!-->', '-->'],
    ['an empty comment with a dash', '<!--->', '-->'],
    ['a comment that closes oddly', '<!-- x --!>', ''],
    ['a comment closed within a conditional one', '<!--[if mso]> x -->', '<![endif]-->'],
    ['a conditional comment that reveals', '<![if !mso]>', '<![endif]>'],
    ['a conditional comment that reveals, the other kind', '<!--[if !mso]><!-->', '<!--<![endif]-->'],
    ['a declaration', '<!x>', ''],
    ['a processing instruction', '<?xml version="1.0"?>', ''],
    ['a doctype', '<!doctype html>', ''],
    ['a style sheet', '<style><!-- a{} --></style>', ''],
    ['a script', '<script>"<!--"</script>', ''],
    ['a script with a script in its comment', '<script><!--<script></script>--></script>', ''],
    ['a text area', '<textarea><!-- </textarea>', ''],
    ['a title', '<title>"</title>', ''],
    ['an example', '<xmp><!-- </xmp>', ''],
    ['a template', '<template><p></template>', ''],
    ['a lone bracket', '< ', ' <'],
    ['brackets of a sum', '1 < 2 > 0 ', ''],
    ['an end tag with attributes', '</p title="<!--">', ''],
    ['an end tag that closes nothing', '</plaintext></script></textarea>', ''],
    ['an element that only starts alike', '<styles>', '</styles>'],
    ['an element of Office', '<o:p>', '</o:p>'],
    ['a drawing', '<svg><style><a>', '</svg>'],
    ['a foreign object in a drawing', '<svg><foreignObject>', '</foreignObject></svg>'],
    ['the title of a drawing', '<svg><title>', '</title></svg>'],
    ['the description of a drawing', '<svg><desc>', '</desc></svg>'],
    ['a drawing that HTML breaks out of', '<svg><textarea><p>', '</p></svg>'],
    ['character data of a drawing', '<svg><![CDATA[<!--]]>', '</svg>'],
    ['what would be a text area outside of a drawing', '<svg><textarea>', '</textarea></svg>'],
    ['what would be a style sheet outside of a formula', '<math><annotation-xml><style>', '</style></math>'],
    ['a formula', '<math><mtext>', '</mtext></math>'],
    ['a formula with HTML in it', '<math><annotation-xml encoding="text/html">', '</annotation-xml></math>'],
    ['an old mark for text that wraps', '<nobr>', '</nobr>'],
    ['a NUL', '\0', '\0'],
    ['a byte order mark', '\ufeff', ''],
  ])('hides nothing of what is behind or in it: %s', (_, before, behind) => {
    const html = `${before}${LINK}${behind}`;
    expect(prepareBody(html, plan).html).toBe(`${before}${TRACKED}${behind}`);
  });

  it('does not count as a position', () => {
    const html = `<!-- ${LINK} --><style>${LINK}</style>${LINK}<template>${LINK}</template>${LINK}`;
    expect(prepareBody(html, plan).links.map(({ position }) => position)).toEqual([0, 1]);
  });
});
