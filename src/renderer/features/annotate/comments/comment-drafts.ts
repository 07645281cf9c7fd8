import { create } from 'zustand';
import type { DraftKey } from '../../../state/comment-drafts.ts';

/** Which field is open, and the thread one stands on. Gone with the window. */
interface CommentDrafts {
  /** Fields that are open besides the one for a new comment. */
  readonly open: DraftKey | undefined;
  /** Thread id. */
  readonly current: string | undefined;
}

/** The comments being written. */
export const useDrafts = create<CommentDrafts>()(() => ({
  open: undefined,
  current: undefined,
}));

/** Opens the field for an answer or a change, in place of the one that is open. */
export function openField(key: DraftKey | undefined): void {
  useDrafts.setState({ open: key });
}

/** Remembers the thread one stands on. */
export function standOn(thread: string | undefined): void {
  useDrafts.setState({ current: thread });
}
