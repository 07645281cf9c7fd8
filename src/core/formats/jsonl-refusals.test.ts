import { describe, expect, it } from 'vitest';
import { FIELD_LIMITS } from '../model/field-limits.ts';
import { anAnnotation, anExportArticle } from '../testing/builders.ts';
import { type Line, readLine, readLines, writeLine } from '../testing/native-lines.ts';
import { lossLog } from './loss.ts';

const TEXT = 'Moscow would answer. Brussels waits. Moscow waits.';

/** What is refused of a line with one good annotation and one other, as `place: reason`. */
function refusedBeside(other: Line | string, list = 'annotations'): readonly string[] {
  const good = { id: 'good', label: 'Threat', start: 0, end: 6 };
  const two = { id: 'two', label: 'Threat', start: 21, end: 29 };
  const raw = typeof other === 'string' ? other : JSON.stringify(other);
  const lists: Record<string, string[]> = {
    annotations: [JSON.stringify(good), JSON.stringify(two)],
    relations: ['{"id":"r","type":"targets","from":"good","to":"two"}'],
    comments: ['{"id":"c","text":"Is it?","target":"good"}'],
    gold: [],
    decisions: ['{"by":"Ana"}'],
  };
  lists[list]?.push(raw);
  const fields = Object.entries(lists).map(([key, values]) => `"${key}":[${values.join(',')}]`);
  const read = readLine(
    `{"text":${JSON.stringify(TEXT)},"offsetUnit":"utf16",${fields.join(',')}}`,
  );
  expect(read.annotations.slice(0, 2).map(({ id }) => id)).toEqual(['good', 'two']);
  expect([read.relations[0]?.id, read.comments[0]?.id]).toEqual(['r', 'c']);
  expect(read.decisions).toEqual([{ by: 'Ana' }]);
  return read.refused.map(({ place, reason }) => `${place}: ${reason}`);
}

describe('what does not fit is refused in plain words, and the rest of the line comes in', () => {
  const deep = `${'['.repeat(100)}${']'.repeat(100)}`;
  it.each<[string, string | Line, string]>([
    [
      'a range',
      { label: 'L', start: 0, end: 900 },
      'it ends at 900, but the text has 50 UTF-16 code units',
    ],
    [
      'a start',
      { label: 'L', start: 800, end: 900 },
      'it starts at 800, but the text has 50 UTF-16 code units',
    ],
    [
      'a lost quote',
      { label: 'L', start: 0, end: 6, quote: 'Berlin' },
      'its quote is not in the text: “Berlin”',
    ],
    [
      'a quote in two places',
      { label: 'L', start: 1, end: 6, quote: 'Moscow' },
      'its quote stands in 2 places, and not where the offsets say: “Moscow”',
    ],
    [
      'a number for text',
      { label: 7, start: 0, end: 1 },
      'in label, text was expected, but there is the number 7',
    ],
    [
      'text for a number',
      { label: 'L', start: '0', end: 1 },
      'in start, a number was expected, but there is text (“0”)',
    ],
    [
      'a time in words',
      { label: 'L', start: 0, end: 1, createdAt: 'yesterday' },
      'in createdAt, a time such as 2026-01-31T09:30:00Z was expected',
    ],
    [
      'too many parts',
      { label: 'L', spans: Array.from({ length: FIELD_LIMITS.spans + 1 }, () => [0, 1]) },
      `in spans, a list of at most ${FIELD_LIMITS.spans} was expected, but it has ${FIELD_LIMITS.spans + 1}`,
    ],
    [
      'a fraction',
      { label: 'L', start: 0.5, end: 1 },
      'in start, a whole number was expected, but there is the number 0.5',
    ],
    [
      'a negative',
      { label: 'L', start: -1, end: 1 },
      'in start, 0 or more was expected, but there is the number -1',
    ],
    [
      'a huge number',
      '{"label":"L","start":0,"end":1e300}',
      'in end, a smaller number was expected, but there is the number 1e+300',
    ],
    [
      'a list for a span',
      { label: 'L', spans: [[0]] },
      'in spans[0], a list of at least 2 was expected, but it has 1',
    ],
    [
      'no span',
      { label: 'L', spans: [] },
      'in spans, a list of at least 1 was expected, but it has 0',
    ],
    [
      'an odd quote',
      { label: 'L', start: 0, end: 1, quote: 3 },
      'in quote, text or a list of texts was expected, but there is the number 3',
    ],
    [
      'odd attributes',
      { label: 'L', start: 0, end: 1, attributes: [] },
      'in attributes, an object with fields was expected, but there is a list',
    ],
    ['no label', { start: 0, end: 1 }, 'label is missing'],
    [
      'an empty label',
      { label: ' ', start: 0, end: 1 },
      'in label, text was expected, but it is empty',
    ],
    ['null', 'null', 'an object with fields was expected, but there is null'],
    ['text', '"Moscow"', 'an object with fields was expected, but there is text (“Moscow”)'],
    ['true', 'true', 'an object with fields was expected, but there is true'],
    [
      '__proto__',
      '{"label":"L","start":0,"end":1,"attributes":{"a":[{"__proto__":1}]}}',
      'a field must not be called "__proto__", as one is at attributes.a[0].__proto__',
    ],
    [
      'deep nesting',
      `{"label":"L","start":0,"end":1,"attributes":{"a":${deep}}}`,
      'it is nested deeper than 64 levels',
    ],
  ])('%s', (_name, other, words) => {
    const [first, ...more] = refusedBeside(other);
    expect(more).toEqual([]);
    expect(first).toContain(`annotations[2]: ${words}`);
    expect(first).not.toMatch(/zod|invalid|expected (?:string|number|object)|received|undefined/iu);
  });

  it.each<[string, string | Line, string]>([
    [
      'relations',
      { type: 'targets', from: 'good', to: 'gone' },
      'relations[1]: no annotation “gone” came in with this line',
    ],
    [
      'relations',
      { type: 'targets', from: 'good', to: 'good' },
      'relations[1]: an annotation has no relation to itself',
    ],
    ['relations', { from: 'good', to: 'two' }, 'relations[1]: type is missing'],
    ['relations', '{"__proto__":1}', 'relations[1]: a field must not be called "__proto__"'],
    ['comments', { target: 'good' }, 'comments[1]: text is missing'],
    [
      'comments',
      { id: 'c', text: 'Twice' },
      'comments[1]: another comment of this analyst has the same id',
    ],
    [
      'comments',
      { id: 'd', text: 'No', thread: 'c', target: 'two' },
      'comments[1]: an answer is about what its thread is about',
    ],
    [
      'comments',
      { text: 'x', action: 'shout' },
      'comments[1]: in action, “say” or “resolve” or “reopen” was expected, but there is text (“shout”)',
    ],
    ['gold', { label: 'L', start: 0, end: 900 }, 'gold[0]: it ends at 900'],
    ['decisions', '{"constructor":1}', 'decisions[1]: a field must not be called "constructor"'],
  ])('%s: %j', (list, other, words) => {
    const [first, ...more] = refusedBeside(other, list);
    expect(more).toEqual([]);
    expect(first).toContain(words);
  });

  it('says of a line what is wrong with it, and where', () => {
    const reason = (line: Line): string => {
      const [found] = readLines(JSON.stringify(line));
      return found?.ok === false ? found.error.message : '';
    };
    expect(reason({ text: 12 })).toBe('in text, text was expected, but there is the number 12');
    expect(reason({ title: 'x' })).toBe('text is missing');
    expect(reason({ text: 'a', furniture: [[1]] })).toBe(
      'in furniture[0], a list of at least 2 was expected, but it has 1',
    );
    expect(reason({ text: 'a', offsetUnit: 'bytes' })).toBe(
      'in offsetUnit, “codePoint” or “utf16” or “utf8” or “grapheme” was expected, but there is text (“bytes”)',
    );
    expect(reason({ text: 'a', annotations: {} })).toBe(
      'in annotations, a list was expected, but there is an object with fields',
    );
  });
});

describe('lengths', () => {
  const long = (limit: number): string => 'x'.repeat(limit + 1);
  const given = { label: 'L', start: 0, end: 6 };
  it.each<[string, Line, string, string]>([
    [
      'a label',
      { ...given, label: long(FIELD_LIMITS.name) },
      'annotations',
      'in label, at most 120 characters are allowed, but there are 121',
    ],
    [
      'an analyst',
      { ...given, analyst: long(FIELD_LIMITS.name) },
      'annotations',
      'in analyst, at most 120',
    ],
    [
      'a note',
      { ...given, note: long(FIELD_LIMITS.note) },
      'annotations',
      'in note, at most 100000',
    ],
    [
      'a relation type',
      { type: long(FIELD_LIMITS.relationType), from: 'good', to: 'two' },
      'relations',
      'in type, at most 200',
    ],
    ['a comment', { text: long(FIELD_LIMITS.note) }, 'comments', 'in text, at most 100000'],
    ['an id', { ...given, id: long(FIELD_LIMITS.id) }, 'annotations', 'in id, at most 200'],
  ])('%s may not be too long', (_name, other, list, words) => {
    const [first, ...more] = refusedBeside(other, list);
    expect(more).toEqual([]);
    expect(first).toContain(words);
  });

  it('what is just short enough comes in', () => {
    const full = (limit: number): string => 'x'.repeat(limit);
    expect(
      refusedBeside({
        ...given,
        label: full(FIELD_LIMITS.name),
        note: full(FIELD_LIMITS.note),
        attributes: { [full(FIELD_LIMITS.attributeName)]: full(FIELD_LIMITS.attributeValue - 2) },
      }),
    ).toEqual([]);
  });

  it('an attribute or document label that is too long is left out alone', () => {
    const attributes = {
      [long(FIELD_LIMITS.attributeName)]: 1,
      long: long(FIELD_LIMITS.attributeValue),
      fine: 'yes',
    };
    const read = readLine({
      text: TEXT,
      annotations: [{ ...given, attributes }],
      documentLabels: { Ana: attributes, [long(FIELD_LIMITS.name)]: { a: 1 } },
      document: {
        [long(FIELD_LIMITS.name)]: { note: 'x' },
        Ben: { note: long(FIELD_LIMITS.note) },
      },
    });
    expect(read.annotations[0]?.attributes).toEqual({ fine: 'yes' });
    expect(read.documentLabels).toEqual([{ analystName: 'Ana', labels: { fine: 'yes' } }]);
    expect(read.documents).toEqual([]);
    expect(read.refused).toHaveLength(7);
    expect(read.refused.map(({ place, reason }) => `${place}: ${reason}`)).toContain(
      'annotations[0], attribute “long”: its value has 100003 characters; at most 100000 are allowed',
    );
  });

  it('a blank analyst is none: the annotation is of whoever imports', () => {
    const read = readLine({ text: TEXT, annotations: [{ ...given, analyst: ' ' }] });
    expect(read.annotations[0]?.analystName).toBe('Ana');
  });
});

describe('names that no object may have', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('%s is neither read nor written', (name) => {
    const bad = JSON.parse(`{"${name}":1,"fine":2,"deep":{"${name}":3,"fine":4}}`) as Line;
    const read = readLine(
      `{"text":"${TEXT}","annotations":[{"label":"L","start":0,"end":6,"attributes":{"${name}":1}}],"documentLabels":{"Ana":{"${name}":1,"fine":2}}}`,
    );
    expect(read.annotations).toEqual([]);
    expect(read.documentLabels).toEqual([{ analystName: 'Ana', labels: { fine: 2 } }]);
    expect(read.refused.map(({ what }) => what)).toEqual(['annotation', 'document']);

    const losses = lossLog();
    const content = writeLine(
      anExportArticle(TEXT, {
        annotations: [
          anAnnotation(TEXT, [[0, 6]], { id: 'a', attributes: bad as never, origin: bad as never }),
        ],
        documentLabels: [{ analyst: 'Ana', labels: bad as never }],
        decisions: [bad as never],
      }),
      'utf16',
      losses,
    );
    expect(content).not.toContain(name);
    expect(losses.losses()).toMatchObject([
      { what: 'fields with a name that no file may have', count: 8 },
    ]);
    const again = readLine(content);
    expect([again.refused, again.warnings]).toEqual([[], []]);
    expect(again.annotations[0]?.attributes).toEqual({ fine: 2, deep: { fine: 4 } });
  });

  it('a person may be called so, for names of people are no fields', () => {
    const line = `{"text":"${TEXT}","documentLabels":{"constructor":{"a":1},"__proto__":{"b":2}},"document":{"__proto__":{"note":"n"}}}`;
    const read = readLine(line);
    expect(read.refused).toEqual([]);
    expect(read.documentLabels).toEqual([
      { analystName: 'constructor', labels: { a: 1 } },
      { analystName: '__proto__', labels: { b: 2 } },
    ]);
    expect(read.documents).toEqual([{ analystName: '__proto__', note: 'n' }]);
    expect(({} as { b?: number }).b).toBeUndefined();
  });
});
