/** Larger pictures don't fit into what the browser keeps for a page. */
const MAX_BYTES = 400_000;

/** A picture that can travel with a mail. */
export interface LoadedPicture {
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
  dataUrl: string;
}

/** Reads a picture's file; null when it is too large or can't be read. */
export async function loadPicture(file: File): Promise<LoadedPicture | null> {
  if (file.size > MAX_BYTES) return null;
  const dataUrl = await readDataUrl(file);
  return dataUrl === null ? null : { name: file.name, contentType: file.type, size: file.size, dataUrl };
}

function readDataUrl(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : null));
    reader.addEventListener('error', () => resolve(null));
    reader.readAsDataURL(file);
  });
}
