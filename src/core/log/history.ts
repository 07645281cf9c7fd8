import { articleOfOp, type CommitNote, type OpDraft } from './op.ts';

/** A commit that can be taken back, with the drafts that do it. */
export interface HistoryEntry {
  /** Commit id. */
  readonly id: string;
  /** What was done, in words. */
  readonly label: string;
  /** The one article it concerned; absent when it concerned several or none. */
  readonly articleId?: string;
  /** The drafts that take it back, in the order in which they are to be committed. */
  readonly inverse: readonly OpDraft[];
}

/** What one analyst can undo and redo; the last entry of each list comes first. */
export interface History {
  readonly undo: readonly HistoryEntry[];
  readonly redo: readonly HistoryEntry[];
}

/** Nothing to undo, nothing to redo. */
export const EMPTY_HISTORY: History = { undo: [], redo: [] };

/** How many commits are kept to be undone. */
export const HISTORY_LENGTH = 500;

/** How many inverse drafts are kept in all; the newest commit is kept whatever its size. */
export const HISTORY_DRAFTS = 100_000;

/** The article that all drafts concern, or `undefined` when there are several or none. */
export function commonArticle(
  drafts: readonly Pick<OpDraft, 'c' | 'k' | 'r'>[],
): string | undefined {
  const [first] = drafts;
  if (first === undefined) return undefined;
  const article = articleOfOp(first);
  return drafts.every((draft) => articleOfOp(draft) === article) ? article : undefined;
}

function without(entries: readonly HistoryEntry[], id: string): readonly HistoryEntry[] {
  return entries.filter((entry) => entry.id !== id);
}

/** Adds an entry and lets go of the oldest ones beyond the limits. */
function push(entries: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  const all = [...entries, entry].slice(-HISTORY_LENGTH);
  let drafts = 0;
  let first = all.length;
  while (first > 0) {
    drafts += all[first - 1]?.inverse.length ?? 0;
    if (drafts > HISTORY_DRAFTS && first < all.length) break;
    first -= 1;
  }
  return all.slice(first);
}

/**
 * The history after a commit. An undo moves its commit to the redo list, a redo moves it back, and
 * anything else that can be undone clears the redo list. Used both when a commit is made and when
 * the log is replayed, so that both give the same lists.
 */
export function afterCommit(history: History, entry: HistoryEntry, note: CommitNote): History {
  if (note.undoes !== undefined) {
    return { undo: without(history.undo, note.undoes), redo: push(history.redo, entry) };
  }
  if (note.redoes !== undefined) {
    return { undo: push(history.undo, entry), redo: without(history.redo, note.redoes) };
  }
  if (note.undoable === false) return history;
  return { undo: push(history.undo, entry), redo: [] };
}
