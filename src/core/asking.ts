/** What can be asked by name: of each call, what it takes and what it answers. */
type Calls<Asked> = { readonly [C in keyof Asked]: readonly [input: unknown, answer: unknown] };

/** A question on its way to whoever answers. */
export interface Question<Call> {
  readonly id: number;
  readonly call: Call;
  readonly input: unknown;
}

/** What comes back: an answer, or in words why there is none. */
export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: string };

/** Asks one question. Rejects where it fails, or where nobody answers any more. */
export type Ask<Asked extends Calls<Asked>> = <C extends keyof Asked>(
  call: C,
  input: Asked[C][0],
) => Promise<Asked[C][1]>;

/** Questions that wait for their answers. */
export interface Asking<Asked extends Calls<Asked>> {
  readonly ask: Ask<Asked>;
  /** Hands an answer to whoever asked; one that nobody waits for is passed over. */
  readonly answered: (answer: Answer) => void;
  /** Rejects what waits and what is asked from now on; only the first cause counts. */
  readonly stop: (cause: Error) => void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: Error) => void;
}

/** Keeps questions and answers together that go to a thread and come back in any order. */
export function asking<Asked extends Calls<Asked>>(
  send: (question: Question<keyof Asked>) => void,
): Asking<Asked> {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended: Error | undefined;
  return {
    ask: <C extends keyof Asked>(call: C, input: Asked[C][0]) =>
      new Promise<Asked[C][1]>((resolve, reject) => {
        if (ended !== undefined) {
          reject(ended);
          return;
        }
        last += 1;
        waiting.set(last, { resolve, reject });
        send({ id: last, call, input });
      }),
    answered: (answer) => {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('failure' in answer) one?.reject(new Error(answer.failure));
      else one?.resolve(answer.value);
    },
    stop: (cause) => {
      ended ??= cause;
      for (const { reject } of waiting.values()) reject(ended);
      waiting.clear();
    },
  };
}
