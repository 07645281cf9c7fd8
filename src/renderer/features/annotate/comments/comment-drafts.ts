import { create } from 'zustand';

/** What is being written: `new <annotation or article id>`, `reply <thread>` or `edit <comment>`. */
export type DraftKey = `${'new' | 'reply' | 'edit'} ${string}`;

/** Comments that are not posted yet, and the thread one stands on. Gone with the window. */
interface CommentDrafts {
  readonly words: Readonly<Record<DraftKey, string>>;
  /** Fields that are open besides the one for a new comment. */
  readonly open: DraftKey | undefined;
  /** Thread id. */
  readonly current: string | undefined;
}

/** The comments being written. */
export const useDrafts = create<CommentDrafts>()(() => ({
  words: {},
  open: undefined,
  current: undefined,
}));

/** Keeps words that are not posted yet; without words, forgets them. */
export function keepDraft(key: DraftKey, words: string): void {
  useDrafts.setState((state) => {
    const { [key]: _before, ...others } = state.words;
    return { words: words === '' ? others : { ...others, [key]: words } };
  });
}

/** Opens the field for an answer or a change, in place of the one that is open. */
export function openField(key: DraftKey | undefined): void {
  useDrafts.setState({ open: key });
}

/** Remembers the thread one stands on. */
export function standOn(thread: string | undefined): void {
  useDrafts.setState({ current: thread });
}
