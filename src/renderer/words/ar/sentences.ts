import type { Sentences } from '../words.ts';

/** What the main process and `core` say in English, in Arabic. */
export const sentences: Sentences = {};
