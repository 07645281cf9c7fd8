import { z } from 'zod';
import { ATTRIBUTE_TYPES } from '../model/attribute.ts';
import { LABEL_HUES, LABEL_PATTERNS } from '../model/codebook.ts';

/*
 * The shape of a codebook, for the border and for files. What is left out of a file takes the
 * default named here. Whether a codebook makes sense is `checkCodebook`'s question.
 */

const words = z.string().default('');
const flag = z.boolean().default(false);
const ids = z.array(z.string()).default([]);
const position = z.number().int();

const choiceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  key: words,
  definition: words,
});

const labelSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  letter: z.string(),
  hue: z.enum(LABEL_HUES),
  pattern: z.enum(LABEL_PATTERNS),
  shortcut: words,
  definition: words,
  guideline: words,
  zeroWidth: flag,
  helper: flag,
  retired: flag,
  document: z.boolean().optional(),
  order: position,
});

const attributeSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.enum(ATTRIBUTE_TYPES),
  labels: ids,
  values: z.array(choiceSchema).default([]),
  required: flag,
  showWhen: z
    .strictObject({
      attribute: z.string(),
      anyOf: z.array(z.union([z.string(), z.boolean()])),
    })
    .nullable()
    .default(null),
  agreement: z.boolean().default(true),
  group: words,
  definition: words,
  enabled: z.boolean().default(true),
  multiple: flag,
  order: position,
});

const relationTypeSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  from: ids,
  to: ids,
  sameLabel: flag,
  definition: words,
  order: position,
});

const ruleSchema = z.strictObject({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  text: words,
  example: words,
  counterExample: words,
  labels: ids,
  order: position,
});

/** Everything in a codebook but its version; `CodebookContent` of core/model. */
export const codebookContentSchema = z.strictObject({
  name: z.string(),
  guidelines: words,
  labels: z.array(labelSchema),
  attributes: z.array(attributeSchema).default([]),
  relationTypes: z.array(relationTypeSchema).default([]),
  rules: z.array(ruleSchema).default([]),
});

/** A codebook in force; `Codebook` of core/model. */
export const codebookSchema = codebookContentSchema.extend({ version: z.number().int() });
