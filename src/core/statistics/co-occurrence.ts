import type { Furniture } from '../model/article.ts';
import { type Span, spansOverlap } from '../model/span.ts';
import { lineAt } from '../text/lines.ts';
import { compareStrings } from '../text/order.ts';
import { sentencesIn } from '../text/sentences.ts';
import { bodyRanges, type Steps } from './body.ts';
import type { AnnotationRow } from './row.ts';

/**
 * What two annotations must share to meet. They always are two different annotations of one
 * analyst on one article, so that agreement between analysts is never taken for co-occurrence.
 */
export type MeetingUnit = 'overlap' | 'sentence' | 'article';

/** All units, narrowest first. */
export const MEETING_UNITS: readonly MeetingUnit[] = ['overlap', 'sentence', 'article'];

/** How often two labels meet. */
export interface Meeting {
  readonly unit: MeetingUnit;
  /** Label ids, in the order of {@link compareStrings}; the same twice on the diagonal. */
  readonly a: string;
  readonly b: string;
  readonly count: number;
}

/** For each unit, the labels an annotation meets, in no order. */
export type Meets = Readonly<Record<MeetingUnit, readonly string[]>>;

/** The meetings of one layer. */
export interface LayerMeetings {
  readonly meetings: readonly Meeting[];
  /** One for each row, in the order of the rows. */
  readonly meets: readonly Meets[];
}

const PAIRS_A_STEP = 4096;
const SENTENCES_A_STEP = 64;
const ROWS_A_STEP = 256;
const NONE: readonly string[] = [];

/** Counts of one unit while they grow. */
interface Counting {
  readonly counts: Map<string, Meeting>;
  readonly met: readonly Set<string>[];
}

function counting(rows: readonly AnnotationRow[]): Counting {
  return { counts: new Map(), met: rows.map(() => new Set()) };
}

function count({ counts }: Counting, unit: MeetingUnit, one: string, other: string): void {
  const [a, b] = compareStrings(one, other) <= 0 ? [one, other] : [other, one];
  const key = JSON.stringify([a, b]);
  counts.set(key, { unit, a, b, count: (counts.get(key)?.count ?? 0) + 1 });
}

interface Edge {
  readonly row: number;
  readonly span: Span;
}

/**
 * Overlap: `n(A,B)` = the number of pairs {x, y}, x of A and y of B, of which some span of x shares
 * at least one code unit with some span of y. A pair counts once, however many spans it shares; a
 * zero-width span shares none.
 */
function* overlapping(rows: readonly AnnotationRow[]): Steps<Counting> {
  const found = counting(rows);
  const edges = rows
    .flatMap(({ spans }, row): Edge[] => spans.map((span) => ({ row, span })))
    .filter(({ span }) => span[0] < span[1])
    .sort((x, y) => x.span[0] - y.span[0]);
  const pairs = new Set<number>();
  let open: Edge[] = [];
  let steps = 0;
  for (const edge of edges) {
    open = open.filter(({ span }) => spansOverlap(span, edge.span));
    for (const other of open) {
      steps += 1;
      if (steps % PAIRS_A_STEP === 0) yield;
      const pair = Math.min(edge.row, other.row) * rows.length + Math.max(edge.row, other.row);
      if (edge.row === other.row || pairs.has(pair)) continue;
      pairs.add(pair);
      const [x, y] = [rows[edge.row]?.label ?? '', rows[other.row]?.label ?? ''];
      count(found, 'overlap', x, y);
      found.met[edge.row]?.add(y);
      found.met[other.row]?.add(x);
    }
    open.push(edge);
  }
  return found;
}

/** Counts one group (a sentence, an article) in which these rows stand together. */
function meetInGroup(
  group: readonly number[],
  rows: readonly AnnotationRow[],
  unit: MeetingUnit,
  found: Counting,
): void {
  const byLabel = new Map<string, number>();
  for (const row of group) {
    const label = rows[row]?.label ?? '';
    byLabel.set(label, (byLabel.get(label) ?? 0) + 1);
  }
  const labels = [...byLabel.keys()];
  labels.forEach((label, index) => {
    if ((byLabel.get(label) ?? 0) > 1) count(found, unit, label, label);
    for (const other of labels.slice(index + 1)) count(found, unit, label, other);
  });
  const alone = (label: string): boolean => byLabel.get(label) === 1;
  for (const row of group) {
    const own = rows[row]?.label ?? '';
    const met = labels.filter((label) => label !== own || !alone(own));
    for (const label of met) found.met[row]?.add(label);
  }
}

/** The lines on which rows stand, cut where furniture begins and ends, ascending. */
function stretches(
  rows: readonly AnnotationRow[],
  text: string,
  furniture: readonly Furniture[],
): Span[] {
  const lines = rows
    .flatMap(({ spans }) => spans)
    .map(
      ([start, end]): Span => [lineAt(text, start)[0], lineAt(text, Math.max(start, end - 1))[1]],
    )
    .sort((x, y) => x[0] - y[0]);
  const joined: Span[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last === undefined || line[0] > last[1]) joined.push(line);
    else joined[joined.length - 1] = [last[0], Math.max(last[1], line[1])];
  }
  const body = bodyRanges(text.length, furniture);
  return joined.flatMap((line) =>
    body
      .filter((range) => spansOverlap(range, line))
      .map((range): Span => [Math.max(range[0], line[0]), Math.min(range[1], line[1])]),
  );
}

/** Index of the first sentence that ends behind `offset`, or at it where `touching`. */
function firstEndingAfter(sentences: readonly Span[], offset: number, touching: boolean): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const end = sentences[middle]?.[1] ?? 0;
    if (touching ? end < offset : end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indices of the sentences a span stands in; a zero-width one stands in the one it touches. */
function* sentencesOf([start, end]: Span, sentences: readonly Span[]): Generator<number> {
  const isPoint = start === end;
  for (let at = firstEndingAfter(sentences, start, isPoint); at < sentences.length; at += 1) {
    const from = sentences[at]?.[0] ?? 0;
    if (isPoint ? from > start : from >= end) return;
    yield at;
    if (isPoint) return;
  }
}

/**
 * Sentence: `n(A,B)` = the number of sentences of the article's text without furniture in which an
 * annotation of A and another of B have at least one code unit each. On the diagonal, sentences
 * with two of A.
 */
function* inSentences(
  rows: readonly AnnotationRow[],
  text: string,
  furniture: readonly Furniture[],
): Steps<Counting> {
  const sentences: Span[] = [];
  for (const [from, to] of stretches(rows, text, furniture)) {
    for (const sentence of sentencesIn(text, from, to)) {
      sentences.push(sentence);
      if (sentences.length % SENTENCES_A_STEP === 0) yield;
    }
  }
  const groups = new Map<number, number[]>();
  for (const [row, { spans }] of rows.entries()) {
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const own = new Set(spans.flatMap((span) => [...sentencesOf(span, sentences)]));
    for (const sentence of own) {
      const group = groups.get(sentence);
      if (group === undefined) groups.set(sentence, [row]);
      else group.push(row);
    }
  }
  yield;
  const found = counting(rows);
  for (const [sentence, group] of groups) {
    if (sentence % SENTENCES_A_STEP === 0) yield;
    meetInGroup(group, rows, 'sentence', found);
  }
  return found;
}

/**
 * Article: `n(A,B)` = the number of layers (one analyst on one article) that have an annotation of
 * A and another of B. On the diagonal, layers with two of A.
 */
function inArticle(rows: readonly AnnotationRow[]): Counting {
  const found = counting(rows);
  meetInGroup([...rows.keys()], rows, 'article', found);
  return found;
}

/**
 * Where the labels of one layer meet, by each unit.
 * @param rows of one analyst on one article, none of them in furniture
 * @param furniture of the article, ascending, not overlapping
 */
export function* meetingsOf(
  rows: readonly AnnotationRow[],
  text: string,
  furniture: readonly Furniture[],
): Steps<LayerMeetings> {
  if (rows.length < 2) {
    return {
      meetings: [],
      meets: rows.map(() => ({ overlap: NONE, sentence: NONE, article: NONE })),
    };
  }
  const overlap = yield* overlapping(rows);
  yield;
  const sentence = yield* inSentences(rows, text, furniture);
  yield;
  const article = inArticle(rows);
  yield;
  const meetings = [overlap, sentence, article].flatMap(({ counts }) => [...counts.values()]);
  const meets = rows.map((_row, index) => ({
    overlap: [...(overlap.met[index] ?? NONE)],
    sentence: [...(sentence.met[index] ?? NONE)],
    article: [...(article.met[index] ?? NONE)],
  }));
  return { meetings, meets };
}
