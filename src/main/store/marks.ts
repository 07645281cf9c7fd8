import { err, ok, type Result } from '../../core/result.ts';
import type { Engine } from './engine.ts';
import type { StoreError } from './errors.ts';
import { fromFault } from './errors.ts';
import type { Mark } from './fence.ts';

/**
 * Notes outside of the project how far our own log has come: before anything leaves the folder,
 * and when it is let go of. Only then can a restored backup be told.
 */
export async function rememberMarks(engine: Engine): Promise<Result<void, StoreError>> {
  const { fence, id, replica, streams } = engine;
  if (fence === undefined || engine.around.readOnly) return ok(undefined);
  const heads: Record<string, Mark> = {};
  for (const { replica: owner, channel, s, h, offset, exists } of streams.values()) {
    if (owner === replica && exists) heads[channel] = { s, h, offset };
  }
  try {
    await fence.remember(id, replica, heads);
    return ok(undefined);
  } catch (fault) {
    return err(fromFault(fault, 'the list of copies of this project'));
  }
}
