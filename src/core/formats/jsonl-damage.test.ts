import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuotedSpans } from '../log/attribute-value.ts';
import { anAnnotation, anArticle, anExportArticle, aRelation } from '../testing/builders.ts';
import { readLines, writeLine } from '../testing/native-lines.ts';
import type { ReadArticle } from './format.ts';

const TEXTS = [
  'Moscow would answer. Brussels waits.',
  'Geneva \u{1f4a9} hosts “talks”, e\u0301 said.\nKyiv asks first.',
  'Kyiv asks first. Kyiv asks again.',
];

function lineOf(text: string, index: number): string {
  const ends = [...text.matchAll(/\. ?|\n/gu)].map((match) => match.index);
  const one = anAnnotation(text, [[0, 6]], {
    id: `one-${index}`,
    attributes: {
      target: { quote: [text.slice(0, 4)], spans: [[0, 4]] },
      deep: { a: [1, { b: 2 }] },
    },
  });
  const two = anAnnotation(text, [[0, ends[0] ?? 6]], { id: `two-${index}`, note: 'a note' });
  return writeLine(
    anExportArticle(text, {
      article: anArticle(text, {
        id: `art-${index}`,
        furniture: [{ start: 0, end: 3, kind: 'caption' }],
      }),
      annotations: [one, two],
      relations: [aRelation(one, two)],
      documentLabels: [{ analyst: 'Ana', labels: { stance: 'firm' } }],
      documents: [{ analyst: 'Ana', note: 'n', state: 'submitted', seen: 4 }],
    }),
    'codePoint',
  ).trimEnd();
}

const LINES = TEXTS.map(lineOf);

type Damage = (line: string) => string;

/** Every value of a JSON text, replaced one at a time by `become`. */
function replaceNth(line: string, nth: number, become: (value: unknown) => unknown): string {
  let count = -1;
  const walk = (value: unknown): unknown => {
    count += 1;
    if (count === nth) return become(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, walk(child)]));
  };
  return JSON.stringify(walk(JSON.parse(line)));
}

function keysOf(line: string): readonly string[] {
  return [...new Set([...line.matchAll(/"([A-Za-z0-9]+)":/gu)].map((match) => match[1] ?? ''))];
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

function shuffledKeys(value: unknown, turn: number): unknown {
  if (Array.isArray(value)) return value.map((one) => shuffledKeys(one, turn));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, shuffledKeys(child, turn)]);
  const at = entries.length === 0 ? 0 : turn % entries.length;
  return Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)]) as unknown;
}

const ODD_VALUES: readonly unknown[] = [
  1e300,
  -1,
  0.5,
  2 ** 53,
  null,
  '',
  '\ud800',
  [],
  {},
  [[0, 1e9]],
  '__proto__',
  true,
  nested(99),
];

const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.nat().map(
    (at): Damage =>
      (line) =>
        line.slice(0, at % line.length),
  ),
  fc.nat().map(
    (at): Damage =>
      (line) =>
        line.slice(at % line.length),
  ),
  fc.tuple(fc.nat(), fc.nat(255)).map(
    ([at, bit]): Damage =>
      (line) => {
        const bytes = new TextEncoder().encode(line);
        const place = at % bytes.length;
        // A new line would make two lines of one, and that is another kind of damage.
        bytes[place] =
          ((bytes[place] ?? 0) ^ (bit + 1)) === 10 ? 32 : (bytes[place] ?? 0) ^ (bit + 1);
        return new TextDecoder().decode(bytes);
      },
  ),
  fc.nat().map(
    (turn): Damage =>
      (line) =>
        JSON.stringify(shuffledKeys(JSON.parse(line), turn)),
  ),
  fc.tuple(fc.nat(), fc.constantFrom(...ODD_VALUES)).map(
    ([at, odd]): Damage =>
      (line) =>
        replaceNth(line, at % 90, () => odd),
  ),
  fc.tuple(fc.nat(), fc.constantFrom('__proto__', 'constructor', 'prototype', '')).map(
    ([at, name]): Damage =>
      (line) => {
        const keys = keysOf(line);
        return line.replace(`"${keys[at % keys.length] ?? ''}":`, `"${name}":`);
      },
  ),
  fc.nat(9).map(
    (by): Damage =>
      (line) =>
        line.replaceAll(
          /\[(\d+),(\d+)\]/gu,
          (_all, a: string, b: string) => `[${Number(a) + by},${Number(b) + by}]`,
        ),
  ),
);

/** Every quote is the words at its place, and every offset is inside the text. */
function expectTrue({ text, annotations, gold, article, documents }: ReadArticle): void {
  for (const { anchor, attributes } of [...annotations, ...gold]) {
    const pointed = Object.values(attributes).filter(isQuotedSpans);
    for (const { spans, quote } of [anchor, ...pointed]) {
      expect(spans.map(([start, end]) => text.slice(start, end))).toEqual(quote);
      expect(spans.every(([start, end]) => start >= 0 && end <= text.length)).toBe(true);
    }
  }
  for (const { start, end } of article.furniture) {
    expect(start >= 0 && start < end && end <= text.length).toBe(true);
  }
  for (const { seen = 0 } of documents) expect(seen >= 0 && seen <= text.length).toBe(true);
}

function written(quote: unknown): string {
  return quote === undefined ? '' : JSON.stringify(quote);
}

/** Halves of surrogate pairs as JSON writes them; the reader puts U+FFFD there. */
const LONE = /\\ud[89a-f][0-9a-f]{2}/gu;

/** What a line says its annotations quote, in code points that can be written; none where it is no JSON. */
function statedQuotes(line: string): readonly string[] {
  try {
    const { annotations } = JSON.parse(line) as { annotations: { quote?: unknown }[] };
    return annotations.map(({ quote }) => written(quote).replaceAll(LONE, '\ufffd'));
  } catch {
    return [];
  }
}

/** Nothing came in under a quote that its line does not have. */
function expectQuoted({ annotations }: ReadArticle, line: string): void {
  const stated = statedQuotes(line);
  if (stated.length === 0) return;
  for (const { anchor } of annotations) {
    const [only] = anchor.quote;
    // A quote that is missing in the line is made from its offsets.
    const forms = [anchor.quote, anchor.quote.length === 1 ? only : undefined, undefined];
    expect(forms.some((one) => stated.includes(written(one)))).toBe(true);
  }
}

type Results = ReturnType<typeof readLines>;

/** What was read, as text to compare; the number of the line apart. */
function contentOf(result: Results[number] | undefined): string {
  return result?.ok === true ? JSON.stringify({ ...result.value, line: 0 }) : 'nothing';
}

/** A line after several damages; one that needs JSON does nothing where none is left. */
function spoil(line: string, damages: readonly Damage[]): string {
  return damages.reduce((spoilt, one) => {
    try {
      return one(spoilt);
    } catch {
      return spoilt;
    }
  }, line);
}

describe('a damaged file', () => {
  const intact = readLines(LINES.join('\n'));

  it('is read undamaged to begin with', () => {
    expect(intact.map((one) => one.ok && one.value.refused)).toEqual([[], [], []]);
    expect(intact.map((one) => one.ok && one.value.annotations.length)).toEqual([2, 2, 2]);
  });

  it('never throws, loses no other line, and lets in no quote that is not in its text', () => {
    const which = fc.nat(LINES.length - 1);
    const damages = fc.array(damage, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(which, damages, fc.integer({ min: 1, max: 2 }), (spoilt, by, times) => {
        const once = LINES.map((line, index) => (index === spoilt ? spoil(line, by) : line));
        const lines = times === 1 ? once : [...once, ...once];
        const results = readLines(lines.join('\n'));
        for (const result of results) {
          if (!result.ok) continue;
          expectTrue(result.value);
          expectQuoted(result.value, lines[result.value.line - 1] ?? '');
        }
        const read = results.map(contentOf);
        for (const [index, before] of intact.entries()) {
          if (index === spoilt) continue;
          const same = read.filter((one) => one === contentOf(before));
          expect(same.length).toBeGreaterThanOrEqual(times);
        }
      }),
      { numRuns: 600 },
    );
  });
});
