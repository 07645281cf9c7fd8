import type { Store } from '../store/store.ts';
import type { Workspace } from './workspace.ts';

/** True where layers that nobody submitted may be compared too: where nobody works blind. */
export function mayAskUnsubmitted(_store: Store): boolean {
  return true;
}

/** Why the person who acts cannot decide, in words; `undefined` where they can. */
export function mayNotDecide({ store }: Workspace): string | undefined {
  return store.refusal()?.message;
}
