export { clickSign, isOpenTracked, readerSign } from './overview/reader-sign.ts';
export type { ReaderSign } from './overview/reader-sign.ts';
