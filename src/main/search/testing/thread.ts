import { searchAnswers } from '../answers.ts';
import type { Progress, SearchCall, SearchCalls } from '../messages.ts';
import type { StartThread } from '../thread.ts';

/** A searching thread that runs here: threads of their own have tests of their own. */
export const threadHere: StartThread = () => {
  const listeners = new Set<(query: string, progress: Progress) => void>();
  const answers = searchAnswers(
    (query, progress) => {
      for (const listener of listeners) listener(query, progress);
    },
    (cause) => {
      throw cause;
    },
  );
  return {
    ask: async <C extends SearchCall>(call: C, input: SearchCalls[C][0]) => {
      await Promise.resolve();
      // What crosses to a thread is copied.
      return (answers[call] as (input: SearchCalls[C][0]) => SearchCalls[C][1])(
        structuredClone(input),
      );
    },
    onProgress: (listener) => {
      listeners.add(listener);
    },
    end: () => Promise.resolve(),
  };
};
