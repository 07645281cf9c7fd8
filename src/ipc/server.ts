import { contract, type Input, type Method, type Output } from './contract.ts';
import { appError, type Reply } from './errors.ts';
import { hasForbiddenKey } from './forbidden-key.ts';
import { jsonDepth } from './json-depth.ts';
import { LIMITS } from './limits.ts';
import { type Pause, writeInTurns } from './write-in-turns.ts';

const MAX_DEPTH = 64;

/** One handler a method; a missing one does not compile. */
export type Handlers = {
  readonly [M in Method]: (input: Input<M>) => Promise<Reply<Output<M>>>;
};

/** Answers one call: JSON in, JSON out. Never rejects. */
export type Dispatcher = (method: string, payload: string) => Promise<string>;

function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name);
}

function refusal(kind: 'invalid-input' | 'internal', message: string): string {
  return JSON.stringify({ ok: false, error: appError(kind, message) });
}

function parsePayload(payload: string): { value: unknown } | { problem: string } {
  if (payload.length > LIMITS.messageLength) return { problem: 'The message is too large.' };
  if (jsonDepth(payload) > MAX_DEPTH) return { problem: 'The message is nested too deeply.' };
  try {
    const value: unknown = JSON.parse(payload);
    return hasForbiddenKey(value)
      ? { problem: 'The message has a key that is not allowed.' }
      : { value };
  } catch {
    return { problem: 'The message is not JSON.' };
  }
}

interface Surroundings {
  readonly report: (method: string, cause: unknown) => void;
  readonly pause: Pause;
}

async function run<M extends Method>(
  handlers: Handlers,
  method: M,
  input: unknown,
  { report, pause }: Surroundings,
): Promise<string> {
  try {
    const handler = handlers[method] as (input: unknown) => Promise<Reply<unknown>>;
    const reply = await handler(input);
    if (!reply.ok) return JSON.stringify(reply);
    const output = contract[method].output.safeParse(reply.value);
    if (output.success) return await writeInTurns({ ok: true, value: output.data }, pause);
    report(method, output.error);
    return refusal('internal', `${method} gave an answer of the wrong shape.`);
  } catch (cause) {
    report(method, cause);
    const reason = cause instanceof Error ? cause.message : String(cause);
    return refusal('internal', `${method} failed: ${reason}`);
  }
}

/**
 * The main process's side of the border: refuses unknown methods, parses input strictly before
 * the handler runs, checks the output too, and turns bugs into `internal` errors that are
 * reported, not swallowed.
 * @param pause between the parts of a long answer
 */
export function createDispatcher(
  handlers: Handlers,
  report: (method: string, cause: unknown) => void,
  pause: Pause = () => Promise.resolve(),
): Dispatcher {
  return async (method, payload) => {
    if (!isMethod(method)) return refusal('invalid-input', 'There is no such method.');
    const parsed = parsePayload(payload);
    if ('problem' in parsed) return refusal('invalid-input', parsed.problem);
    const input = contract[method].input.safeParse(parsed.value);
    if (!input.success) {
      const first = input.error.issues[0];
      const where = first?.path.join('.') ?? '';
      return refusal('invalid-input', `${method}: ${where} ${first?.message ?? 'is wrong'}`);
    }
    return run(handlers, method, input.data, { report, pause });
  };
}
