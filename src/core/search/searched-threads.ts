import { type Comment, commentsShownTo, threads } from '../model/comment.ts';

/** A thread of comments as a search sees it. */
export interface SearchedThread {
  /** What was said, comment by comment; what only closed or reopened the thread is left out. */
  readonly words: readonly string[];
  /** Not resolved. */
  readonly open: boolean;
}

/** What was said in one article. */
export interface SearchedThreads {
  /** Of each annotation: its analyst and its id with a blank between them. */
  readonly onAnnotations: ReadonlyMap<string, readonly SearchedThread[]>;
  /** On the article, and on annotations that are not there any more or cannot be seen. */
  readonly onArticle: readonly SearchedThread[];
}

/** The key of an annotation in {@link SearchedThreads}. */
export function threadKey(analyst: string, annotation: string): string {
  return `${analyst} ${annotation}`;
}

function shownTo(analysts: readonly string[], comments: readonly Comment[]): Comment[] {
  const shown = new Set<Comment>();
  for (const analyst of analysts) {
    const own = comments.filter((comment) => comment.analyst === analyst);
    const others = comments.filter((comment) => comment.analyst !== analyst);
    for (const comment of [...own, ...commentsShownTo(analyst, own, others)]) shown.add(comment);
  }
  return [...shown];
}

/**
 * Sorts what was said in one article by what it is about. Whoever may not see a comment does not
 * find it.
 * @param analysts whose layers may be seen @param comments of all layers of the article
 * @param isThere whether an annotation can be seen, by its {@link threadKey}
 */
export function searchedThreads(
  analysts: readonly string[],
  comments: readonly Comment[],
  isThere: (key: string) => boolean,
): SearchedThreads {
  const onAnnotations = new Map<string, SearchedThread[]>();
  const onArticle: SearchedThread[] = [];
  for (const thread of threads(shownTo(analysts, comments))) {
    const words = thread.comments.map(({ text }) => text).filter((text) => text !== '');
    const one = { words, open: !thread.resolved };
    const key = threadKey(thread.targetAnalyst, thread.target);
    if (thread.target === '' || !isThere(key)) onArticle.push(one);
    else onAnnotations.set(key, [...(onAnnotations.get(key) ?? []), one]);
  }
  return { onAnnotations, onArticle };
}
