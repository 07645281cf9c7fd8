import type { Json, JsonObject } from '../../model/json.ts';
import { err, ok, type Result } from '../../result.ts';
import { each, objectAt } from '../fields.ts';
import { knownFields } from '../known-fields.ts';
import { type Measure, type Measuring, noValue, valueOf } from '../measure.ts';
import { bestMatching } from './matching.ts';
import { type Labelled, labelledAt, touchingPairs } from './spans.ts';

/** What a found span earns for a wanted one that it overlaps: 0 nothing, 0.5 partly, 1 all. */
export type Credit = (wanted: Labelled, found: Labelled) => number;

/** Two lists of spans to compare, of one article. */
export interface SpanPair {
  readonly gold: readonly Labelled[];
  readonly pred: readonly Labelled[];
}

/** What was wanted, found, and earned in the best one-to-one matching. */
export interface SpanScore {
  readonly wanted: number;
  readonly found: number;
  readonly earned: number;
}

export function sameRange(a: Labelled, b: Labelled): boolean {
  return a.range[0] === b.range[0] && a.range[1] === b.range[1];
}

export function sameLabel(a: Labelled, b: Labelled): boolean {
  return a.label.key === b.label.key;
}

/** The score of one article. */
function scoreOf({ gold, pred }: SpanPair, credit: Credit): SpanScore {
  const weight = (row: number, column: number): number => {
    const [wanted, found] = [gold[row], pred[column]];
    return wanted === undefined || found === undefined ? 0 : credit(wanted, found);
  };
  const edges = touchingPairs(
    gold.map(({ range }) => range),
    pred.map(({ range }) => range),
  ).filter(([row, column]) => weight(row, column) > 0);
  const matched = bestMatching(gold.length, pred.length, edges, weight);
  const earned = matched.reduce((sum, [row, column]) => sum + weight(row, column), 0);
  return { wanted: gold.length, found: pred.length, earned };
}

function pairAt(value: JsonObject, name: string): Result<SpanPair, string> {
  const gold = each(value['gold'], `${name}gold`, labelledAt);
  if (!gold.ok) return gold;
  const pred = each(value['pred'], `${name}pred`, labelledAt);
  return pred.ok ? ok({ gold: gold.value, pred: pred.value }) : pred;
}

function documentAt(value: Json, name: string): Result<SpanPair, string> {
  const read = objectAt(value, name);
  return read.ok ? pairAt(read.value, `${name}.`) : read;
}

function readPairs(input: JsonObject): Result<readonly SpanPair[], string> {
  const known = knownFields(input);
  if (!known.ok) return known;
  if (input['documents'] !== undefined) {
    if (input['gold'] !== undefined) return err('documents: give either gold or documents');
    return each(input['documents'], 'documents', documentAt);
  }
  const pair = pairAt(input, '');
  return pair.ok ? ok([pair.value]) : pair;
}

/** F1 over all articles together, from sums: an article counts by its spans. */
function f1(pairs: readonly SpanPair[], credit: Credit): Measuring {
  let both = 0;
  let earned = 0;
  for (const pair of pairs) {
    const score = scoreOf(pair, credit);
    both += score.wanted + score.found;
    earned += score.earned;
  }
  return both === 0 ? noValue('neither marked a span') : valueOf((2 * earned) / both);
}

/** A scheme of SemEval-2013 task 9.1 as a measure. */
export function spanMeasure(scheme: string, credit: Credit): Measure {
  return {
    name: `span_prf_${scheme}`,
    title: `Span F1, ${scheme}`,
    run(input) {
      const pairs = readPairs(input);
      return pairs.ok ? f1(pairs.value, credit) : pairs;
    },
  };
}
