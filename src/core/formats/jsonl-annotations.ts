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
import { hostileIn } from './hostile-json.ts';
import { issueInWords } from './issue-words.ts';
import { type AnnotationLine, annotationLine } from './jsonl-schema.ts';

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

/** Levels of a line that stand above what its lists hold. */
export const ELEMENT_DEPTH = 2;

/** Checks the shape of one annotation. Refused in words. */
export function readDraft(value: Json, list: string, index: number): Result<Draft, string> {
  const place = `${list}[${index}]`;
  const hostile = hostileIn(value, '', ELEMENT_DEPTH);
  if (hostile !== undefined) return err(hostile);
  const parsed = annotationLine.safeParse(value);
  if (!parsed.success) return err(issueInWords(parsed.error, value));
  const spans = spansOf(parsed.data);
  if (spans === undefined) return err('it has neither spans nor start and end');
  const stated = parsed.data.quote;
  const quotes = typeof stated === 'string' ? [stated] : stated;
  const quote = quotes?.map((words) => toWellFormed(words).text);
  if (quote !== undefined && quote.length !== spans.length) {
    return err(`it has ${quote.length} quotes for ${spans.length} spans`);
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

/** Where words stand that offsets and quote tell of; `moved` where the two differed. */
export interface Placed {
  readonly anchor: Anchor;
  readonly moved: boolean;
}

/** What a unit counts, as people say it. */
const COUNTED: Readonly<Record<OffsetUnit, string>> = {
  codePoint: 'characters',
  utf16: 'UTF-16 code units',
  utf8: 'bytes of UTF-8',
  grapheme: 'grapheme clusters',
};

function byQuote(text: string, anchor: Anchor): Result<Placed, string> {
  const found = reanchor(text, anchor);
  if (found.ok) return found;
  return err(
    found.error.kind === 'lost'
      ? `its quote is not in the text: “${shortened(anchor.quote.join(' … '))}”`
      : `its quote stands in ${found.error.places} places, and not where the offsets say: “${shortened(anchor.quote.join(' … '))}”`,
  );
}

const LONGEST_QUOTE = 60;

function shortened(words: string): string {
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
}

/** What is wrong with spans before the text is asked, in words. */
function spanProblem(spans: readonly Span[], converter: OffsetConverter): string | undefined {
  let last: Span | undefined;
  for (const span of spans) {
    const [start, end] = span;
    if (end < start) return `it starts at ${start} and ends before that, at ${end}`;
    if (last !== undefined && (start < last[1] || (start === last[0] && end === last[1]))) {
      return `its spans are not in order: one starts at ${start}, the one before it ends at ${last[1]}`;
    }
    last = span;
  }
  const length = converter.length();
  const has = `but the text has ${length} ${COUNTED[converter.unit]}`;
  for (const [start, end] of spans) {
    if (start > length) return `it starts at ${start}, ${has}`;
    if (end > length) return `it ends at ${end}, ${has}`;
  }
  return undefined;
}

/**
 * The place of words that offsets and, where there is one, a quote tell of. Offsets outside the
 * text are refused, in words; where quote and offsets differ the quote decides, if it stands in one
 * place only (`moved`).
 * @param spans in the converter's unit
 */
export function placeSpans(
  text: string,
  { spans, quote }: Pick<Draft, 'spans' | 'quote'>,
  converter: OffsetConverter,
): Result<Placed, string> {
  const problem = spanProblem(spans, converter);
  if (problem !== undefined) return err(problem);
  const there: Span[] = [];
  for (const span of spans) {
    const converted = converter.spanToUtf16(span);
    if (converted.ok) {
      there.push(converted.value);
      continue;
    }
    if (quote !== undefined) return byQuote(text, nowhere(text, quote));
    return err(
      `its offset ${converted.error.offset} splits a character, counted in ${COUNTED[converter.unit]}`,
    );
  }
  const anchor = describeAnchor(text, there);
  if (!anchor.ok) return err(`its span ${anchor.error.index + 1} does not fit in the text`);
  if (quote === undefined) return ok({ anchor: anchor.value, moved: false });
  return byQuote(text, { spans: there, quote, prefix: '', suffix: '' });
}
