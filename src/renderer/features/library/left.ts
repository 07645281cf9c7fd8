import { create } from 'zustand';
import type { Submitted } from '../../state/submitting.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';

/** What came of submitting several articles, while it is shown. */
export const useLeft = create<Submitted>()(() => ({ submitted: 0, leftCount: 0, left: [] }));

/** What was done, and what was not. */
export function leftWords({ submitted, leftCount }: Submitted): string {
  const done =
    submitted === 0
      ? t('library.nothingSubmitted')
      : t('library.submittedCount', { count: submitted });
  return t('library.leftWords', { done, left: t('library.stays', { count: leftCount }) });
}

/** The first thing an article lacks, and how many more there are. */
export function lackWords({ first, problems }: Submitted['left'][number]): string {
  const lack = said(first);
  return problems === 1 ? lack : t('library.lackMore', { first: lack, number: problems - 1 });
}
