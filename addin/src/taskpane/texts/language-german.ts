export { sayInGerman as say } from '@readback/core/german';
export { german as translation } from './german.ts';
