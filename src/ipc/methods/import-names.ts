import { z } from 'zod';
import { FOREIGN_KINDS } from '../../core/formats/mapping/foreign-names.ts';
import { LIMITS } from '../limits.ts';
import { idSchema, importItemSchema } from '../schemas.ts';

const kind = z.enum(FOREIGN_KINDS);
const unit = z.enum(['codePoint', 'utf16', 'utf8', 'grapheme']);

/** What becomes of the foreign names of an import, one decision for all of its files. */
export const nameChoicesSchema = z
  .array(
    z.strictObject({
      kind,
      name: z.string(),
      choice: z.discriminatedUnion('do', [
        z.strictObject({ do: z.literal('map'), to: z.string() }),
        z.strictObject({
          do: z.literal('create'),
          name: z.string().min(1).max(LIMITS.nameLength).optional(),
        }),
        z.strictObject({ do: z.literal('leave') }),
        z.strictObject({ do: z.literal('keep') }),
      ]),
    }),
  )
  .max(LIMITS.namesPerImport);

/** The names that datasets use and the codebook may know. */
export const importNamesMethods = {
  /** The names that one file uses, the most used first, and what the codebook has like them. */
  'import.names': {
    input: z.strictObject({ batch: idSchema, key: z.string() }),
    output: z.strictObject({
      names: z.array(
        z.strictObject({
          kind,
          name: z.string(),
          count: z.number().int(),
          /** The first words it is given to, shortened. */
          example: z.string(),
          match: z
            .strictObject({
              /** Id of an entry of the codebook. */
              to: z.string(),
              how: z.enum(['same', 'alike']),
            })
            .optional(),
        }),
      ),
    }),
  },
  /** What the first marks of a file would be, were its offsets in each unit. */
  'import.units': {
    input: z.strictObject({ batch: idSchema, key: z.string() }),
    output: z.strictObject({
      units: z.array(
        z.strictObject({
          unit: unit,
          quotes: z.array(z.string()),
          /** How many annotations of the same article would not fit. */
          refused: z.number().int(),
        }),
      ),
    }),
  },
  /** Reads a file again, its offsets in the unit of the person's choice. */
  'import.readIn': {
    input: z.strictObject({ batch: idSchema, key: z.string(), unit: unit }),
    output: z.strictObject({ item: importItemSchema }),
  },
} as const;
