/** The things a comment can do to its thread. */
export const COMMENT_ACTIONS = ['say', 'resolve', 'reopen'] as const;

/** What a comment does to its thread. */
export type CommentAction = (typeof COMMENT_ACTIONS)[number];

/** A remark of one analyst, kept in their own layer, on an annotation or on the whole article. */
export interface Comment {
  readonly id: string;
  readonly articleId: string;
  /** Analyst id of whoever says it: the owner of the layer. */
  readonly analyst: string;
  /** Annotation id; empty for the article. */
  readonly target: string;
  /** Analyst id of the layer the annotation is in; empty for the article. */
  readonly targetAnalyst: string;
  /**
   * The words the annotation stood on when this was said, so that the comment still says what it is
   * about once the annotation is gone. Absent for the article, and in files that are older.
   */
  readonly quote?: string;
  /** Id of the comment that began the thread; its own id for that one. */
  readonly thread: string;
  readonly text: string;
  readonly action: CommentAction;
  /** ISO-8601 UTC. */
  readonly createdAt: string;
  /** ISO-8601 UTC. */
  readonly updatedAt: string;
}

/** What a comment and its whole thread are about. */
export type ThreadPlace = Pick<Comment, 'target' | 'targetAnalyst'>;

/** True for two places that are one. All comments of a thread are about the same; no door lets in others. */
export function isSamePlace(a: ThreadPlace, b: ThreadPlace): boolean {
  return a.target === b.target && (a.target === '' || a.targetAnalyst === b.targetAnalyst);
}

/** Comments on one thing that answer each other, oldest first. */
export interface CommentThread {
  /** Id of the comment that began it. */
  readonly id: string;
  readonly articleId: string;
  readonly target: string;
  readonly targetAnalyst: string;
  /** The words its annotation stood on; empty for the article, and where nobody kept them. */
  readonly quote: string;
  readonly resolved: boolean;
  readonly comments: readonly Comment[];
}

function byTime(a: Comment, b: Comment): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function threadOf(id: string, comments: readonly Comment[]): CommentThread | undefined {
  const sorted = comments.toSorted(byTime);
  // The first comment may be gone, or not have arrived yet from a colleague; its answers stay.
  const root = sorted.find((comment) => comment.id === id) ?? sorted[0];
  if (root === undefined) return undefined;
  const last = sorted.findLast((comment) => comment.action !== 'say');
  return {
    id,
    articleId: root.articleId,
    target: root.target,
    targetAnalyst: root.targetAnalyst,
    quote: sorted.find(({ quote }) => quote !== undefined)?.quote ?? '',
    resolved: last?.action === 'resolve',
    comments: sorted,
  };
}

/**
 * The threads of comments of any number of layers, in the order they began. A thread is resolved
 * while the last comment that closed or reopened it closed it.
 */
export function threads(comments: readonly Comment[]): CommentThread[] {
  const byThread = new Map<string, Comment[]>();
  for (const comment of comments) {
    const key = `${comment.articleId}/${comment.thread}`;
    const known = byThread.get(key);
    if (known === undefined) byThread.set(key, [comment]);
    else known.push(comment);
  }
  return [...byThread.values()]
    .flatMap((group) => threadOf(group[0]?.thread ?? '', group) ?? [])
    .sort((a, b) => {
      const [first, second] = [a.comments[0], b.comments[0]];
      return first === undefined || second === undefined ? 0 : byTime(first, second);
    });
}

/**
 * Of other people's comments those that an analyst sees: on the article, on the analyst's own
 * annotations, and in threads that the analyst has a part in. What others say about what they marked
 * themselves would tell where they marked it, and everybody marks for themselves.
 * @param own what the analyst said on the same article
 * @param others what the others said on it
 */
export function commentsShownTo(
  analyst: string,
  own: readonly Comment[],
  others: readonly Comment[],
): Comment[] {
  const mine = new Set(own.map(({ thread }) => thread));
  return others.filter(
    ({ target, targetAnalyst, thread }) =>
      target === '' || targetAnalyst === analyst || mine.has(thread),
  );
}
