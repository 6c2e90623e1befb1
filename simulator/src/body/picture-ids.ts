import { pictureSources } from '../outlook/body-engine.ts';

/** Content ids of the pictures in a body that travel with its mail (`src="cid:…"`). */
export function pictureIdsIn(html: string): readonly string[] {
  const sources = pictureSources(html).filter((source) => /^cid:/i.test(source));
  return [...new Set(sources.map((source) => source.slice('cid:'.length)))];
}
