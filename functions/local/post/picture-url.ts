/** A picture as bytes. */
export interface PictureBytes {
  contentType: string;
  content: Buffer;
}

const PICTURE_URL = /^data:(image\/[\w.+-]+);base64,([A-Za-z\d+/]*={0,2})$/;

/** Reads a picture's `data:image/png;base64,…` (RFC 2397); null for anything else. */
export function readPictureUrl(url: string): PictureBytes | null {
  const [, contentType, data] = PICTURE_URL.exec(url) ?? [];
  if (contentType === undefined || data === undefined) return null;
  return { contentType, content: Buffer.from(data, 'base64') };
}

/** The data URL of a picture. */
export function writePictureUrl(contentType: string, content: Uint8Array): string {
  return `data:${contentType};base64,${Buffer.from(content).toString('base64')}`;
}
