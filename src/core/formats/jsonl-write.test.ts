import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analystId } from '../model/analyst.ts';
import type { Span } from '../model/span.ts';
import {
  anAnnotation,
  anArticle,
  anExportArticle,
  aRelation,
  exportAgain,
} from '../testing/builders.ts';
import { nastyCases } from '../testing/nasty-cases.ts';
import { markedText } from '../testing/nasty-text.ts';
import { type Line, quotesOf, readLine, readLines, writeLine } from '../testing/native-lines.ts';
import { OFFSET_UNITS } from '../text/offsets.ts';
import { toWellFormed } from '../text/well-formed.ts';
import { lossLog } from './loss.ts';

const TEXT = 'Navigation\nBlinken said “no” \u{1f4a9} to Lavrov.';
const [first, second] = [
  anAnnotation(TEXT, [[11, 18]], {
    id: 'a1',
    attributes: { z: 1, a: { y: [1], b: null } },
    note: 'n',
  }),
  anAnnotation(
    TEXT,
    [
      [24, 28],
      [35, 41],
    ],
    { id: 'a2', label: 'threat', confidence: 'low', origin: { kind: 'bulk', from: 'x' } },
  ),
];
const rich = anExportArticle(TEXT, {
  article: anArticle(TEXT, {
    furniture: [{ start: 0, end: 10, kind: 'navigation' }],
    source: { file: 'a.html', outlet: 'kept apart', warnings: ['one'] },
  }),
  annotations: [second, first],
  relations: [aRelation(first, second, { id: 'r1' })],
  documentLabels: [
    { analyst: 'Ben', labels: { stance: 'firm' } },
    { analyst: analystId('Ana'), labels: { stance: 'soft', topics: ['x'] } },
    { analyst: 'Cy', labels: {} },
  ],
  gold: [anAnnotation(TEXT, [[11, 18]], { id: 'g1', analyst: 'gold' })],
  decisions: [{ item: 1, by: 'Ben' }],
  analystName: (id) => (id === analystId('Ana') ? 'Ana' : id),
  labelName: (id) => (id === 'threat' ? 'Threat' : id),
});

describe('a native line', () => {
  it('has the keys of the design, in its order, on one line', () => {
    const content = writeLine(rich);
    expect(content.endsWith('}\n')).toBe(true);
    expect(content.indexOf('\n')).toBe(content.length - 1);
    const line = JSON.parse(content) as Line & { annotations: Line[]; relations: Line[] };
    expect(Object.keys(line).join(' ')).toBe(
      'format version id title text sha256 offsetUnit source furniture annotations relations documentLabels gold decisions',
    );
    expect(Object.keys(line.annotations[0] ?? {}).join(' ')).toBe(
      'id label spans quote analyst attributes note origin codebookVersion createdAt updatedAt',
    );
    expect(Object.keys(line.relations[0] ?? {}).join(' ')).toBe('id type from to analyst');
    expect(line).toMatchObject({
      offsetUnit: 'codePoint',
      furniture: [[0, 10]],
      source: { furnitureKinds: ['navigation'], record: { outlet: 'kept apart' } },
      annotations: [
        { id: 'a1', label: 'claim', analyst: 'Ana', spans: [[11, 18]], quote: ['Blinken'] },
        {
          id: 'a2',
          label: 'Threat',
          spans: [
            [24, 28],
            [34, 40],
          ],
          quote: ['“no”', 'Lavrov'],
        },
      ],
      documentLabels: { Ana: { stance: 'soft' }, Ben: { stance: 'firm' } },
    });
  });

  it('restores everything: written, read and written again, the bytes are the same', () => {
    for (const unit of OFFSET_UNITS) {
      const content = writeLine(rich, unit);
      expect(content).toContain('"confidence":"low"');
      const article = readLine(content);
      expect([article.refused, article.warnings, article.unknown]).toEqual([[], [], []]);
      expect(article.article).toEqual(rich.article);
      expect(article.annotations.map((one) => one.anchor)).toEqual([first.anchor, second.anchor]);
      expect(writeLine(exportAgain(article), unit)).toBe(content);
    }
  });

  it('does so for any text, any spans and any unit', () => {
    const units = fc.constantFrom(...OFFSET_UNITS);
    const plainValue = fc
      .jsonValue({ maxDepth: 9 })
      .filter((value) => !/"(?:__proto__|constructor)":/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(markedText(5), units, plainValue, ({ text, marks }, unit, value) => {
        const annotations = marks.map((spans, index) =>
          anAnnotation(text, spans, {
            id: `a${index}`,
            analyst: `n${index % 2}`,
            note: text.slice(0, 9),
            attributes: { value: JSON.parse(JSON.stringify(value)) as string },
          }),
        );
        const losses = lossLog();
        const content = writeLine(anExportArticle(text, { annotations }), unit, losses);
        const [found] = readLines(content);
        if (found?.ok !== true) throw new Error('not read');
        expect([found.value.refused, found.value.warnings]).toEqual([[], []]);
        const lost = losses.losses().reduce((sum, { count }) => sum + count, 0);
        expect(found.value.annotations.length + lost).toBe(marks.length);
        expect(unit === 'grapheme' || lost === 0).toBe(true);
        expect(writeLine(exportAgain(found.value), unit)).toBe(content);
      }),
    );
  });

  it('leaves out what the unit cannot express, and counts it with its relations', () => {
    const text = 'e\u0301a';
    const inside = anAnnotation(text, [[1, 2]], { id: 'in' });
    const whole = anAnnotation(text, [[0, 2]], { id: 'out' });
    const losses = lossLog();
    const content = writeLine(
      anExportArticle(text, {
        article: anArticle(text, { furniture: [{ start: 1, end: 3, kind: 'other' }] }),
        annotations: [inside, whole],
        relations: [aRelation(inside, whole)],
      }),
      'grapheme',
      losses,
    );
    expect(readLine(content).annotations.map(({ id }) => id)).toEqual(['out']);
    expect(losses.losses()).toEqual([
      { what: 'furniture that splits a grapheme', count: 1, examples: [expect.any(String)] },
      { what: 'annotations that split a grapheme', count: 1, examples: ['in: \u0301'] },
      {
        what: 'relations to an annotation that is not in the file',
        count: 1,
        examples: ['r-in-out'],
      },
    ]);
    expect(losses.records()).toBe(1);
  });

  it('never writes words that are not there', () => {
    const bad = { ...first, id: 'bad', anchor: { ...first.anchor, quote: ['Putin'] } };
    const moved = {
      ...first,
      id: 'moved',
      anchor: { ...first.anchor, spans: [[0, 7]] as Span[] },
    };
    const losses = lossLog();
    const content = writeLine(
      anExportArticle(TEXT, { annotations: [bad, moved] as never }),
      'utf16',
      losses,
    );
    expect(quotesOf(readLine(content))).toEqual([['Blinken']]);
    expect(losses.losses().map(({ what, count }) => [what, count])).toEqual([
      ['annotations whose words are not in the text', 1],
      ['positions corrected by their quote', 1],
    ]);
  });
});

describe('the shared cases', () => {
  const cases = nastyCases();

  it.skipIf(cases.length === 0)('come back with the words and the numbers of other tools', () => {
    for (const { text: raw, spans } of cases) {
      const { text } = toWellFormed(raw);
      for (const unit of OFFSET_UNITS) {
        const annotations = spans.map((span, index) =>
          anAnnotation(text, [span.utf16], { id: `a${index}`, label: span.label }),
        );
        const content = writeLine(anExportArticle(text, { annotations }), unit);
        const line = JSON.parse(content) as { annotations: { id: string; spans: Span[] }[] };
        const written = new Map(line.annotations.map((one) => [one.id, one.spans[0]]));
        const back = new Map(readLine(content).annotations.map((one) => [one.id, one]));
        const expected = spans.map((span, index) => [
          `a${index}`,
          span[unit] ?? written.get(`a${index}`),
          span.quote,
          span.label,
          [span.utf16],
        ]);
        const found = spans.map((_, index) => {
          const one = back.get(`a${index}`);
          return [
            one?.id,
            written.get(`a${index}`),
            one?.anchor.quote[0],
            one?.labelName,
            one?.anchor.spans,
          ];
        });
        expect(found).toEqual(expected);
      }
    }
  });
});
