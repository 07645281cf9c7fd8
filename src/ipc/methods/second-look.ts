import { z } from 'zod';
import { idSchema } from '../schemas.ts';

/** Most annotations in one answer; the total is exact all the same. */
export const SECOND_LOOK_LIMIT = 2000;

/** What was annotated under rules that have changed since. */
export const secondLookMethods = {
  /** One’s own annotations that the rules have changed for, by label and version they were made under. */
  'codebook.secondLook': {
    input: z.strictObject({}),
    output: z.strictObject({
      /** Annotations in all, also those beyond the limit of the list. */
      total: z.number().int().nonnegative(),
      groups: z.array(
        z.strictObject({
          /** Label id. */
          label: z.string(),
          /** The version they were made under. */
          version: z.number().int(),
          /** What changed since, in words. */
          changes: z.array(z.string()),
          annotations: z.array(
            z.strictObject({ id: idSchema, articleId: idSchema, quote: z.string() }),
          ),
        }),
      ),
    }),
  },
} as const;
