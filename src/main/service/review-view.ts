import type { Span } from '../../core/model/span.ts';
import { aliasesFor } from '../../core/review/aliases.ts';
import { type Decision, decisionsInForce } from '../../core/review/decision.ts';
import type { QueuedItem } from '../../core/review/queue.ts';
import { type Item, type ReadingValue, readersOf, type Source } from '../../core/review/reading.ts';
import { splitsPair } from '../../core/text/lines.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Store } from '../store/store.ts';
import { analystsOf } from './project-view.ts';
import { type ReviewArticle, sha256 } from './review-layers.ts';

type Row = Output<'review.queue'>['rows'][number];
type View = Output<'review.item'>;
type Readers = View['candidates'][number]['readers'];
type Value = View['related'][number]['value'][number];

/** Characters of a quote that a row shows. */
const QUOTE_LENGTH = 160;
/** Most characters of a paragraph on each side of an item. */
const AROUND = 1500;
const MOST_RELATED = 5;

function cut(text: string, length: number): string {
  return text.slice(0, splitsPair(text, length) ? length - 1 : length);
}

/** An item as a line of the queue. */
export function rowOf({ item, state }: QueuedItem): Row {
  const { id, articleId, score, kind, differs, candidates, absent, pattern } = item;
  const found = readersOf(candidates);
  return {
    id,
    articleId,
    score,
    kind,
    differs: [...differs],
    state,
    quote: cut(candidates[0]?.quote.join(' … ') ?? '', QUOTE_LENGTH),
    labels: [...new Set(candidates.map(({ label }) => label))],
    found,
    readers: found + absent.length,
    pattern,
  };
}

/** A reading as plain values. */
export function valueView({ label, spans, quote, attributes }: ReadingValue): Value {
  return {
    label,
    spans: spans.map(([start, end]): [number, number] => [start, end]),
    quote: [...quote],
    // JSON is JSON on both sides of the border; only its lists are not readonly there.
    attributes: { ...attributes } as Value['attributes'],
  };
}

/** A decision as the window shows it. @param nameOf of an analyst id */
export function decisionView(
  decision: Decision,
  nameOf: (analyst: string) => string,
): NonNullable<View['decision']> {
  const { id, item, result, value, reason, note, dissent, rule, by, at, unanimous } = decision;
  return {
    id,
    item,
    result,
    value: value.map(valueView),
    ...(reason === undefined ? {} : { reason }),
    note,
    dissent: [...dissent],
    rule,
    by: nameOf(by),
    at,
    unanimous,
  };
}

/** Beginning of the paragraph that holds a place, at most `AROUND` before it. */
function paragraphStart(text: string, place: number): number {
  const start = Math.max(text.lastIndexOf('\n', place - 1) + 1, place - AROUND, 0);
  return splitsPair(text, start) ? start + 1 : start;
}

function paragraphEnd(text: string, place: number): number {
  const line = text.indexOf('\n', place);
  const end = Math.min(line < 0 ? text.length : line, place + AROUND);
  return splitsPair(text, end) ? end - 1 : end;
}

function around(text: string, [from, to]: Span): Pick<View, 'text' | 'before' | 'after'> {
  const start = paragraphStart(text, from);
  const end = paragraphEnd(text, to);
  const above = text.slice(0, start).trimEnd();
  const below = text.slice(end).trimStart();
  return {
    text: { start, words: text.slice(start, end) },
    before: above.slice(paragraphStart(above, above.length)),
    after: below.slice(0, paragraphEnd(below, 0)),
  };
}

/** The name of an analyst id; the id itself where nobody knows the name. */
export function namesIn(store: Store): (analyst: string) => string {
  const names = new Map(analystsOf(store).map(({ id, name }) => [id, name] as const));
  return (id) => names.get(id) ?? id;
}

/** Decisions on other items under one of the labels of an item, latest first. */
function relatedTo(item: Item, known: readonly Decision[]): readonly Decision[] {
  const labels = new Set(item.candidates.map(({ label }) => label));
  return known
    .filter(
      (one) =>
        one.item !== item.id && one.value.some(({ label }) => labels.has(label)) && !one.unanimous,
    )
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST_RELATED);
}

/** An item with all that is shown to settle it. */
export function itemView(request: {
  readonly store: Store;
  readonly article: ReviewArticle;
  readonly queued: QueuedItem;
  readonly text: string;
  readonly anonymous: boolean;
  /** Open items elsewhere that put the same question. */
  readonly alike: number;
}): View {
  const { store, article, queued, text, anonymous, alike } = request;
  const { item, decision } = queued;
  const nameOf = namesIn(store);
  const everybody = article.layers.map(({ analyst }) => analyst);
  const aliases = aliasesFor(everybody, store.id, item.articleId, sha256);
  const readers = (analysts: readonly string[]): Readers =>
    analysts
      .map((analyst) => ({
        alias: aliases.get(analyst) ?? 0,
        ...(anonymous ? {} : { name: nameOf(analyst) }),
      }))
      .toSorted((a, b) => a.alias - b.alias);
  const analystsOfSources = (from: readonly Source[]): readonly string[] =>
    from.map(([analyst]) => analyst);
  const current = decisionsInForce(article.decisions);
  const inForce = new Set(current.map(({ id }) => id));
  const earlier = article.decisions
    .filter((one) => one.item === item.id && !inForce.has(one.id))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return {
    row: rowOf(queued),
    span: [...item.span],
    candidates: item.candidates.map((one) => ({
      ...valueView(one),
      key: one.key,
      readers: readers(analystsOfSources(one.from)),
    })),
    absent: readers(item.absent),
    ...around(text, item.span),
    ...(decision === undefined ? {} : { decision: decisionView(decision, nameOf) }),
    earlier: earlier.map((one) => decisionView(one, nameOf)),
    related: relatedTo(item, current).map((one) => decisionView(one, nameOf)),
    alike,
  };
}
