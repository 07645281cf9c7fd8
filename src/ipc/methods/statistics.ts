import { z } from 'zod';
import { LAYER_STATES } from '../../core/model/layer-document.ts';
import { LIMITS } from '../limits.ts';
import { idSchema } from '../schemas.ts';

/** Strings that a field may hold: names and values out of annotations. */
const words = z.string().max(100_000);
const count = z.number().int().nonnegative();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
/** Label id → annotations. */
const byLabel = z.record(z.string(), count);
const counted = { annotations: count, byLabel, words: count };
const unit = z.enum(['overlap', 'sentence', 'article']);
const state = z.enum(LAYER_STATES);
const chart = z.enum([
  'labels',
  'attributes',
  'articles',
  'analysts',
  'days',
  'progress',
  'states',
  'meetings',
  'documents',
]);

const articleCount = z.strictObject({ articleId: idSchema, ...counted, begun: z.string() });

/** Mirrors `Report` of core/statistics/report.ts; long lists are cut to what a page shows. */
const report = z.strictObject({
  ...counted,
  articles: count,
  annotated: count,
  furniture: count,
  undated: count,
  analysts: z.array(
    z.strictObject({
      analyst: idSchema,
      ...counted,
      articles: count,
      states: z.strictObject({ new: count, 'in-progress': count, submitted: count }),
    }),
  ),
  /** Those with most annotations. */
  byArticle: z.array(articleCount),
  days: z.array(z.strictObject({ day, annotations: count, byLabel, begun: count })),
  attributes: z.array(
    z.strictObject({
      label: z.string(),
      name: z.string(),
      values: z.array(z.strictObject({ value: words, annotations: count })),
      more: count,
      silent: count,
    }),
  ),
  meetings: z.array(
    z.strictObject({ unit, a: z.string(), b: z.string(), count, ofA: count, ofB: count }),
  ),
  documents: z
    .array(
      z.strictObject({
        label: z.string(),
        analyst: idSchema,
        day: z.union([day, z.literal('')]),
        articles: count,
      }),
    )
    .optional(),
});

const dayRange = z.strictObject({ from: day, to: day });

/** Mirrors `AnnotationQuery` of core/statistics/query.ts. */
const annotationQuery = z.strictObject({
  label: z.string().max(200).optional(),
  articleId: idSchema.optional(),
  analyst: idSchema.optional(),
  days: z.union([dayRange, z.literal('undated')]).optional(),
  attribute: z.strictObject({ name: z.string().max(200), value: words.optional() }).optional(),
  meeting: z.strictObject({ unit, a: z.string().max(200), b: z.string().max(200) }).optional(),
  furniture: z.boolean().optional(),
});

/** Articles by how far an analyst is, by the day of their first annotation, or by their own label. */
const articleQuery = z.union([
  z.strictObject({ analyst: idSchema, state }),
  z.strictObject({ begun: dayRange }),
  /** Those that have this label as a whole. */
  z.strictObject({ documentLabel: z.string().max(200) }),
]);

const cancelled = z.strictObject({ cancelled: z.literal(true) });
const written = z.union([z.strictObject({ file: z.string() }), cancelled]);
const run = idSchema;
const page = { from: count, count: z.number().int().min(1).max(500) };

/** The methods of the statistics page. A run is named by the window, so that it can be cancelled. */
export const statisticsMethods = {
  /**
   * Counts the layers of these analysts, in slices; `statistics` events tell how far it is. Takes
   * the place of the run before. Answers once it is done or cancelled.
   */
  'statistics.read': {
    input: z.strictObject({ run, analysts: z.array(idSchema).min(1).max(10_000) }),
    output: z.union([
      z.strictObject({
        report,
        /** The articles with most annotations per 1,000 words. */
        densest: z.array(articleCount),
      }),
      cancelled,
    ]),
  },
  'statistics.cancel': { input: z.strictObject({ run }), output: z.strictObject({}) },
  /** The annotations behind a number, in the order they were counted. */
  'statistics.annotations': {
    input: z.strictObject({ run, query: annotationQuery, ...page }),
    output: z.strictObject({
      total: count,
      annotations: z.array(
        z.strictObject({
          id: idSchema,
          articleId: idSchema,
          analyst: idSchema,
          label: z.string(),
          /** Empty where it was deleted since. */
          quote: z.string(),
        }),
      ),
    }),
  },
  /** The articles behind a number. */
  'statistics.articles': {
    input: z.strictObject({ run, query: articleQuery, ...page }),
    output: z.strictObject({ total: count, articles: z.array(idSchema) }),
  },
  /** Writes all numbers of a chart as CSV; a dialog asks where. */
  'statistics.saveTable': { input: z.strictObject({ run, chart }), output: written },
  /** Writes a picture of a chart; a dialog asks where. `png` is base64. */
  'statistics.savePicture': {
    input: z.strictObject({
      chart,
      kind: z.enum(['svg', 'png']),
      content: z.string().min(1).max(LIMITS.pasteLength),
    }),
    output: written,
  },
} as const;

/** How far a run is, in layers. */
export const statisticsEvent = z.strictObject({
  type: z.literal('statistics'),
  run,
  done: count,
  total: count,
});
