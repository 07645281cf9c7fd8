import { agreementAnswers } from '../agreement-messages.ts';
import type { StartAgreement } from '../agreement-thread.ts';

/** A reporting thread that runs here. */
export const agreementHere: StartAgreement = (tell) => {
  const answers = agreementAnswers(tell, () => performance.now());
  let ended = false;
  return {
    ask: async (call, input) => {
      await Promise.resolve();
      if (ended) throw new Error('the report was ended');
      // What crosses to a thread and back is copied.
      const answer = answers[call] as (input: unknown) => unknown;
      return structuredClone(answer(structuredClone(input))) as never;
    },
    end: () => {
      ended = true;
    },
  };
};
