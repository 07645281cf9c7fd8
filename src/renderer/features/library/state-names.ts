import { Circle, CircleCheck, CircleDot, type LucideIcon } from 'lucide-react';
import type { LayerState } from '../../../core/model/layer-document.ts';

/** How far a layer is, in words. */
export const STATE_NAMES: Readonly<Record<LayerState, string>> = {
  new: 'New',
  'in-progress': 'In progress',
  submitted: 'Submitted',
};

/** The sign of a state, always beside its word. */
export const STATE_ICONS: Readonly<Record<LayerState, LucideIcon>> = {
  new: Circle,
  'in-progress': CircleDot,
  submitted: CircleCheck,
};
