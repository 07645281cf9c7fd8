import { z } from 'zod';
import type { Json } from '../model/json.ts';
import { OFFSET_UNITS } from '../text/offsets.ts';

/**
 * Shapes of the native line (DESIGN §9). Fields that are missing get defaults in `jsonl-read.ts`;
 * fields that are unknown are listed there, so objects are loose here and everything named is
 * strict.
 */
const offset = z.int().min(0);
const span = z.tuple([offset, offset]);
const json: z.ZodType<Json> = z.custom<Json>((value) => value !== undefined);
const jsonObject = z.record(z.string(), json);
const kinds = z.enum([
  'navigation',
  'caption',
  'byline',
  'copyright',
  'comments',
  'related',
  'advertisement',
  'markup',
  'other',
  'manual',
]);

/** One annotation of a line. `start` and `end` may stand instead of `spans`. */
export const annotationLine = z.looseObject({
  id: z.string().min(1).max(200).optional(),
  label: z.string().min(1),
  spans: z.array(span).min(1).optional(),
  start: offset.optional(),
  end: offset.optional(),
  quote: z.union([z.string(), z.array(z.string())]).optional(),
  analyst: z.string().optional(),
  attributes: jsonObject.optional(),
  note: z.string().optional(),
  origin: jsonObject.optional(),
  codebookVersion: z.int().min(0).optional(),
  createdAt: z.string().optional(),
  updatedAt: z.string().optional(),
});

/** One relation of a line. */
export const relationLine = z.looseObject({
  id: z.string().min(1).max(200).optional(),
  type: z.string().min(1),
  from: z.string(),
  to: z.string(),
  analyst: z.string().optional(),
});

/** What is known about an article; `record` is its import record. */
export const sourceLine = z.looseObject({
  outlet: z.string().optional(),
  byline: z.string().optional(),
  date: z.string().optional(),
  language: z.string().optional(),
  addedAt: z.string().optional(),
  furnitureKinds: z.array(kinds).optional(),
  record: jsonObject.optional(),
});

/** One article. Its annotations and relations are looked at one by one, so that one may fail. */
export const articleLine = z.looseObject({
  format: z.literal('verbale-jsonl').optional(),
  version: z.literal(1).optional(),
  id: z.string().min(1).max(200).optional(),
  title: z.string().optional(),
  text: z.string(),
  sha256: z.string().optional(),
  offsetUnit: z.enum(OFFSET_UNITS).optional(),
  source: sourceLine.optional(),
  furniture: z.array(span).optional(),
  annotations: z.array(json).optional(),
  relations: z.array(json).optional(),
  documentLabels: jsonObject.optional(),
  gold: z.array(json).optional(),
  decisions: z.array(json).optional(),
});

export type AnnotationLine = z.infer<typeof annotationLine>;
export type RelationLine = z.infer<typeof relationLine>;
export type ArticleLine = z.infer<typeof articleLine>;

/** The names of the fields a shape knows. */
export function knownFields(schema: { readonly shape: object }): ReadonlySet<string> {
  return new Set(Object.keys(schema.shape));
}

/** The first thing wrong with a value, in words, with its path below `path`. */
export function firstIssue(error: z.ZodError, path: string): string {
  const [issue] = error.issues;
  const parts = issue?.path.map((part) =>
    typeof part === 'number' ? `[${part}]` : `.${String(part)}`,
  );
  const where = `${path}${parts?.join('') ?? ''}`.replace(/^\./, '');
  return `${where === '' ? '' : `${where}: `}${issue?.message ?? 'not as expected'}`;
}
