import { z } from 'zod';
import { FIELD_LIMITS } from '../../core/model/field-limits.ts';
import { REASONS, RESULTS } from '../../core/review/decision.ts';
import { ITEM_STATES } from '../../core/review/queue.ts';
import { DIFFERENCES, ITEM_KINDS } from '../../core/review/reading.ts';
import { historySchema, idSchema, jsonSchema } from '../schemas.ts';

const count = z.number().int().nonnegative();
const words = z.string().max(FIELD_LIMITS.note);
/** `[start, end)` in UTF-16 code units of the stored text. */
const span = z.tuple([count, count]);
const attributes = z.record(z.string().max(FIELD_LIMITS.attributeName), jsonSchema);
const kind = z.enum(ITEM_KINDS);
const state = z.enum(ITEM_STATES);
const result = z.enum(RESULTS);
const reason = z.enum(REASONS);
const letter = z.string().max(8);

/** What a reading says: `ReadingValue` of core/review. */
const value = z.strictObject({
  label: z.string().max(FIELD_LIMITS.id),
  spans: z.array(span).min(1).max(FIELD_LIMITS.spans),
  quote: z.array(words).max(FIELD_LIMITS.spans),
  attributes,
});

/** Somebody who read the article: a number that stands for them, and the name where it is shown. */
const reader = z.strictObject({ alias: count, name: z.string().optional() });

const candidate = value.extend({ key: letter, readers: z.array(reader) });

const decision = z.strictObject({
  id: z.string(),
  item: z.string(),
  result,
  value: z.array(value),
  reason: reason.optional(),
  note: z.string(),
  dissent: z.array(z.string()),
  rule: z.string(),
  /** Name of who decided. */
  by: z.string(),
  /** ISO-8601 UTC. */
  at: z.string(),
  unanimous: z.boolean(),
});

const filter = z.strictObject({
  kind: kind.optional(),
  label: z.string().max(FIELD_LIMITS.id).optional(),
  articleId: idSchema.optional(),
  analyst: idSchema.optional(),
  settled: z.boolean().optional(),
  pattern: z.string().max(80).optional(),
});

const row = z.strictObject({
  id: z.string(),
  articleId: idSchema,
  score: z.number().min(0).max(1),
  kind,
  differs: z.array(z.enum(DIFFERENCES)),
  state,
  quote: z.string(),
  /** Label ids of its readings. */
  labels: z.array(z.string()),
  /** Who marked something, of how many readers. */
  found: count,
  readers: count,
  pattern: z.string(),
});

const minutes = z.strictObject({
  items: count,
  states: z.record(state, count),
  kinds: z.record(kind, count),
  unanimous: count,
  results: z.partialRecord(result, count),
  reasons: z.partialRecord(reason, count),
  dissents: count,
  reopened: count,
});

const lesson = z.strictObject({
  articleId: idSchema,
  item: z.string(),
  /** Own annotation id; absent where nothing was marked. */
  annotation: z.string().optional(),
  mine: value.optional(),
  gold: z.array(value),
  differs: z.array(z.enum([...DIFFERENCES, 'extra'])),
  reason: reason.optional(),
  note: z.string(),
  rule: z.string(),
  by: z.string(),
  at: z.string(),
});

const item = z.strictObject({
  row,
  span,
  candidates: z.array(candidate),
  absent: z.array(reader),
  /** The paragraph the item is in, with the place of its first character in the article. */
  text: z.strictObject({ start: count, words: z.string() }),
  before: z.string(),
  after: z.string(),
  /** The decision in force, or the one that does not fit any more. */
  decision: decision.optional(),
  /** Decisions that were superseded, latest first. */
  earlier: z.array(decision),
  /** Other decisions under the same labels, latest first. */
  related: z.array(decision),
  /** Open items that put the same question, this one left out. */
  alike: count,
});

const written = z.strictObject({ history: historySchema, decided: count });

/** Most rows in one answer. */
export const REVIEW_PAGE = 200;

/** Settling what analysts marked differently. */
export const reviewMethods = {
  /** Compares the layers of all articles; how far it is comes as `review` events. */
  'review.read': {
    input: z.strictObject({
      run: idSchema,
      /** Layers that nobody submitted too, where nobody works blind. */
      unsubmitted: z.boolean(),
    }),
    output: z.union([
      z.strictObject({
        /** Articles that are compared, and those where fewer than two layers count. */
        articles: count,
        waiting: count,
        /** True where layers that are not submitted may be asked for. */
        mayAskUnsubmitted: z.boolean(),
        /** Why the person who acts cannot decide; empty where they can. */
        mayNotDecide: z.string(),
      }),
      z.strictObject({ cancelled: z.literal(true) }),
    ]),
  },
  /** A stretch of the queue, most apart first, and the counts of all of it. */
  'review.queue': {
    input: z.strictObject({ filter, from: count, count: z.number().int().min(1).max(REVIEW_PAGE) }),
    output: z.strictObject({ minutes, total: count, rows: z.array(row) }),
  },
  'review.item': {
    input: z.strictObject({ articleId: idSchema, item: idSchema, anonymous: z.boolean() }),
    output: item,
  },
  /** Decides an item, and with `alike` all open ones that put the same question. */
  'review.decide': {
    input: z.strictObject({
      articleId: idSchema,
      item: idSchema,
      result,
      value: z.array(value).max(20),
      reason: reason.optional(),
      note: words,
      /** Keeps which readings were given up, by their letters. */
      dissent: z.boolean(),
      /** Id of the rule it is decided by; empty for none. */
      rule: z.string().max(FIELD_LIMITS.id),
      alike: z.boolean(),
    }),
    output: written,
  },
  /** Accepts every open item on which all say the same, each with a decision of its own. */
  'review.acceptUnanimous': {
    input: z.strictObject({ filter }),
    output: written,
  },
  /** Where one's own layers and gold differ, with the reasons. */
  'review.lessons': {
    input: z.strictObject({}),
    output: z.strictObject({
      /** Places of one's own that gold has an answer for, and how many of them it shares. */
      settled: count,
      same: count,
      lessons: z.array(lesson),
    }),
  },
} as const;

/** How far the comparing is. */
export const reviewEvent = z.strictObject({
  type: z.literal('review'),
  run: z.string(),
  done: count,
  total: count,
});
