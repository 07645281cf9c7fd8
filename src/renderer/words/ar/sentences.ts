import type { Sentences } from '../sentences.ts';

/** What the main process and `core` say in English, in Arabic. */
export const sentences: Sentences = {};
