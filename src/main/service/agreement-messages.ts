import { createEngine, type Engine, type Page } from '../../core/agreement/report/engine.ts';
import type {
  ReportArticle,
  ReportOptions,
  ReportProject,
} from '../../core/agreement/report/input.ts';
import type { AgreementReport } from '../../core/agreement/report/report.ts';
import type { Selector } from '../../core/agreement/report/selector.ts';
import type { Answer, Question } from '../../core/asking.ts';

/** What a reporting thread is asked, and what it answers. */
export interface AgreementCalls {
  readonly begin: readonly [
    { readonly project: ReportProject; readonly options: ReportOptions },
    null,
  ];
  readonly add: readonly [{ readonly articles: readonly ReportArticle[] }, null];
  readonly measure: readonly [null, AgreementReport];
  readonly resample: readonly [null, AgreementReport];
  readonly behind: readonly [
    { readonly selector: Selector; readonly from: number; readonly count: number },
    Page,
  ];
}

/** One of the calls. */
export type AgreementCall = keyof AgreementCalls;

/** A call as it goes to the thread. */
export type AgreementRequest = Question<AgreementCall>;

/** What comes back: an answer, or unasked how far the work is. */
export type AgreementMessage = Answer | { readonly done: number; readonly total: number };

/** Answers for each call. */
export type AgreementAnswers = {
  readonly [C in AgreementCall]: (input: AgreementCalls[C][0]) => AgreementCalls[C][1];
};

/** Milliseconds between two words on how far the work is. */
const TOLD_EVERY_MS = 100;

/**
 * Answers of a reporting thread. @param tell hears how far the work is, now and then
 * @param now milliseconds on a clock that only goes forward
 */
export function agreementAnswers(
  tell: (done: number, total: number) => void,
  now: () => number,
): AgreementAnswers {
  let engine: Engine | undefined;
  let told = Number.NEGATIVE_INFINITY;
  const need = (): Engine => {
    if (engine === undefined) throw new Error('no report was begun');
    return engine;
  };
  const progress = (done: number, total: number): void => {
    if (now() - told < TOLD_EVERY_MS) return;
    told = now();
    tell(done, total);
  };
  return {
    begin: ({ project, options }) => {
      engine = createEngine(project, options);
      return null;
    },
    add: ({ articles }) => {
      for (const article of articles) need().add(article);
      return null;
    },
    measure: () => need().measure(progress),
    resample: () => need().resample(progress),
    behind: ({ selector, from, count }) => need().behind(selector, from, count),
  };
}
