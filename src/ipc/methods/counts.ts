import { z } from 'zod';
import { idSchema } from '../schemas.ts';

/** What a step over many articles leaves the window to ask for. */
export const countsMethods = {
  /** What one’s own layers of some articles hold, and what is still talked about there. */
  'article.counts': {
    input: z.strictObject({ articleIds: z.array(idSchema).max(100_000) }),
    output: z.strictObject({
      counts: z.array(
        z.strictObject({
          articleId: idSchema,
          /** Label id → annotations. */
          byLabel: z.record(z.string(), z.number().int().nonnegative()),
          relations: z.number().int().nonnegative(),
          unsure: z.number().int().nonnegative(),
          /** Ids of the labels of the whole article. */
          documentLabels: z.array(z.string()),
          /** Threads that one sees and that are not resolved. */
          openThreads: z.number().int().nonnegative(),
        }),
      ),
    }),
  },
} as const;
