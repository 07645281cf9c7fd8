import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { historySchema, idSchema, opSchema } from '../schemas.ts';

const count = z.number().int().nonnegative();

/** Layers that are listed as left; more are counted only. */
export const LEFT_LIMIT = 500;

/** The life of a layer. */
export const layerMethods = {
  /**
   * Submits one’s own layers of some articles, as one step that undo takes back. Each is checked
   * first; those that lack something stay as they are and are answered.
   */
  'layer.submit': {
    input: z.strictObject({ articleIds: z.array(idSchema).min(1).max(LIMITS.draftsPerCommit) }),
    output: z.strictObject({
      ops: z.array(opSchema),
      history: historySchema,
      /** How many were submitted by this. */
      submitted: count,
      /** How many were left because something is missing. */
      leftCount: count,
      /** The first of those that were left. */
      left: z.array(
        z.strictObject({
          articleId: idSchema,
          title: z.string(),
          problems: count,
          /** The first of them, in words. */
          first: z.string(),
        }),
      ),
    }),
  },
} as const;
