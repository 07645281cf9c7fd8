import { type Lesson, lessonsFor } from '../../core/review/against-gold.ts';
import { decisionsInForce } from '../../core/review/decision.ts';
import type { ReadingValue } from '../../core/review/reading.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import { codebookOf } from './codebook-view.ts';
import { storeRefusal } from './problems.ts';
import { articlesOf } from './project-view.ts';
import { readReviewArticle } from './review-layers.ts';
import { namesIn, valueView } from './review-view.ts';
import { createPace } from './statistics-pace.ts';
import type { Workspace } from './workspace.ts';

type Answer = Output<'review.lessons'>;

function lessonView(
  { decision, mine, gold, annotation, differs }: Lesson,
  nameOf: (analyst: string) => string,
): Answer['lessons'][number] {
  const { articleId, item, reason, note, rule, by, at } = decision;
  return {
    articleId,
    item,
    ...(annotation === undefined ? {} : { annotation }),
    ...(mine === undefined ? {} : { mine: valueView(mine) }),
    gold: gold.map((one: ReadingValue) => valueView(one)),
    differs: [...differs],
    ...(reason === undefined ? {} : { reason }),
    note,
    rule,
    by: nameOf(by),
    at,
  };
}

/**
 * Where one's own layers and gold differ, in the articles that are settled: every item of them is
 * decided, and nothing was changed since. What is not settled is shown to nobody here.
 * @param now milliseconds on a clock that only goes forward
 */
export async function readLessons(
  { store, me }: Workspace,
  now: () => number,
): Promise<Reply<Answer>> {
  const nameOf = namesIn(store);
  const attributes = new Map(codebookOf(store).attributes.map((one) => [one.id, one] as const));
  const pace = createPace(new AbortController().signal, now);
  const lessons: Answer['lessons'] = [];
  let settled = 0;
  for (const { id } of articlesOf(store)) {
    if (store.counts(id).get(me.id) === undefined) continue;
    const article = await readReviewArticle(store, id, { viewer: me.id, unsubmitted: true });
    if (!article.ok) return storeRefusal(article.error);
    await pace.rest();
    const { queue, decisions } = article.value;
    const isSettled = queue.items.every(({ decision }) => decision !== undefined);
    const inForce = decisionsInForce(decisions);
    if (!isSettled || inForce.some(({ result }) => result === 'defer')) continue;
    const concerned = inForce.filter(
      ({ candidates, absent }) =>
        absent.includes(me.id) ||
        candidates.some(({ from }) => from.some(([analyst]) => analyst === me.id)),
    );
    settled += concerned.length;
    for (const lesson of lessonsFor(me.id, concerned, attributes)) {
      lessons.push(lessonView(lesson, nameOf));
    }
  }
  return { ok: true, value: { settled, same: settled - lessons.length, lessons } };
}
