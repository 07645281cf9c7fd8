import { create } from 'zustand';
import type { Submitted } from '../../state/submitting.ts';

/** What came of submitting several articles, while it is shown. */
export const useLeft = create<Submitted>()(() => ({ submitted: 0, leftCount: 0, left: [] }));

/** “1 article”, “3 articles”. */
export function countWords(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'article' : 'articles'}`;
}

/** What was done, and what was not. */
export function leftWords({ submitted, leftCount }: Submitted): string {
  const done = submitted === 0 ? 'Nothing was submitted.' : `${countWords(submitted)} submitted.`;
  const left = leftCount === 1 ? '1 article stays' : `${countWords(leftCount)} stay`;
  return `${done} ${left} as before, for something is missing.`;
}

/** The first thing an article lacks, and how many more there are. */
export function lackWords({ first, problems }: Submitted['left'][number]): string {
  return problems === 1 ? first : `${first} And ${String(problems - 1)} more.`;
}
