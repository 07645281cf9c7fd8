import type { Span } from '../model/span.ts';
import { err, ok, type Result } from '../result.ts';
import { graphemeUnits } from './grapheme-units.ts';
import { splitsPair } from './lines.ts';

/**
 * What a file counts when it says where a word stands. `grapheme` counts clusters by a fixed
 * edition of the rules (see `grapheme-units.ts`), so that a file means the same in every version.
 */
export type OffsetUnit = 'codePoint' | 'utf16' | 'utf8' | 'grapheme';

/** All units, in the order in which they are offered. */
export const OFFSET_UNITS: readonly OffsetUnit[] = ['codePoint', 'utf16', 'utf8', 'grapheme'];

/** Why an offset was refused. `offset` is as it was given, in `unit`. */
export interface OffsetProblem {
  readonly kind: 'not-whole' | 'out-of-range' | 'inside-unit';
  readonly unit: OffsetUnit;
  readonly offset: number;
}

/** Translates offsets of one text between UTF-16 code units and one other unit. */
export interface OffsetConverter {
  readonly unit: OffsetUnit;
  /** Length of the text in `unit`. */
  readonly length: () => number;
  /** From UTF-16 code units to `unit`. Refused inside a surrogate pair or a cluster. */
  readonly fromUtf16: (offset: number) => Result<number, OffsetProblem>;
  /** From `unit` to UTF-16 code units. Refused inside a code point's bytes or a pair. */
  readonly toUtf16: (offset: number) => Result<number, OffsetProblem>;
  /** Both ends by {@link OffsetConverter.fromUtf16}. */
  readonly spanFromUtf16: (span: Span) => Result<Span, OffsetProblem>;
  /** Both ends by {@link OffsetConverter.toUtf16}. */
  readonly spanToUtf16: (span: Span) => Result<Span, OffsetProblem>;
}

/** How many code units lie between two checkpoints; clusters have shorter steps of their own. */
const STEP = 1024;

/** A stretch of whole units: `[start, end)` in UTF-16 code units, and how many units it holds. */
interface Chunk {
  readonly end: number;
  readonly units: number;
}

interface Rule {
  /** The chunk that begins at the boundary `start`. */
  chunk(text: string, start: number): Chunk;
  /** Every boundary of a chunk but its start, as pairs of code unit offset and units so far. */
  edges(text: string, start: number, end: number): Edges;
}

interface Edges {
  readonly at: readonly number[];
  readonly units: readonly number[];
}

/** UTF-8 bytes of a code point (RFC 3629 §3). A lone surrogate counts 3, as U+FFFD does. */
function utf8Width(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

function sizeOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1;
}

function codePointRule(width: (codePoint: number) => number): Rule {
  return {
    chunk: (text, start) => {
      const end = Math.min(start + STEP, text.length);
      let at = start;
      let units = 0;
      while (at < end) {
        const codePoint = text.codePointAt(at) ?? 0;
        units += width(codePoint);
        at += sizeOf(codePoint);
      }
      return { end: at, units };
    },
    edges: (text, start, end) => {
      const at: number[] = [];
      const units: number[] = [];
      for (let offset = start, count = 0; offset < end; ) {
        const codePoint = text.codePointAt(offset) ?? 0;
        offset += sizeOf(codePoint);
        count += width(codePoint);
        at.push(offset);
        units.push(count);
      }
      return { at, units };
    },
  };
}

const GRAPHEME_RULE: Rule = {
  chunk: (text, start) => {
    const { end, ends } = graphemeUnits(text, start);
    return { end, units: ends?.length ?? end - start };
  },
  edges: (text, start, end) => {
    const { ends } = graphemeUnits(text, start);
    const at = ends ?? Array.from({ length: end - start }, (_, index) => start + index + 1);
    return { at, units: at.map((_, index) => index + 1) };
  },
};

const RULES: { readonly [U in OffsetUnit]: Rule } = {
  codePoint: codePointRule(() => 1),
  utf16: codePointRule(sizeOf),
  utf8: codePointRule(utf8Width),
  grapheme: GRAPHEME_RULE,
};

/** The first code unit with which a unit stops being the same as UTF-16; absent where that is not one sign. */
const FIRST_OTHER: { readonly [U in OffsetUnit]?: RegExp } = {
  codePoint: /[\ud800-\udfff]/,
  utf16: /[\ud800-\udfff]/,
  utf8: /[\u0080-\uffff]/,
};

/** How many code units at the beginning of a text are a unit each, at least. */
function sameUntil(text: string, unit: OffsetUnit): number {
  const other = FIRST_OTHER[unit];
  if (other === undefined) return 0;
  const at = text.search(other);
  return at === -1 ? text.length : at;
}

/** Checkpoints of a text: chunk `i` begins at code unit `starts[i]` and unit `units[i]`. */
interface Table {
  readonly starts: readonly number[];
  readonly units: readonly number[];
}

function buildTable(text: string, rule: Rule): Table {
  const starts = [0];
  const units = [0];
  for (let at = 0, count = 0; at < text.length; ) {
    const chunk = rule.chunk(text, at);
    at = chunk.end;
    count += chunk.units;
    starts.push(at);
    units.push(count);
  }
  return { starts, units };
}

/** Index of the last value that is not above `wanted`; `values` ascend and begin at or below it. */
function lastNotAbove(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((values[middle] ?? Number.POSITIVE_INFINITY) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** True for a chunk in which every unit is one code unit. */
function isEven({ starts, units }: Table, index: number): boolean {
  const [start, end] = [starts[index] ?? 0, starts[index + 1]];
  return end !== undefined && end - start === (units[index + 1] ?? 0) - (units[index] ?? 0);
}

/** The table of a text, made at the first question, and the last chunk looked into. */
function lazyChunks(text: string, rule: Rule) {
  let table: Table | undefined;
  let cached: { readonly index: number; readonly edges: Edges } | undefined;
  const tableOf = (): Table => {
    table ??= buildTable(text, rule);
    return table;
  };
  const edgesOf = (index: number): Edges => {
    if (cached?.index === index) return cached.edges;
    const { starts } = tableOf();
    const start = starts[index] ?? text.length;
    const edges = rule.edges(text, start, starts[index + 1] ?? text.length);
    cached = { index, edges };
    return edges;
  };
  return { tableOf, edgesOf };
}

function both(
  span: Span,
  convert: (offset: number) => Result<number, OffsetProblem>,
): Result<Span, OffsetProblem> {
  const start = convert(span[0]);
  if (!start.ok) return start;
  const end = span[1] === span[0] ? start : convert(span[1]);
  return end.ok ? ok([start.value, end.value]) : end;
}

/**
 * A converter for one text. The first question costs one pass over the text and 16 bytes for
 * every {@link STEP} code units; every further one a binary search and one chunk.
 * Offsets are never rounded: what falls inside a unit is refused.
 */
export function offsetConverter(text: string, unit: OffsetUnit): OffsetConverter {
  const { tableOf, edgesOf } = lazyChunks(text, RULES[unit]);
  let same: number | undefined;
  /** True up to where every offset is the same in both. */
  const isSame = (offset: number): boolean => {
    same ??= sameUntil(text, unit);
    return offset >= 0 && offset <= same && Number.isInteger(offset);
  };
  const length = (): number => (isSame(text.length) ? text.length : (tableOf().units.at(-1) ?? 0));

  const check = (offset: number, limit: number, of: OffsetUnit): OffsetProblem | undefined => {
    if (!Number.isInteger(offset)) return { kind: 'not-whole', unit: of, offset };
    const outside = offset < 0 || offset > limit;
    return outside ? { kind: 'out-of-range', unit: of, offset } : undefined;
  };

  /** Looks `offset` up in `from` and answers with the value of `to` at the same boundary. */
  const translate = (offset: number, from: keyof Table, of: OffsetUnit) => {
    const table = tableOf();
    const index = lastNotAbove(table[from], offset);
    const [start, units] = [table.starts[index] ?? 0, table.units[index] ?? 0];
    const [given, wished] = from === 'starts' ? [start, units] : [units, start];
    // At a checkpoint, or where each unit is one code unit, nothing has to be looked up.
    if (given === offset || isEven(table, index)) return ok(wished + offset - given);
    const edges = edgesOf(index);
    const keys = from === 'starts' ? edges.at : edges.units;
    const wanted = from === 'starts' ? offset : offset - units;
    const found = lastNotAbove(keys, wanted);
    if (keys[found] !== wanted)
      return err<OffsetProblem>({ kind: 'inside-unit', unit: of, offset });
    return ok(from === 'starts' ? units + (edges.units[found] ?? 0) : (edges.at[found] ?? 0));
  };

  const fromUtf16 = (offset: number): Result<number, OffsetProblem> => {
    if (isSame(offset)) return ok(offset);
    const problem = check(offset, text.length, 'utf16');
    if (problem !== undefined) return err(problem);
    if (splitsPair(text, offset)) return err({ kind: 'inside-unit', unit: 'utf16', offset });
    return unit === 'utf16' ? ok(offset) : translate(offset, 'starts', 'utf16');
  };
  const toUtf16 = (offset: number): Result<number, OffsetProblem> => {
    if (isSame(offset)) return ok(offset);
    if (unit === 'utf16') return fromUtf16(offset);
    const problem = check(offset, length(), unit);
    return problem === undefined ? translate(offset, 'units', unit) : err(problem);
  };
  return {
    unit,
    length: () => (unit === 'utf16' ? text.length : length()),
    fromUtf16,
    toUtf16,
    spanFromUtf16: (span) => both(span, fromUtf16),
    spanToUtf16: (span) => both(span, toUtf16),
  };
}

/** Length of a text in a unit. */
export function textLength(text: string, unit: OffsetUnit): number {
  return offsetConverter(text, unit).length();
}
