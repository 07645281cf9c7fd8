import type { ShellWords } from '../../ipc/methods/shell-words.ts';
import type { ShellWord } from '../../ipc/shell-word-list.ts';

/** What dialogs say, in the language that the window last showed. */
export interface SaidWords {
  /** Takes over another language. */
  readonly show: (words: ShellWords) => void;
  /** In the language of the window; what it did not say stays English. */
  readonly say: (english: ShellWord) => string;
}

/** English, until the window has spoken. */
export function saidWords(): SaidWords {
  let now: ReadonlyMap<string, string> = new Map();
  return {
    show(words) {
      now = new Map(Object.entries(words));
    },
    say: (english) => now.get(english) ?? english,
  };
}
