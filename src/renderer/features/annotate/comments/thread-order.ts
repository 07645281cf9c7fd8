import type { Annotation } from '../../../../core/model/annotation.ts';
import type { CommentThread } from '../../../../core/model/comment.ts';

/** What a thread is about, as one analyst sees it. */
export type ThreadPlace = 'article' | 'annotation' | 'deleted' | 'elsewhere';

/**
 * What a thread is about: the article, one of one's own annotations, one of those that is gone, or
 * an annotation in somebody else's layer.
 */
export function placeOf(
  { target, targetAnalyst }: Pick<CommentThread, 'target' | 'targetAnalyst'>,
  annotations: readonly Pick<Annotation, 'id'>[],
  me: string,
): ThreadPlace {
  if (target === '') return 'article';
  if (targetAnalyst !== me) return 'elsewhere';
  return annotations.some(({ id }) => id === target) ? 'annotation' : 'deleted';
}

/** Names an annotation in {@link threadsByTarget}: layers of two analysts may hold the same id. */
export function targetKey(analyst: string, annotationId: string): string {
  return `${analyst} ${annotationId}`;
}

/** The threads of each annotation, by its {@link targetKey}. */
export function threadsByTarget(
  threads: readonly CommentThread[],
): ReadonlyMap<string, readonly CommentThread[]> {
  const found = new Map<string, CommentThread[]>();
  for (const thread of threads) {
    const key = targetKey(thread.targetAnalyst, thread.target);
    const known = found.get(key);
    if (known === undefined) found.set(key, [thread]);
    else known.push(thread);
  }
  return found;
}

/**
 * Threads as one walks through them: on the whole article, then on annotations as they stand in the
 * text, then on what is gone or is somebody else's. In one place, the older first.
 * @param annotations one's own, in reading order
 */
export function readingOrder(
  threads: readonly CommentThread[],
  annotations: readonly Pick<Annotation, 'id'>[],
  me: string,
): readonly CommentThread[] {
  const positions = new Map(annotations.map(({ id }, index) => [id, index + 1] as const));
  const rank = ({ target, targetAnalyst }: CommentThread): number => {
    if (target === '') return 0;
    return targetAnalyst === me
      ? (positions.get(target) ?? Number.POSITIVE_INFINITY)
      : Number.POSITIVE_INFINITY;
  };
  return threads
    .map((thread) => ({ thread, at: rank(thread) }))
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ thread }) => thread);
}

/**
 * The open thread to go to: the one after or before the given one in this order, around the ends;
 * without a given one, the first or last.
 */
export function neighbourThread(
  ordered: readonly CommentThread[],
  current: string | undefined,
  step: 1 | -1,
): CommentThread | undefined {
  const open = ordered.filter(({ id, resolved }) => !resolved || id === current);
  const at = open.findIndex(({ id }) => id === current);
  const next =
    at === -1 ? open.at(step === 1 ? 0 : -1) : open[(at + step + open.length) % open.length];
  return next?.resolved === true ? undefined : next;
}
