import { z } from 'zod';
import { idSchema } from '../schemas.ts';

const cancelled = z.strictObject({ cancelled: z.literal(true) });

/** What goes out, and how. */
const exportChoice = z.strictObject({
  /** Id of a format that can be written. */
  format: z.string().min(1).max(40),
  offsetUnit: z.enum(['codePoint', 'utf16', 'utf8', 'grapheme']),
  whose: z.enum(['mine', 'all']),
  /** These articles only; all of the project where it is absent. */
  articles: z.array(idSchema).optional(),
});

const loss = z.strictObject({
  what: z.string(),
  count: z.number().int(),
  examples: z.array(z.string()),
  /** Ids of formats that hold it. */
  couldBeHeldBy: z.array(z.string()),
});

/** Datasets out of the window. */
export const exportMethods = {
  /** The formats that can be written, in the order in which they are offered. */
  'export.formats': {
    input: z.strictObject({}),
    output: z.strictObject({
      formats: z.array(
        z.strictObject({
          id: z.string(),
          label: z.string(),
          extension: z.string(),
          layout: z.enum(['file', 'folder', 'zip']),
          offsetUnit: z.enum(['codePoint', 'utf16', 'utf8', 'grapheme']),
        }),
      ),
    }),
  },
  /** What a dataset would hold and leave out: all is done but the writing. A later call ends it. */
  'export.preview': {
    input: exportChoice,
    output: z.union([
      z.strictObject({
        articles: z.number().int(),
        annotations: z.number().int(),
        relations: z.number().int(),
        /** Annotations by label id. */
        byLabel: z.record(z.string(), z.number().int()),
        lost: z.array(loss),
        /** How it begins, long texts cut; empty where it is no text. */
        example: z.string(),
      }),
      cancelled,
    ]),
  },
  /** Writes a dataset; a dialog asks where. */
  'export.write': {
    input: exportChoice,
    output: z.union([
      z.strictObject({ file: z.string(), records: z.number().int(), lost: z.array(loss) }),
      cancelled,
    ]),
  },
} as const;
