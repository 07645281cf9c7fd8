import { EVERYTHING } from '../../../core/datasets/choice.ts';
import type { OffsetUnit } from '../../../core/text/offsets.ts';
import type { Input } from '../../../ipc/contract.ts';

/** Asks for everybody's work on everything, as the window does. */
export function exportAsked(format: string, offsetUnit: OffsetUnit): Input<'export.write'> {
  return { format, options: { offsetUnit }, choice: EVERYTHING as Input<'export.write'>['choice'] };
}
