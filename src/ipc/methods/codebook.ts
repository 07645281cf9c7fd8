import { z } from 'zod';
import { codebookContentSchema, codebookSchema } from '../../core/codebook/codebook-schema.ts';
import {
  historySchema,
  idSchema,
  jsonSchema,
  keySchema,
  opSchema,
  projectSchema,
} from '../schemas.ts';

const nothing = z.strictObject({});
const cancelled = z.strictObject({ cancelled: z.literal(true) });
const count = z.number().int().nonnegative();

/** A published codebook; `at` and `by` are empty where they are not known. */
const versionSchema = z.strictObject({
  number: z.number().int(),
  at: z.string(),
  by: z.string(),
  summary: z.string(),
  content: codebookContentSchema,
});

const choiceSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('remove') }),
  z.strictObject({ do: z.literal('replace'), with: idSchema }),
]);

const choicesSchema = z.record(keySchema, choiceSchema).default({});

/** What is done about what is in use and goes, by its id. */
const publishChoicesSchema = z.strictObject({
  labels: choicesSchema,
  attributes: choicesSchema,
  values: z.record(keySchema, z.record(keySchema, choiceSchema)).default({}),
  relationTypes: choicesSchema,
});

const changeSchema = z.strictObject({
  kind: z.enum(['added', 'removed', 'renamed', 'changed']),
  what: z.enum(['codebook', 'label', 'attribute', 'value', 'relationType', 'rule']),
  id: z.string(),
  attribute: z.string().optional(),
  field: z.string().optional(),
  before: jsonSchema.optional(),
  after: jsonSchema.optional(),
  words: z.string(),
});

const problemSchema = z.strictObject({
  path: z.array(z.union([z.string(), z.number()])),
  message: z.string(),
});

const touchSchema = z.strictObject({
  what: z.enum(['label', 'attribute', 'value', 'relationType']),
  id: z.string(),
  attribute: z.string().optional(),
  name: z.string(),
  /** Annotations, or relations of a relation type. */
  count,
  articles: count,
  /** Analyst id → count. */
  byAnalyst: z.record(z.string(), count),
  choice: choiceSchema.optional(),
  problem: z.string(),
});

/** What publishing would do, to the last annotation. */
const planSchema = z.strictObject({
  changes: z.array(changeSchema),
  problems: z.array(problemSchema),
  touches: z.array(touchSchema),
  ready: z.boolean(),
  annotationsRemoved: count,
  annotationsChanged: count,
  relationsRemoved: count,
  relationsChanged: count,
  /** Layers that are submitted, are converted too, and stay submitted. */
  submittedLayers: count,
});

/** A codebook that is to follow the version `base`. */
const proposal = {
  base: z.number().int(),
  next: codebookContentSchema,
  choices: publishChoicesSchema,
};

/** A codebook that is being written and not in force. */
export const codebookDraftSchema = z.strictObject({
  /** The version it began from. */
  base: z.number().int(),
  content: codebookContentSchema,
});

/** The methods of the codebook. */
export const codebookMethods = {
  /** The codebook in force and every version of it that was published, oldest first. */
  'codebook.read': {
    input: nothing,
    output: z.strictObject({ codebook: codebookSchema, versions: z.array(versionSchema) }),
  },
  /** The draft of this project that was kept on this computer. */
  'codebook.draft': {
    input: nothing,
    output: z.strictObject({ draft: codebookDraftSchema.optional() }),
  },
  /** Keeps a draft on this computer, or lets go of the one that is kept. It is no part of the project. */
  'codebook.keepDraft': {
    input: z.strictObject({
      /** Of the project it is for; refused where another one is open by now. */
      project: z.string(),
      draft: codebookDraftSchema.optional(),
    }),
    output: nothing,
  },
  /** What publishing would do. Changes nothing. */
  'codebook.plan': { input: z.strictObject(proposal), output: planSchema },
  /** Publishes, as one step that undo takes back; refused where `base` is not in force any more. */
  'codebook.publish': {
    input: z.strictObject({ ...proposal, summary: z.string().max(10_000) }),
    output: z.strictObject({
      plan: planSchema,
      ops: z.array(opSchema),
      history: historySchema,
      project: projectSchema,
    }),
  },
  /** Writes the codebook in force to a file; a dialog asks where. */
  'codebook.exportFile': {
    input: z.strictObject({ form: z.enum(['yaml', 'json', 'qdc']) }),
    output: z.union([z.strictObject({ file: z.string() }), cancelled]),
  },
  /** Reads a codebook from a file that a dialog asks for. Changes nothing. */
  'codebook.importFile': {
    input: nothing,
    output: z.union([
      z.strictObject({ file: z.string(), content: codebookContentSchema }),
      z.strictObject({
        file: z.string(),
        /** Why it is none; `line` from 1, 0 for the whole file. */
        problems: z.array(z.strictObject({ line: count, field: z.string(), message: z.string() })),
      }),
      cancelled,
    ]),
  },
} as const;
