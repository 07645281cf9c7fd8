import { z } from 'zod';
import { idSchema } from '../schemas.ts';

/** What a step over many articles leaves the window to ask for. */
export const countsMethods = {
  /** How many annotations one’s own layers of some articles hold. */
  'article.counts': {
    input: z.strictObject({ articleIds: z.array(idSchema).max(100_000) }),
    output: z.strictObject({
      counts: z.array(
        z.strictObject({
          articleId: idSchema,
          /** Label id → annotations. */
          byLabel: z.record(z.string(), z.number().int().nonnegative()),
          relations: z.number().int().nonnegative(),
        }),
      ),
    }),
  },
} as const;
