import { compareSpans, type Span, spansOverlap } from '../model/span.ts';
import { isBlank, trimBlank } from './blanks.ts';
import { sentenceAt } from './sentences.ts';

/**
 * Edits to the spans of an annotation. All spans are `[start, end)` in UTF-16 code units, ascending
 * and not overlapping, in arguments and in answers; none of these leaves an annotation empty.
 */

/** Joins spans that overlap, touch, or have only blanks of one line between them. */
function joined(text: string, spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted(compareSpans)) {
    const last = result.at(-1);
    const between = last === undefined ? undefined : text.slice(last[1], span[0]);
    if (
      last !== undefined &&
      between !== undefined &&
      isBlank(between) &&
      !between.includes('\n')
    ) {
      result[result.length - 1] = [last[0], Math.max(last[1], span[1])];
    } else result.push(span);
  }
  return result;
}

/** The spans with another part. Parts that come to touch, or nearly, become one. */
export function addPart(text: string, spans: readonly Span[], part: Span): readonly Span[] {
  return joined(text, [...spans.filter(([start, end]) => start < end), part]);
}

/**
 * The spans without what lies in `gone`; blanks that would then stand at an edge go too.
 * `undefined` where nothing would be left.
 */
export function removeWords(
  text: string,
  spans: readonly Span[],
  gone: Span,
): readonly Span[] | undefined {
  const left = spans.flatMap((span): Span[] => {
    if (!spansOverlap(span, gone)) return [span];
    const pieces: Span[] = [
      [span[0], Math.max(span[0], gone[0])],
      [Math.min(span[1], gone[1]), span[1]],
    ];
    return pieces.map((piece) => trimBlank(text, piece)).filter((piece) => piece !== undefined);
  });
  return left.length === 0 ? undefined : left;
}

/** The spans without one of several; `undefined` where it is the only one. */
export function removePart(spans: readonly Span[], index: number): readonly Span[] | undefined {
  const left = spans.filter((_, at) => at !== index);
  return left.length === 0 || left.length === spans.length ? undefined : left;
}

/** The index of the part at a caret position, its ends included; -1 where there is none. */
export function partAt(spans: readonly Span[], offset: number): number {
  return spans.findIndex(([start, end]) => start <= offset && offset <= end);
}

/**
 * The pieces that cuts make of an annotation, in order: two for one cut inside it, three for the
 * two ends of a selection. A cut between two parts parts them. Blanks beside a cut belong to neither
 * piece. Fewer than two pieces mean that nothing was cut.
 * @param cuts offsets, in any order
 */
export function splitSpans(
  text: string,
  spans: readonly Span[],
  cuts: readonly number[],
): readonly (readonly Span[])[] {
  const edges = [0, ...cuts.toSorted((a, b) => a - b), text.length];
  return edges
    .slice(1)
    .map((to, index) => {
      const from = edges[index] ?? 0;
      return spans.flatMap(([start, end]): readonly Span[] => {
        const piece: Span = [Math.max(start, from), Math.min(end, to)];
        const words = piece[0] < piece[1] ? trimBlank(text, piece) : undefined;
        return words === undefined ? [] : [words];
      });
    })
    .filter((piece) => piece.length > 0);
}

/** The spans of two annotations as one: parts that touch or have only blanks between them are joined. */
export function mergeSpans(text: string, a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return joined(text, [...a, ...b]);
}

/**
 * The spans with the first part reaching back to the start of its sentence and the last one on to
 * the end of its own. Parts that this swallows become one.
 */
export function toSentences(text: string, spans: readonly Span[]): readonly Span[] {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return spans;
  const from = sentenceAt(text, first[0])?.[0] ?? first[0];
  const to = sentenceAt(text, Math.max(last[0], last[1] - 1))?.[1] ?? last[1];
  const start = Math.min(first[0], from);
  const end = Math.max(last[1], to);
  if (spans.length === 1) return [[start, end]];
  return joined(text, [[start, first[1]], ...spans.slice(1, -1), [last[0], end]]);
}
