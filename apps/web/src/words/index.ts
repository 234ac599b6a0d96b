import { it } from './it/index.js';

/** Every sentence of the pages, by page. A second language is another object of this type. */
export type Words = typeof it;

/** The sentences that are shown. */
export const words: Words = it;
