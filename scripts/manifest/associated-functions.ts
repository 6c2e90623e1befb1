import { build } from 'esbuild';
import { createContext, Script } from 'node:vm';

/**
 * Names that the handlers' file hands to `Office.actions.associate` while it loads. It is bundled and run as classic
 * Outlook runs it: without a page, and without `Office.onReady` ever calling back.
 */
export async function associatedFunctions(entry: string): Promise<ReadonlySet<string>> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2016',
    logLevel: 'silent',
  });
  const names = new Set<string>();
  const associate = (name: string): void => {
    names.add(name);
  };
  const onReady = (): Promise<void> => new Promise(() => undefined);
  const context = createContext({ Office: { actions: { associate }, onReady }, setTimeout, clearTimeout });
  new Script(result.outputFiles[0]?.text ?? '', { filename: 'launchevent.js' }).runInContext(context);
  return names;
}
