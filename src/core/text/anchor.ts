import { type Anchor, CONTEXT_LENGTH } from '../model/annotation.ts';
import { isSpanWithin, type Span } from '../model/span.ts';
import { err, ok, type Result } from '../result.ts';
import { splitsPair } from './lines.ts';

/** Why spans cannot stand in a text. `index` counts the spans from 0. */
export interface SpanProblem {
  readonly kind: 'no-span' | 'out-of-range' | 'splits-pair' | 'not-ascending';
  readonly index: number;
}

/** Where an anchor and the text differ. */
export type AnchorMismatch =
  | { readonly kind: 'spans'; readonly problem: SpanProblem }
  | {
      readonly kind: 'quote';
      readonly index: number;
      readonly expected: string;
      readonly found: string;
    }
  | {
      readonly kind: 'context';
      readonly side: 'prefix' | 'suffix';
      readonly expected: string;
      readonly found: string;
    };

/** The words before `start`, at most {@link CONTEXT_LENGTH} code units, no half pair. */
function prefixOf(text: string, start: number): string {
  const from = Math.max(0, start - CONTEXT_LENGTH);
  return text.slice(splitsPair(text, from) ? from + 1 : from, start);
}

function suffixOf(text: string, end: number): string {
  const to = Math.min(text.length, end + CONTEXT_LENGTH);
  return text.slice(end, splitsPair(text, to) ? to - 1 : to);
}

function problemAt(text: string, spans: readonly Span[], index: number): SpanProblem | undefined {
  const span = spans[index];
  if (span === undefined || !isSpanWithin(span, text.length))
    return { kind: 'out-of-range', index };
  if (splitsPair(text, span[0]) || splitsPair(text, span[1])) return { kind: 'splits-pair', index };
  const before = spans[index - 1];
  if (before === undefined) return undefined;
  const isSame = before[0] === span[0] && before[1] === span[1];
  return span[0] < before[1] || isSame ? { kind: 'not-ascending', index } : undefined;
}

/** What is wrong with spans in this text, if anything. Touching spans are allowed. */
export function findSpanProblem(text: string, spans: readonly Span[]): SpanProblem | undefined {
  if (spans.length === 0) return { kind: 'no-span', index: 0 };
  for (const index of spans.keys()) {
    const problem = problemAt(text, spans, index);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/**
 * The anchor of spans in a text: their quotes and the context around them.
 * @param spans ascending, not overlapping, `[start, end)` in UTF-16 code units
 * @returns refused where a span leaves the text, splits a surrogate pair, or is out of order
 */
export function describeAnchor(text: string, spans: readonly Span[]): Result<Anchor, SpanProblem> {
  const problem = findSpanProblem(text, spans);
  if (problem !== undefined) return err(problem);
  return ok({
    spans: spans.map(([start, end]): Span => [start, end]),
    quote: spans.map(([start, end]) => text.slice(start, end)),
    prefix: prefixOf(text, spans[0]?.[0] ?? 0),
    suffix: suffixOf(text, spans.at(-1)?.[1] ?? 0),
  });
}

/** Compares an anchor with the text word by word; the first difference, or `'ok'`. */
export function checkAnchor(text: string, anchor: Anchor): 'ok' | AnchorMismatch {
  const now = describeAnchor(text, anchor.spans);
  if (!now.ok) return { kind: 'spans', problem: now.error };
  const { quote, prefix, suffix } = now.value;
  const count = Math.max(quote.length, anchor.quote.length);
  for (let index = 0; index < count; index += 1) {
    const [expected, found] = [anchor.quote[index] ?? '', quote[index] ?? ''];
    const isMissing = index >= quote.length || index >= anchor.quote.length;
    if (isMissing || expected !== found) return { kind: 'quote', index, expected, found };
  }
  if (prefix !== anchor.prefix) {
    return { kind: 'context', side: 'prefix', expected: anchor.prefix, found: prefix };
  }
  if (suffix !== anchor.suffix) {
    return { kind: 'context', side: 'suffix', expected: anchor.suffix, found: suffix };
  }
  return 'ok';
}
