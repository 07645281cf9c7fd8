import { Circle, CircleCheck, CircleDot, type LucideIcon } from 'lucide-react';
import type { LayerState } from '../../../core/model/layer-document.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';

const NAMES: Readonly<Record<LayerState, PlainKey>> = {
  new: 'library.stateNew',
  'in-progress': 'library.stateInProgress',
  submitted: 'library.stateSubmitted',
};

/** How far a layer is, in words. */
export function stateName(state: LayerState): string {
  return t(NAMES[state]);
}

/** The sign of a state, always beside its word. */
export const STATE_ICONS: Readonly<Record<LayerState, LucideIcon>> = {
  new: Circle,
  'in-progress': CircleDot,
  submitted: CircleCheck,
};
