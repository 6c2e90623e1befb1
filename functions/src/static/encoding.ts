/** The content codings in which files lie ready. */
export type Coding = 'br' | 'gzip';

/** The codings that a client takes (RFC 9110 §12.5.3), the best first. */
export function acceptedCodings(acceptEncoding: string | null): Coding[] {
  const refused = /;\s*q=0(\.0*)?\s*$/;
  const taken = (acceptEncoding ?? '')
    .toLowerCase()
    .split(',')
    .filter((coding) => !refused.test(coding))
    .map((coding) => coding.split(';')[0]?.trim());
  return (['br', 'gzip'] as const).filter((coding) => taken.includes(coding));
}
