import type { Analyst } from '../../../../core/model/analyst.ts';
import type { Annotation } from '../../../../core/model/annotation.ts';
import { type Comment, type CommentThread, threads } from '../../../../core/model/comment.ts';
import { useProject } from '../../../state/project.ts';
import { readingOrder, targetKey, threadsByTarget } from './thread-order.ts';

const NO_COMMENTS: readonly Comment[] = [];
const NO_ANNOTATIONS: readonly Annotation[] = [];
const NOBODY: readonly Analyst[] = [];
const NO_THREADS: readonly CommentThread[] = [];

const known = new WeakMap<readonly Comment[], readonly CommentThread[]>();
const byTarget = new WeakMap<
  readonly CommentThread[],
  ReadonlyMap<string, readonly CommentThread[]>
>();

/** The threads of comments; the same list for the same comments. */
function threadsOf(comments: readonly Comment[]): readonly CommentThread[] {
  const before = known.get(comments);
  if (before !== undefined) return before;
  const found = threads(comments);
  known.set(comments, found);
  return found;
}

function targetsOf(all: readonly CommentThread[]): ReadonlyMap<string, readonly CommentThread[]> {
  const before = byTarget.get(all);
  if (before !== undefined) return before;
  const found = threadsByTarget(all);
  byTarget.set(all, found);
  return found;
}

/** The threads on the article on the desk, in the order they began. */
export function threadsNow(): readonly CommentThread[] {
  return threadsOf(useProject.getState().article?.comments ?? NO_COMMENTS);
}

/** The threads on the article on the desk in reading order: on the whole article, then by place. */
export function threadsInOrder(): readonly CommentThread[] {
  const { article, project } = useProject.getState();
  return readingOrder(threadsNow(), article?.annotations ?? NO_ANNOTATIONS, project?.me.id ?? '');
}

/** The threads on the article on the desk, in the order they began. */
export function useThreads(): readonly CommentThread[] {
  return threadsOf(useProject((state) => state.article?.comments ?? NO_COMMENTS));
}

/** The annotations of the article on the desk, in reading order. */
export function useAnnotations(): readonly Annotation[] {
  return useProject((state) => state.article?.annotations ?? NO_ANNOTATIONS);
}

/** Everybody in the project. */
export function useAnalysts(): readonly Analyst[] {
  return useProject((state) => state.project?.analysts ?? NOBODY);
}

type AnnotationKey = Pick<Annotation, 'id' | 'analyst'>;

/** The threads on an annotation. */
export function useThreadsOn({ id, analyst }: AnnotationKey): readonly CommentThread[] {
  return targetsOf(useThreads()).get(targetKey(analyst, id)) ?? NO_THREADS;
}

/** How many threads on an annotation wait for an answer; a number, so that rows stay as they are. */
export function useOpenThreadCount({ id, analyst }: AnnotationKey): number {
  return useProject((state) => {
    const all = threadsOf(state.article?.comments ?? NO_COMMENTS);
    const own = targetsOf(all).get(targetKey(analyst, id)) ?? NO_THREADS;
    return own.filter(({ resolved }) => !resolved).length;
  });
}
