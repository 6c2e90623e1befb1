/** Long enough for a browser that asks where to put a file. */
const KEEP_MS = 60_000;

/** Hands a text to the browser as a file to be saved. */
export function downloadText(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}
