import type { Store } from '../store/store.ts';
import { teamOf } from './team-view.ts';
import type { Workspace } from './workspace.ts';

const DECIDERS: ReadonlySet<string> = new Set(['lead', 'adjudicator']);

/** True where layers that nobody submitted may be compared too: where nobody works blind. */
export function mayAskUnsubmitted(store: Store): boolean {
  return teamOf(store)?.blind !== true;
}

/**
 * Why the person who acts cannot decide, in words; `undefined` where they can. Everybody can where
 * no team was founded.
 */
export function mayNotDecide({ store, me }: Workspace): string | undefined {
  const refusal = store.refusal();
  if (refusal !== undefined) return refusal.message;
  const team = teamOf(store);
  return team === undefined || DECIDERS.has(team.roleOf(me.id))
    ? undefined
    : 'Leads and adjudicators decide in this team. Nothing was decided.';
}
