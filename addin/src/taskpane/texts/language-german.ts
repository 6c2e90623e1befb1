export { sayInGerman as say } from '@readback/core/german';
export { german as translation } from './german.ts';

export async function loadLater() {
  return (await import('./german-later.ts')).germanLater;
}
