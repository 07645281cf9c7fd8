import { z } from 'zod';
import { SHELL_WORDS } from '../shell-word-list.ts';

const words = z.string().min(1).max(300);

/** What is asked before edits are lost, in the language of the window. */
const closingQuestion = z.strictObject({
  message: words,
  detail: z.string().min(1).max(1000),
  stay: words,
  leave: words,
});

/** Words of the platform's dialogs, which only the window knows in the language that is shown. */
export const shellWordsMethods = {
  /** Says what dialogs are to say from now on, by the English. Called again with each language. */
  'shell.words': {
    input: z.strictObject({ words: z.record(z.enum(SHELL_WORDS), words) }),
    output: z.strictObject({}),
  },
  /** Answers `quitting`: everything typed is committed, and this many edits the disk did not take. */
  'window.settled': {
    input: z.strictObject({ unsaved: z.number().int().min(0), question: closingQuestion }),
    output: z.strictObject({}),
  },
} as const;

/** What dialogs say, by the English. */
export type ShellWords = z.output<(typeof shellWordsMethods)['shell.words']['input']>['words'];
/** The window's answer to `quitting`. */
export type Settled = z.output<(typeof shellWordsMethods)['window.settled']['input']>;
