/** What the bundler makes of files that are no code. */
declare module '*.css';

declare module '*.xml' {
  export const text: string;
  const content: string;
  export default content;
}
