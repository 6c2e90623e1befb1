/**
 * The path under which the local server has a file of the manifest: pages with the simulator in the place of Microsoft's
 * office.js, all else as it is deployed.
 */
export function locateFile(url: string): string {
  const { pathname } = new URL(url);
  return pathname.endsWith('.html') ? `/simulator/frame${pathname}` : pathname;
}
