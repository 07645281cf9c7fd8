import type { OpDraft } from '../../core/log/op.ts';
import { presentRights, rightsFault } from '../../core/log/rights.ts';
import { teamFrom } from '../../core/log/roster.ts';
import type { Engine } from './engine.ts';
import { PROJECT_CHANNEL } from './layout.ts';
import { recordOf } from './record-of.ts';

/** Why the role of whoever edits does not allow it, in words; `undefined` where it does. */
export function roleFault(
  engine: Engine,
  analyst: string,
  drafts: readonly OpDraft[],
): string | undefined {
  const of = (k: string, r: string) => recordOf(engine, { c: PROJECT_CHANNEL, k, r });
  const team = teamFrom({
    team: of('team', 'team'),
    analyst: (id) => of('analyst', id),
    article: (id) => of('article', id),
  });
  const rights = presentRights(team, (draft) => recordOf(engine, draft) !== undefined);
  for (const draft of drafts) {
    const fault = rightsFault(draft, analyst, rights);
    if (fault !== undefined) return `${fault} Nothing was changed.`;
  }
  return undefined;
}
