import { z } from 'zod';
import { LEFT_REASONS } from '../../core/agreement/report/selector.ts';
import { ATTRIBUTE_TYPES } from '../../core/model/attribute.ts';
import { idSchema, jsonSchema } from '../schemas.ts';

const count = z.number().int().nonnegative();
const name = z.string().max(200);

/** Mirrors `MatchRule` of core/agreement/align.ts. */
const rule = z.union([
  z.strictObject({ kind: z.enum(['half', 'any', 'exact']) }),
  z.strictObject({ kind: z.literal('iou'), least: z.number().positive().max(1) }),
]);

/** Mirrors `ReportOptions` of core/agreement/report/input.ts. */
const options = z.strictObject({
  analysts: z.array(idSchema).max(10_000).optional(),
  articles: z.array(idSchema).max(100_000).optional(),
  labels: z.array(name).max(10_000).optional(),
  readers: z.enum(['two', 'all']),
  rule,
  unsubmitted: z.boolean(),
  seed: count.max(999_999_999),
  resamples: count.max(100_000),
});

const bin = count.max(100);

/** Mirrors `Selector` of core/agreement/report/selector.ts. */
const selector = z.strictObject({
  of: z.enum(['found', 'exact', 'matched', 'units', 'left']),
  pair: z.tuple([idSchema, idSchema]).optional(),
  article: idSchema.optional(),
  alone: idSchema.optional(),
  label: name.optional(),
  week: z.string().max(10).optional(),
  version: z.number().int().optional(),
  cell: z.tuple([name.nullable(), name.nullable()]).optional(),
  start: bin.optional(),
  end: bin.optional(),
  attribute: name.optional(),
  reason: z.enum(LEFT_REASONS).optional(),
});

const counted = z.strictObject({ count, behind: selector });
const figure = z.strictObject({
  value: z.number().nullable(),
  reason: z.string().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  noInterval: z.string().nullable(),
  count,
  behind: selector,
});
const four = { finding: figure, boundary: figure, label: figure, attributes: figure };
const named = z.strictObject({ id: z.string(), name: z.string() });
const bins = z.array(
  z.strictObject({
    from: z.number().nullable(),
    to: z.number().nullable(),
    count,
    behind: selector,
  }),
);

/** Mirrors `AgreementReport` of core/agreement/report/report.ts; articles are cut to a page. */
const report = z.strictObject({
  kind: z.literal('verbale-agreement'),
  version: z.literal(1),
  scope: z.strictObject({
    project: z.string(),
    analysts: z.array(named),
    labels: z.array(named),
    attributes: z.array(z.string()),
    uncounted: z.array(z.string()),
    readers: z.enum(['two', 'all']),
    rule,
    unsubmitted: z.boolean(),
    blind: z.boolean(),
    codebookVersion: z.number().int(),
    articles: count,
    readByAll: count,
    layers: count,
    annotations: count,
    seed: count,
    resamples: count,
  }),
  left: z.array(
    z.strictObject({
      reason: z.enum(LEFT_REASONS),
      what: z.enum(['articles', 'layers', 'annotations']),
      count,
      behind: selector,
    }),
  ),
  ...four,
  exact: figure,
  pairs: z.array(
    z.strictObject({
      a: z.string(),
      b: z.string(),
      articles: count,
      finding: figure,
      exact: figure,
      boundary: figure,
      label: figure,
      both: counted,
      onlyA: counted,
      onlyB: counted,
      keys: z.array(z.string().nullable()),
      cells: z.array(z.array(counted)),
      starts: bins,
      ends: bins,
    }),
  ),
  byLabel: z.array(
    z.strictObject({
      labelId: z.string(),
      name: z.string(),
      finding: figure,
      boundary: figure,
      label: figure,
    }),
  ),
  byAttribute: z.array(
    z.strictObject({
      attribute: z.string(),
      name: z.string(),
      type: z.enum(ATTRIBUTE_TYPES),
      measure: z.enum(['nominal', 'jaccard', 'interval']),
      agreement: figure,
    }),
  ),
  byArticle: z.array(
    z.strictObject({ articleId: idSchema, title: z.string(), readers: count, ...four }),
  ),
  byWeek: z.array(z.strictObject({ week: z.string(), ...four })),
  byVersion: z.array(z.strictObject({ codebookVersion: z.number().int(), ...four })),
  complete: z.boolean(),
});

const cancelled = z.strictObject({ cancelled: z.literal(true) });
const run = idSchema;
const made = z.union([z.strictObject({ report }), cancelled]);

/** The methods of the agreement page. A report is named by the window, so that it can be cancelled. */
export const agreementMethods = {
  /**
   * Works out every number, in a thread, without intervals; `agreement` events tell how far it is.
   * Takes the place of the report before. Answers once it is done or cancelled.
   */
  'agreement.read': { input: z.strictObject({ run, options }), output: made },
  /** The same report with intervals; takes longer. */
  'agreement.intervals': { input: z.strictObject({ run }), output: made },
  'agreement.cancel': { input: z.strictObject({ run }), output: z.strictObject({}) },
  /** The very annotations that a number counts, with their words. */
  'agreement.behind': {
    input: z.strictObject({ run, selector, from: count, count: z.number().int().min(1).max(500) }),
    output: z.strictObject({
      total: count,
      items: z.array(
        z.strictObject({
          articleId: idSchema,
          /** Those compared, or whose layer was left out. */
          analysts: z.array(z.string()),
          /** Where it begins, from 1; 0 where there are no words. */
          paragraph: count,
          /** The words, with some before and after. */
          text: z.string(),
          annotations: z.array(
            z.strictObject({
              id: idSchema,
              analyst: z.string(),
              label: z.string(),
              /** It was deleted since. */
              gone: z.boolean(),
              /** `[start, end)` in UTF-16 code units of `text`. */
              marked: z.array(z.tuple([count, count])),
              attributes: z.record(z.string(), jsonSchema),
            }),
          ),
        }),
      ),
    }),
  },
  /** Writes the whole report; a dialog asks where. */
  'agreement.save': {
    input: z.strictObject({ run, format: z.enum(['json', 'csv', 'markdown', 'html']) }),
    output: z.union([z.strictObject({ file: z.string() }), cancelled]),
  },
} as const;

/** How far a report is: in layers read, articles compared, or intervals worked out. */
export const agreementEvent = z.strictObject({
  type: z.literal('agreement'),
  run,
  phase: z.enum(['reading', 'comparing', 'resampling']),
  done: count,
  total: count,
});
