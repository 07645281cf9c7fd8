import type { Anchor } from '../model/annotation.ts';
import type { Json } from '../model/json.ts';
import type { Span } from '../model/span.ts';
import { err, ok, type Result } from '../result.ts';
import { describeAnchor } from '../text/anchor.ts';
import {
  OFFSET_UNITS,
  type OffsetConverter,
  type OffsetUnit,
  offsetConverter,
} from '../text/offsets.ts';
import { reanchor } from '../text/reanchor.ts';
import { toWellFormed } from '../text/well-formed.ts';
import { type AnnotationLine, annotationLine, firstIssue } from './jsonl-schema.ts';

/** An annotation of a line whose shape is right; its offsets are not yet looked at. */
export interface Draft {
  /** Such as `annotations[3]`. */
  readonly place: string;
  readonly index: number;
  readonly line: AnnotationLine;
  /** In the unit of the file. */
  readonly spans: readonly Span[];
  /** The words of each span, or `undefined` where the file has none. */
  readonly quote: readonly string[] | undefined;
}

function spansOf({ spans, start, end }: AnnotationLine): readonly Span[] | undefined {
  if (spans !== undefined) return spans;
  return start === undefined || end === undefined ? undefined : [[start, end]];
}

/** Checks the shape of one annotation. Refused in words. */
export function readDraft(value: Json, list: string, index: number): Result<Draft, string> {
  const place = `${list}[${index}]`;
  const parsed = annotationLine.safeParse(value);
  if (!parsed.success) return err(firstIssue(parsed.error, ''));
  const spans = spansOf(parsed.data);
  if (spans === undefined) return err('neither spans nor start and end');
  const stated = parsed.data.quote;
  const quotes = typeof stated === 'string' ? [stated] : stated;
  const quote = quotes?.map((words) => toWellFormed(words).text);
  if (quote !== undefined && quote.length !== spans.length) {
    return err(`${quote.length} quotes for ${spans.length} spans`);
  }
  return ok({ place, index, line: parsed.data, spans, quote });
}

/** True when every span of a draft, read in a unit, holds the words that its quote says. */
function agrees(text: string, { spans, quote }: Draft, converter: OffsetConverter): boolean {
  return spans.every((span, index) => {
    const there = converter.spanToUtf16(span);
    return there.ok && text.slice(...there.value) === quote?.[index];
  });
}

/**
 * The unit in which the quotes stand where the offsets say: the stated one, unless its quotes
 * disagree and all of them agree with another.
 */
export function unitByQuotes(
  text: string,
  drafts: readonly Draft[],
  stated: OffsetUnit,
): OffsetUnit {
  const quoted = drafts.filter(({ quote }) => quote !== undefined);
  const fits = (unit: OffsetUnit): boolean => {
    const converter = offsetConverter(text, unit);
    return quoted.every((draft) => agrees(text, draft, converter));
  };
  if (fits(stated)) return stated;
  return OFFSET_UNITS.find((unit) => unit !== stated && fits(unit)) ?? stated;
}

/** A quote whose offsets say nothing: they are put where no text is. */
function nowhere(text: string, quote: readonly string[]): Anchor {
  const spans = quote.map((words): Span => [text.length + 1, text.length + 1 + words.length]);
  return { spans, quote, prefix: '', suffix: '' };
}

function byQuote(text: string, anchor: Anchor): Result<{ anchor: Anchor; moved: boolean }, string> {
  const found = reanchor(text, anchor);
  if (found.ok) return found;
  return err(
    found.error.kind === 'lost'
      ? 'the quote is not in the text'
      : `the quote stands in ${found.error.places} places, and not where the offsets say`,
  );
}

/**
 * The anchor of a draft. Offsets outside the text are refused; where quote and offsets differ the
 * quote decides, if it stands in one place only (`moved`).
 */
export function placeDraft(
  text: string,
  { spans, quote }: Draft,
  converter: OffsetConverter,
): Result<{ anchor: Anchor; moved: boolean }, string> {
  const there: Span[] = [];
  for (const span of spans) {
    const converted = converter.spanToUtf16(span);
    if (converted.ok) {
      there.push(converted.value);
      continue;
    }
    const { kind, offset } = converted.error;
    const isOutside = kind !== 'inside-unit';
    if (isOutside) return err(`offset ${offset} is outside the text (${converter.unit})`);
    if (quote === undefined) return err(`offset ${offset} splits a character (${converter.unit})`);
    return byQuote(text, nowhere(text, quote));
  }
  const anchor = describeAnchor(text, there);
  if (!anchor.ok) return err(`spans: ${anchor.error.kind} at ${anchor.error.index}`);
  if (quote === undefined) return ok({ anchor: anchor.value, moved: false });
  return byQuote(text, { spans: there, quote, prefix: '', suffix: '' });
}
