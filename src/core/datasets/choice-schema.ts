import { z } from 'zod';
import { LAYER_STATES } from '../model/layer-document.ts';
import { OFFSET_UNITS } from '../text/offsets.ts';

const id = z.string().min(1).max(200);
const share = z.int().min(0).max(9999);

/** A choice as it crosses a border or stands in a record; refuses what no dataset can be made of. */
export const exportChoiceSchema = z.strictObject({
  filter: z.string().max(4000),
  articles: z.array(id).optional(),
  whose: z.union([
    z.strictObject({ kind: z.enum(['all', 'mine', 'gold']) }),
    z.strictObject({ kind: z.literal('analysts'), ids: z.array(id).min(1) }),
  ]),
  states: z.array(z.enum(LAYER_STATES)).min(1).optional(),
  labels: z.strictObject({ mode: z.enum(['only', 'without']), ids: z.array(id) }).optional(),
  shares: z
    .strictObject({ train: share, dev: share, test: share })
    .refine(({ train, dev, test }) => train > 0 && dev + test > 0)
    .optional(),
  seed: z.string().max(100),
  deidentify: z.boolean(),
  unit: z.enum(['article', 'sentence']),
  furniture: z.enum(['in', 'out']),
});

/** How a format writes, as it crosses a border or stands in a record. */
export const writeOptionsSchema = z.strictObject({
  offsetUnit: z.enum(OFFSET_UNITS),
  scheme: z.enum(['IOB2', 'BIOES']).optional(),
});

/** What a recipe says, beside what it is called. */
export const recipeBodySchema = z.strictObject({
  /** Id of a format that can be written. */
  format: z.string().min(1).max(40),
  options: writeOptionsSchema,
  choice: exportChoiceSchema,
});
