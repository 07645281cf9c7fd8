import type { Input, Method, Output } from './contract.ts';
import { appError, type Reply } from './errors.ts';

/** Carries one call: method name and JSON in, JSON out. */
export type Transport = (method: string, payload: string) => Promise<string>;

/** Calls a method of the contract. Never rejects: a broken transport is a `Reply` as well. */
export type Client = <M extends Method>(method: M, input: Input<M>) => Promise<Reply<Output<M>>>;

/**
 * The window's side of the border. Payloads travel as JSON strings, which cross the context
 * bridge some twelve times faster than object graphs.
 */
export function createClient(transport: Transport): Client {
  return async (method, input) => {
    try {
      const answer = await transport(method, JSON.stringify(input));
      return JSON.parse(answer) as Reply<never>;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      return {
        ok: false,
        error: appError('internal', `The main process did not answer (${method}): ${reason}`),
      };
    }
  };
}
