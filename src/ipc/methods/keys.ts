import { z } from 'zod';
import { keysSchema } from '../keys-schema.ts';
import { LIMITS } from '../limits.ts';

const cancelled = z.strictObject({ cancelled: z.literal(true) });
const written = z.union([z.strictObject({ file: z.string() }), cancelled]);

/** The keys a person chose as a file, and the page on paper. */
export const keysMethods = {
  /** Writes the keys that differ from the shipped ones; a dialog asks where. */
  'keys.exportFile': { input: z.strictObject({}), output: written },
  /** Reads such a file, and changes nothing; a dialog asks which. */
  'keys.importFile': {
    input: z.strictObject({}),
    output: z.union([z.strictObject({ file: z.string(), keys: keysSchema }), cancelled]),
  },
  /** Prints what the window shows to paper; the system's dialog asks how. */
  'paper.print': {
    input: z.strictObject({}),
    output: z.union([z.strictObject({ printed: z.literal(true) }), cancelled]),
  },
  /**
   * Writes what the window shows to paper as a PDF, or a whole page of HTML as it is given; a
   * dialog asks where. `name` is without an extension.
   */
  'paper.save': {
    input: z.discriminatedUnion('form', [
      z.strictObject({ form: z.literal('pdf'), name: z.string().min(1).max(100) }),
      z.strictObject({
        form: z.literal('html'),
        name: z.string().min(1).max(100),
        html: z.string().max(LIMITS.paperLength),
      }),
    ]),
    output: written,
  },
} as const;
