export { sayInGerman } from './truth/say-in-german.ts';
