import { z } from 'zod';
import { idSchema, projectSchema } from '../schemas.ts';

/** How many bundles are taken in at once. */
export const BUNDLES_AT_ONCE = 50;

/** Entries of a list in a report; more are only counted. */
export const REPORT_LINES = 100;

const nothing = z.strictObject({});
const count = z.int().nonnegative();
const path = z.string().min(1).max(4096);
const secret = z.string().min(1).max(1024);
const cancelled = z.strictObject({ cancelled: z.literal(true) });

/** What opens a bundle: where it is encrypted, and where its key is another than those that are known. */
const askedSchema = z.strictObject({
  path,
  passphrase: secret.optional(),
  /** File of secret keys of age. */
  identityFile: path.optional(),
  /** Fingerprint of a key that a person vouches for. */
  acceptKey: z.string().max(100).optional(),
});

/** A value, where it comes from and since when. */
const valueSchema = z.strictObject({
  text: z.string(),
  /** Name of whose copy it comes from; empty where it was set here. */
  from: z.string(),
  /** ISO-8601 UTC. */
  at: z.string(),
});

const reportSchema = z.strictObject({
  from: z.strictObject({
    name: z.string(),
    key: z.string(),
    trust: z.enum(['known', 'first', 'accepted']),
    /** ISO-8601 UTC; empty where it holds no edits. */
    asOf: z.string(),
  }),
  held: count,
  new: count,
  newArticles: z.array(z.string()),
  newArticleCount: count,
  waiting: z.array(z.strictObject({ edits: count, reason: z.string() })),
  conflicts: z.array(
    z.strictObject({
      /** Kind of the record: `article`, `label`, … */
      kind: z.string(),
      name: z.string(),
      field: z.string(),
      shown: valueSchema,
      others: z.array(valueSchema),
    }),
  ),
  conflictCount: count,
  missing: z.array(z.string()),
  forked: z.array(z.strictObject({ from: z.string(), edits: count })),
  /** Texts of one source that differ here and there. */
  changedTexts: z.array(
    z.strictObject({
      title: z.string(),
      found: count,
      /** Quotes that the text here does not have, or has more than once. */
      lost: z.array(z.string()),
    }),
  ),
  /** Edits of its author in the layers of others. */
  inOthersLayers: z.array(z.strictObject({ name: z.string(), edits: count })),
});

const lookedSchema = z.union([
  z.strictObject({ path, state: z.literal('ready'), sum: z.string(), report: reportSchema }),
  /** It needs a passphrase or a key; `message` says what was wrong with what was given. */
  z.strictObject({
    path,
    state: z.literal('locked'),
    needs: z.enum(['passphrase', 'identity']),
    message: z.string(),
  }),
  z.strictObject({ path, state: z.literal('refused'), message: z.string() }),
]);

const stepSchema = z.strictObject({
  from: z.string(),
  at: z.string(),
  edits: count,
  articles: count,
});

const taken = z.strictObject({ step: stepSchema, project: projectSchema });

/** Handing over, and taking in what others hand over. */
export const bundleMethods = {
  /** What a bundle of an analyst would hold, and whose work can be handed over from here. */
  'bundle.contents': {
    input: z.strictObject({ analyst: idSchema.optional() }),
    output: z.strictObject({
      people: z.array(z.strictObject({ id: idSchema, name: z.string() })),
      edits: count,
      articles: count,
      annotations: count,
      /** Fingerprint of the key that signs. */
      key: z.string(),
    }),
  },
  /** Makes a bundle; a dialog asks where to. */
  'bundle.make': {
    input: z.strictObject({
      analyst: idSchema,
      originals: z.boolean(),
      passphrase: secret.optional(),
      recipients: z.array(z.string().min(1).max(4096)).max(50).optional(),
    }),
    output: z.union([
      z.strictObject({
        file: z.string(),
        edits: count,
        articles: count,
        bytes: count,
        key: z.string(),
      }),
      cancelled,
    ]),
  },
  /** Asks for bundles. */
  'bundle.choose': {
    input: nothing,
    output: z.union([z.strictObject({ paths: z.array(path) }), cancelled]),
  },
  /** Asks for the file with one's key of age. */
  'bundle.chooseIdentity': {
    input: nothing,
    output: z.union([z.strictObject({ path }), cancelled]),
  },
  /** Says what taking in each of some bundles would do. Changes nothing. */
  'bundle.look': {
    input: z.strictObject({ bundles: z.array(askedSchema).min(1).max(BUNDLES_AT_ONCE) }),
    output: z.strictObject({ looked: z.array(lookedSchema) }),
  },
  /** Takes bundles in, one after the other; each as it was looked at, by its sum. */
  'bundle.take': {
    input: z.strictObject({
      bundles: z
        .array(askedSchema.extend({ sum: z.string() }))
        .min(1)
        .max(BUNDLES_AT_ONCE),
    }),
    output: z.strictObject({
      taken: z.array(
        z.union([
          z.strictObject({ path, report: reportSchema, alsoApplied: count }),
          z.strictObject({ path, refused: z.string() }),
        ]),
      ),
      project: projectSchema,
    }),
  },
  /** What was taken in before, and what can be taken back. */
  'bundle.taken': {
    input: nothing,
    output: z.strictObject({
      /** The newest first. */
      receipts: z.array(
        z.strictObject({
          from: z.string(),
          at: z.string(),
          edits: count,
          articles: count,
          conflicts: count,
        }),
      ),
      /** Bundles of which something waits. */
      waiting: count,
      back: stepSchema.optional(),
      again: stepSchema.optional(),
    }),
  },
  /** Takes back what was taken in last, as one step. */
  'bundle.takeBack': { input: nothing, output: taken },
  /** Takes in again what was taken back last. */
  'bundle.takeAgain': { input: nothing, output: taken },
} as const;
