import { seeded } from '../../src/core/testing/seeded.ts';
/** One span to mark, `[start, end)` in UTF-16 code units of the text. */
export interface WorkSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Index of its label, 0–2. */
  readonly label: number;
}

/** What every technique shows: the same text and the same spans for the same cell. */
export interface Work {
  readonly cell: Cell;
  readonly text: string;
  /** Paragraphs, each with the line break that ends it. */
  readonly paragraphs: readonly (readonly [number, number])[];
  /** In order of start. */
  readonly spans: readonly WorkSpan[];
  /** Spans that no other touches, for libraries that cannot show overlaps. */
  readonly apart: readonly WorkSpan[];
  /** Added and taken away again while measuring; on the first screen, beside all others. */
  readonly extra: readonly WorkSpan[];
  /** Share of the spans that overlap another, and share of those that are nested; 0–1. */
  readonly overlapping: number;
  readonly nested: number;
}

const CELLS = {
  S50: { characters: 20_000, spans: 50, oneParagraph: false },
  S1k: { characters: 20_000, spans: 1000, oneParagraph: false },
  M1k: { characters: 200_000, spans: 1000, oneParagraph: false },
  M10k: { characters: 200_000, spans: 10_000, oneParagraph: false },
  L1k: { characters: 2_000_000, spans: 1000, oneParagraph: false },
  L10k: { characters: 2_000_000, spans: 10_000, oneParagraph: false },
  ONE: { characters: 200_000, spans: 1000, oneParagraph: true },
} as const;

/** A size of text and a number of spans. */
export type Cell = keyof typeof CELLS;

/** All cells, small to large. */
export const CELL_NAMES = Object.keys(CELLS) as Cell[];

/** Stands once in every text, far down: what a search on the page has to find. */
export const NEEDLE = 'Xanthorrhoea';

const SEED = 42;
const SPARE_WORDS = 12;

const WORDS = (
  'the of and to in a said that for on with as by government minister sanctions council ' +
  'president would will against officials states energy measures according statement yesterday ' +
  'parliament foreign spokesperson companies agreement pressure additional committee ministry ' +
  'warned threatened proposed exports imports banking military assistance negotiations European ' +
  'embassy representatives territory response economic international conference secretary ' +
  'demanded withdrawal assets restrictions further after before its their it was has been not'
).split(' ');

interface Word {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
}

function writeParagraph(random: () => number, length: number): string {
  const words: string[] = [];
  let written = 0;
  let left = 0;
  while (written < length) {
    const word = WORDS[Math.floor(random() * WORDS.length)] ?? 'the';
    if (left === 0) left = 9 + Math.floor(random() * 22);
    left -= 1;
    const end =
      left === 0 || written + word.length + 1 >= length ? '.' : random() < 0.07 ? ',' : '';
    words.push(word + end);
    written += word.length + end.length + 1;
    if (end === '.') left = 0;
  }
  return words.join(' ');
}

function writeText(random: () => number, cell: Cell): string {
  const { characters, oneParagraph } = CELLS[cell];
  const paragraphs: string[] = [];
  for (let written = 0; written < characters; ) {
    // Between 150 and 1,150 characters, 650 on average.
    const length = oneParagraph ? characters : 150 + Math.floor(random() * 1000);
    const text = writeParagraph(random, Math.min(length, characters - written));
    const isThere = written < characters * 0.8 && written + text.length >= characters * 0.8;
    const split = text.indexOf(' ', Math.floor(text.length * 0.8));
    const isWanted = isThere && split !== -1;
    paragraphs.push(isWanted ? `${text.slice(0, split)} ${NEEDLE}${text.slice(split)}` : text);
    written += text.length + 1;
  }
  return paragraphs.join('\n');
}

function paragraphsOf(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline + 1;
    found.push([start, end]);
    start = end;
  }
  return found;
}

function wordsOf(text: string, paragraphs: readonly (readonly [number, number])[]): Word[] {
  return paragraphs.flatMap(([from, to], paragraph) =>
    [...text.slice(from, to).matchAll(/[A-Za-z]+/g)].map(({ index, 0: word }) => ({
      start: from + index,
      end: from + index + word.length,
      paragraph,
    })),
  );
}

/** Words `[from, to)` by index. */
type Stretch = readonly [from: number, to: number];

/** `count` stretches of 1–4 words that do not touch one another, spread evenly at random. */
function spread(random: () => number, words: readonly Word[], count: number): Stretch[] {
  const lengths = Array.from({ length: count }, () => 1 + Math.floor(random() * 4));
  const free = words.length - SPARE_WORDS - lengths.reduce((sum, length) => sum + length, 0);
  const gaps = Array.from({ length: count }, () => Math.floor(random() * (free + 1)));
  gaps.sort((a, b) => a - b);
  let used = SPARE_WORDS;
  return lengths.map((length, index): Stretch => {
    const from = used + (gaps[index] ?? 0);
    used += length;
    let to = from + 1;
    while (to < from + length && words[to]?.paragraph === words[from]?.paragraph) to += 1;
    return [from, to];
  });
}

/** A stretch inside another, or one that crosses its end; never the same. */
function overOf(random: () => number, words: readonly Word[], [from, to]: Stretch): Stretch {
  const isNested = random() < 0.46;
  if (isNested && to - from > 1) return random() < 0.5 ? [from, to - 1] : [from + 1, to];
  const start = to - 1;
  const isOneParagraph = words[to]?.paragraph === words[start]?.paragraph;
  if (isOneParagraph) return [to - from > 1 ? start : from, to + 1];
  return from > SPARE_WORDS && words[from - 1]?.paragraph === words[from]?.paragraph
    ? [from - 1, to]
    : [from, to];
}

function overlapOf(spans: readonly WorkSpan[]): Pick<Work, 'overlapping' | 'nested' | 'apart'> {
  const over = new Set<WorkSpan>();
  const nested = new Set<WorkSpan>();
  for (const [index, one] of spans.entries()) {
    for (let next = index + 1; next < spans.length; next += 1) {
      const other = spans[next];
      if (other === undefined || other.start >= one.end) break;
      const both = [one, other];
      for (const each of both) over.add(each);
      if (other.end > one.end && other.start !== one.start) continue;
      for (const each of both) nested.add(each);
    }
  }
  let end = 0;
  const apart = spans.filter((span) => {
    const isFree = span.start >= end;
    if (isFree) end = span.end;
    return isFree;
  });
  return { apart, overlapping: over.size / spans.length, nested: nested.size / over.size };
}

/**
 * Makes the work of a cell: news-like text in paragraphs of 650 characters on average, three labels,
 * spans of 1–4 words of which about a third overlap another. The same for the same cell, always.
 */
export function makeWork(cell: Cell): Work {
  const random = seeded(SEED);
  const text = writeText(random, cell);
  const paragraphs = paragraphsOf(text);
  const words = wordsOf(text, paragraphs);
  const count = CELLS[cell].spans;
  const base = spread(random, words, Math.round(count * 0.86));
  const over = Array.from({ length: count - base.length }, (_, index) => {
    const at = Math.floor((index / (count - base.length)) * base.length);
    return overOf(random, words, base[at] ?? [SPARE_WORDS, SPARE_WORDS + 1]);
  });
  const spanOf = (id: string, [from, to]: Stretch): WorkSpan => ({
    id,
    start: words[from]?.start ?? 0,
    end: words[to - 1]?.end ?? 0,
    label: Math.floor(random() * 3),
  });
  const spans = [...base, ...over]
    .map((stretch, index) => spanOf(`s${String(index)}`, stretch))
    .toSorted((a, b) => (a.start === b.start ? b.end - a.end : a.start - b.start));
  const extra = Array.from({ length: 5 }, (_, index) =>
    spanOf(`x${String(index)}`, [index * 2, index * 2 + 1]),
  );
  return { cell, text, paragraphs, spans, extra, ...overlapOf(spans) };
}
