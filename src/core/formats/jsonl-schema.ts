import { z } from 'zod';
import { CONFIDENCES } from '../model/annotation.ts';
import { FURNITURE_KINDS } from '../model/article.ts';
import { COMMENT_ACTIONS } from '../model/comment.ts';
import { FIELD_LIMITS } from '../model/field-limits.ts';
import type { Json } from '../model/json.ts';
import { LAYER_STATES } from '../model/layer-document.ts';
import { OFFSET_UNITS } from '../text/offsets.ts';

/**
 * Shapes of the native line (DESIGN §9). Fields that are missing get defaults in `jsonl-read.ts`;
 * fields that are unknown are listed there, so objects are loose here and everything named is
 * strict. What a shape says in its own words, `issue-words.ts` ends with what is there instead.
 */
const offset = z.int().min(0);
const span = z.tuple([offset, offset]);
const json: z.ZodType<Json> = z.custom<Json>((value) => value !== undefined);
/** Not `z.record`, which drops a key `__proto__` silently: `hostile-json.ts` must see it. */
const jsonObject = z.custom<{ readonly [key: string]: Json }>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'an object with fields was expected',
);
const id = z.string().min(1).max(FIELD_LIMITS.id);
const name = z.string().trim().min(1).max(FIELD_LIMITS.name);
/** Blank counts as not said. */
const analyst = z
  .string()
  .trim()
  .max(FIELD_LIMITS.name)
  .transform((given) => (given === '' ? undefined : given))
  .optional();
const note = z.string().max(FIELD_LIMITS.note);
const version = z.int().min(0);
/** Kept as it was written, so that what was exported comes back the same. */
const time = z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()], {
  error: 'a time such as 2026-01-31T09:30:00Z was expected',
});
const kinds = z.enum(FURNITURE_KINDS);

/** One annotation of a line. `start` and `end` may stand instead of `spans`. */
export const annotationLine = z.looseObject({
  id: id.optional(),
  label: name,
  spans: z.array(span).min(1).max(FIELD_LIMITS.spans).optional(),
  start: offset.optional(),
  end: offset.optional(),
  quote: z
    .union([z.string(), z.array(z.string())], { error: 'text or a list of texts was expected' })
    .optional(),
  analyst,
  attributes: jsonObject.optional(),
  note: note.optional(),
  confidence: z.enum(CONFIDENCES).optional(),
  origin: jsonObject.optional(),
  codebookVersion: version.optional(),
  createdAt: time.optional(),
  updatedAt: time.optional(),
});

/** One relation of a line. */
export const relationLine = z.looseObject({
  id: id.optional(),
  type: z.string().trim().min(1).max(FIELD_LIMITS.relationType),
  from: z.string(),
  to: z.string(),
  analyst,
  note: note.optional(),
  codebookVersion: version.optional(),
  createdAt: time.optional(),
  updatedAt: time.optional(),
});

/** One comment of a line. */
export const commentLine = z.looseObject({
  id: id.optional(),
  target: z.string().max(FIELD_LIMITS.id).optional(),
  targetAnalyst: analyst,
  quote: note.optional(),
  thread: z.string().max(FIELD_LIMITS.id).optional(),
  text: z.string().max(FIELD_LIMITS.note),
  action: z.enum(COMMENT_ACTIONS).optional(),
  analyst,
  createdAt: time.optional(),
  updatedAt: time.optional(),
});

/** What one analyst says about the whole article, beside its labels. */
export const documentLine = z.looseObject({
  note: note.optional(),
  state: z.enum(LAYER_STATES).optional(),
  seen: offset.optional(),
});

/** What is known about an article; `record` is its import record. */
export const sourceLine = z.looseObject({
  outlet: z.string().optional(),
  byline: z.string().optional(),
  date: z.string().optional(),
  language: z.string().optional(),
  addedAt: z.string().optional(),
  tags: z.array(z.string().max(FIELD_LIMITS.name)).optional(),
  assigned: z.array(z.string().max(FIELD_LIMITS.name)).optional(),
  furnitureKinds: z.array(kinds).optional(),
  record: jsonObject.optional(),
});

/** One article. What its lists hold is looked at one by one, so that one may fail. */
export const articleLine = z.looseObject({
  format: z.literal('verbale-jsonl').optional(),
  version: z.literal(1).optional(),
  id: id.optional(),
  title: z.string().optional(),
  text: z.string(),
  sha256: z.string().optional(),
  offsetUnit: z.enum(OFFSET_UNITS).optional(),
  source: sourceLine.optional(),
  furniture: z.array(span).default([]),
  annotations: z.array(json).default([]),
  relations: z.array(json).default([]),
  comments: z.array(json).default([]),
  documentLabels: jsonObject.default({}),
  document: jsonObject.default({}),
  gold: z.array(json).default([]),
  decisions: z.array(json).default([]),
});

export type AnnotationLine = z.infer<typeof annotationLine>;
export type CommentLine = z.infer<typeof commentLine>;
export type RelationLine = z.infer<typeof relationLine>;
export type ArticleLine = z.infer<typeof articleLine>;

/** The names of the fields a shape knows. */
export function knownFields(schema: { readonly shape: object }): ReadonlySet<string> {
  return new Set(Object.keys(schema.shape));
}
