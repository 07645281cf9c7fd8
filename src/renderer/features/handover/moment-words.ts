import { dateWords } from '../../words/amounts.ts';

/** A moment with its day and time. @param at ISO-8601 UTC */
export function momentWords(at: string): string {
  return dateWords(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
}
