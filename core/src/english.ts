export { sayInEnglish } from './truth/say-in-english.ts';
