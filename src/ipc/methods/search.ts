import { z } from 'zod';
import { historySchema, idSchema, jsonSchema, opSchema } from '../schemas.ts';

const nothing = z.strictObject({});
const count = z.number().int().nonnegative();
const sorting = z.enum(['article', 'left', 'hit', 'right', 'title', 'date']);

/** Mirrors `QueryProblem` of core/search/query.ts. `[start, end)` in UTF-16 code units of the query. */
const problem = z.strictObject({ message: z.string(), start: count, end: count });

/** A line of a result: a hit with what stands around it. */
const row = z.strictObject({
  /** Number of the hit in its result. */
  hit: count,
  articleId: idSchema,
  title: z.string(),
  outlet: z.string(),
  date: z.string(),
  left: z.string(),
  words: z.string(),
  right: z.string(),
  /** `[start, end)` in UTF-16 code units of the stored text. */
  start: count,
  end: count,
  /** The annotation that is the hit; absent where words are. */
  annotation: z.string().optional(),
  /** Ids of the labels of the annotations it touches. */
  labels: z.array(z.string()),
});

const progress = {
  found: count,
  /** Articles with a hit. */
  articles: count,
  /** Articles looked at, of so many. */
  scanned: count,
  of: count,
  done: z.boolean(),
  /** Hits that can be shown and acted on; the rest are only counted. */
  kept: count,
  /** Articles whose text is gone or is not what was imported. */
  unreadable: count,
};

const indexStatus = {
  /** `off`: nothing was searched for yet. `stopped`: a person stopped it; it is incomplete. */
  state: z.enum(['off', 'building', 'ready', 'stopped', 'failed']),
  /** Articles looked at, of so many. */
  done: count,
  total: count,
  /** What happened and what to do; empty where nothing has to be said. */
  message: z.string(),
};

/** Mirrors `BulkAction` of core/search/bulk.ts. */
const action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), label: idSchema }),
  z.strictObject({ kind: z.literal('relabel'), label: idSchema }),
  z.strictObject({ kind: z.literal('remove') }),
  z.strictObject({
    kind: z.literal('attribute'),
    name: z.string().min(1).max(200),
    /** `null` takes the attribute away. */
    value: jsonSchema,
  }),
]);

const plan = z.strictObject({
  plan: idSchema,
  add: count,
  change: count,
  remove: count,
  /** Spans that were widened to whole characters. */
  snapped: count,
  /** Articles in which something is written. */
  articles: count,
  skipped: z.array(
    z.strictObject({
      reason: z.enum([
        'identical',
        'already',
        'no-annotation',
        'no-words',
        'whole-article',
        'moved',
        'repeated',
        'submitted',
      ]),
      count,
    }),
  ),
  /** The first steps, in the order of the articles. */
  steps: z.array(
    z.strictObject({
      articleId: idSchema,
      title: z.string(),
      quote: z.string(),
      outcome: z.enum(['add', 'change', 'remove', 'skip']),
      reason: z.string(),
      snapped: z.boolean(),
      /** Label id before; empty for what is new. */
      before: z.string(),
    }),
  ),
});

/** The methods of the search page. A query is named by the window, so that it can be cancelled. */
export const searchMethods = {
  /** How far the index is. Begins to make or catch up with it where nothing was searched for yet. */
  'search.status': { input: nothing, output: z.strictObject(indexStatus) },
  /**
   * Begins a query and answers with its first lines, within some 20 ms where there are any; a query
   * before it ends. `search` events tell how far it is, until it is done.
   */
  'search.query': {
    input: z.strictObject({ id: idSchema, text: z.string().max(4000), sorting }),
    output: z.union([
      z.strictObject({ problem }),
      z.strictObject({ ...progress, rows: z.array(row) }),
    ]),
  },
  /** Lines of a query’s result. None where another query took its place. */
  'search.page': {
    input: z.strictObject({ id: idSchema, sorting, from: count, count: z.number().int().max(200) }),
    output: z.strictObject({ rows: z.array(row) }),
  },
  'search.cancel': { input: z.strictObject({ id: idSchema }), output: nothing },
  /** Makes the index anew; `search-index` events tell how far it is. */
  'search.rebuild': { input: nothing, output: nothing },
  /** Stops making the index; what it has stays and is searched. */
  'search.stopIndexing': { input: nothing, output: nothing },
  /** What an action on hits comes to. Writes nothing. */
  'search.bulkPlan': {
    input: z.strictObject({
      id: idSchema,
      /** The named hits, or all but the named ones. */
      all: z.boolean(),
      hits: z.array(count).max(100_000),
      action,
    }),
    output: plan,
  },
  /**
   * Does what a plan says, as one step that undo takes back. Where the layers have changed since
   * in a way that changes the plan, nothing is written and the new plan is answered.
   */
  'search.bulkApply': {
    input: z.strictObject({ plan: idSchema }),
    output: z.union([
      z.strictObject({ ops: z.array(opSchema), history: historySchema }),
      z.strictObject({ changed: plan }),
    ]),
  },
} as const;

/** How far a query is. */
export const searchEvent = z.strictObject({
  type: z.literal('search'),
  id: z.string(),
  ...progress,
});

/** How far the index is. */
export const searchIndexEvent = z.strictObject({ type: z.literal('search-index'), ...indexStatus });
