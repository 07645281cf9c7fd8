import { isHandedIn, type LayerState, progressOf } from '../../core/model/layer-document.ts';
import type { Counts } from '../store/counts.ts';

/** How far a layer is: what its analyst said, but never `new` where something is marked or read. */
export function stateOf({ annotations, relations, state, seen = 0, ...of }: Counts): LayerState {
  if (isHandedIn(state)) return 'submitted';
  const marked = annotations + relations + (of.documentLabels?.length ?? 0);
  return marked + seen > 0 || progressOf(state) === 'in-progress' ? 'in-progress' : 'new';
}
