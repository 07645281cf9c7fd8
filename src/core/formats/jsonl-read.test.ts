import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../model/span.ts';
import { SOME_TIME, sha256 } from '../testing/builders.ts';
import { readDataset } from '../testing/datasets.ts';
import { type Line, quotesOf, readLine, readLines } from '../testing/native-lines.ts';
import { OFFSET_UNITS, type OffsetUnit, offsetConverter } from '../text/offsets.ts';
import { fileLines } from './file-lines.ts';
import type { ReadOptions } from './format.ts';
import { jsonl } from './jsonl.ts';

const TEXT = 'Navigation\nBlinken said “no” \u{1f4a9} to Lavrov.';

function columnOf(content: string): number | undefined {
  const [found] = readLines(content);
  return found?.ok === false ? found.error.column : undefined;
}

describe('a line written by hand', () => {
  const line = { text: TEXT, annotations: [{ label: 'Claim', start: 11, end: 18 }] };

  it('needs no more than text, labels and offsets', () => {
    const article = readLine(line);
    expect(article.article).toMatchObject({
      id: `article-${sha256(TEXT).slice(0, 24)}`,
      title: 'Navigation',
      characters: TEXT.length,
      addedAt: SOME_TIME,
    });
    expect(article.annotations).toMatchObject([
      { labelName: 'Claim', analystName: 'Ana', createdAt: SOME_TIME, origin: { kind: 'import' } },
    ]);
    expect(quotesOf(article)).toEqual([['Blinken']]);
    expect(article.warnings.map(({ kind }) => kind)).toEqual(['unit-assumed']);
  });

  it('gives the same ids each time, and others for another analyst', () => {
    const id = (over: Partial<ReadOptions>) => readLine(line, over).annotations[0]?.id;
    expect(id({})).toBe(id({ at: '2030-01-01T00:00:00.000Z' }));
    expect(id({})).not.toBe(id({ analyst: 'Ben' }));
  });

  it('may hold labels for the whole article, a source and furniture', () => {
    const article = readLine({
      ...line,
      text: `\n\n  ${'long '.repeat(40)}\u{1f4a9}`,
      annotations: [],
      documentLabels: { stance: 'firm' },
      source: { url: 'https://example.org', record: { file: 'x' } },
      furniture: [
        [4, 9],
        [0, 2],
        [1, 5],
        [3, 3],
        [0, 999],
      ],
    });
    expect(article.documentLabels).toEqual([{ analystName: 'Ana', labels: { stance: 'firm' } }]);
    expect(article.article.source).toEqual({ url: 'https://example.org', file: 'x' });
    expect(article.article.furniture).toEqual([
      { start: 0, end: 2, kind: 'other' },
      { start: 4, end: 9, kind: 'other' },
    ]);
    expect(article.article.title).toHaveLength(120);
    const dropped = article.warnings.filter(({ kind }) => kind === 'furniture-dropped');
    expect(dropped).toHaveLength(3);
    expect(dropped[0]?.message).toMatch(/^furniture\[\d\] \(-?\d+ to \d+\) .*it was left out/);
    expect(readLine({ text: '' }).article.title).toBe('');
    expect(readLine({ text: `${'x'.repeat(119)}\u{1f4a9}` }).article.title).toHaveLength(119);
  });

  it('may have any ids: those that no file or record can have are replaced, the same each time', () => {
    const make = () =>
      readLine({
        id: '../../etc/passwd',
        text: 'one two',
        annotations: [
          { id: 'T 1', label: 'L', start: 0, end: 3 },
          { id: 'con.1', label: 'L', start: 4, end: 7 },
          { id: 'T2', label: 'L', start: 4, end: 7 },
        ],
        relations: [{ id: 'R/1', type: 't', from: 'T 1', to: 'T2' }],
      });
    const article = make();
    expect(article.article.id).toMatch(/^article-[0-9a-f]{24}$/);
    expect(article.annotations.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^a-[0-9a-f]{24}$/),
      expect.stringMatching(/^a-[0-9a-f]{24}$/),
      'T2',
    ]);
    expect(article.relations).toMatchObject([{ from: article.annotations[0]?.id, to: 'T2' }]);
    expect(article.warnings.filter(({ kind }) => kind === 'id-replaced')).toHaveLength(4);
    expect(make()).toEqual(article);
  });

  it('gives its relations to the analyst whose annotations they join', () => {
    const make = (relations: Line[], annotations: Line[]) =>
      readLine({
        text: 'one two',
        annotations: annotations.map((one) => ({ label: 'L', start: 0, end: 3, ...one })),
        relations,
      });
    const both = [
      { id: 'a', analyst: 'X' },
      { id: 'b', analyst: 'X' },
      { id: 'c', analyst: 'Y' },
    ];
    const good = make(
      [
        { type: 't', from: 'a', to: 'b' },
        { type: 't', from: 'b', to: 'a' },
      ],
      both,
    );
    expect(good.relations.map(({ analystName }) => analystName)).toEqual(['X', 'X']);
    expect(new Set(good.relations.map(({ id }) => id)).size).toBe(2);
    const bad = make(
      [
        { id: '1', type: 't', from: 'a', to: 'nobody' },
        { id: '2', type: 't', from: 'nobody', to: 'a' },
        { id: '3', type: 't', from: 'a', to: 'c' },
        { id: '4', type: 't', from: 'a', to: 'b', analyst: 'Y' },
        { id: '5', from: 'a', to: 'b' },
        { id: '6', type: 't', from: 'a', to: 'b' },
        { id: '6', type: 't', from: 'a', to: 'b' },
      ],
      both,
    );
    expect(bad.relations.map(({ id }) => id)).toEqual(['6']);
    expect(bad.refused.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6']);
    const shared = [...both, { id: 'a', analyst: 'Y' }, { id: 'b', analyst: 'Y' }];
    expect(make([{ type: 't', from: 'a', to: 'b' }], shared).refused).toHaveLength(1);
    expect(make([{ type: 't', from: 'a', to: 'b', analyst: 'Y' }], shared).relations).toHaveLength(
      1,
    );
  });
});

describe('offsets and quotes', () => {
  const text = 'a \u{1f4a9} word, another word, e\u0301nd';
  const at = (unit: OffsetUnit, span: Span): Span => {
    const converted = offsetConverter(text, unit).spanFromUtf16(span);
    if (!converted.ok) throw new Error('bad case');
    return converted.value;
  };

  it('show a unit that the line does not name', () => {
    const annotations = (unit: OffsetUnit) => [
      { label: 'L', spans: [at(unit, [11, 18])], quote: ['another'] },
      { label: 'L', spans: [at(unit, [25, 29])], quote: 'e\u0301nd' },
    ];
    for (const unit of OFFSET_UNITS) {
      const stated = unit === 'codePoint' ? 'utf8' : 'codePoint';
      const article = readLine({ text, offsetUnit: stated, annotations: annotations(unit) });
      expect(quotesOf(article)).toEqual([['another'], ['e\u0301nd']]);
      expect(article.warnings.map(({ kind }) => kind)).toEqual(['other-unit']);
      const forced = readLine(
        { text, offsetUnit: stated, annotations: annotations(unit) },
        { offsetUnit: unit },
      );
      expect(forced.warnings).toEqual([]);
    }
  });

  it.each<[string, Line, string[] | undefined, string]>([
    [
      'moved to where the quote stands',
      { spans: [[0, 7]], quote: ['another'] },
      ['another'],
      'placed by the quote',
    ],
    ['in two places', { spans: [[0, 4]], quote: ['word'] }, undefined, 'stands in 2 places'],
    ['nowhere', { spans: [[0, 4]], quote: ['lost'] }, undefined, 'not in the text'],
    [
      'outside',
      { spans: [[0, 400]], quote: ['another'] },
      undefined,
      'x it ends at 400, but the text has 29 UTF-16 code units',
    ],
    [
      'inside a pair, with a quote',
      { start: 3, end: 5, quote: 'another' },
      ['another'],
      'placed by the quote',
    ],
    ['inside a pair, without', { start: 3, end: 5 }, undefined, 'splits a character'],
    [
      'descending',
      {
        spans: [
          [6, 8],
          [0, 2],
        ],
      },
      undefined,
      'its spans are not in order: one starts at 0, the one before it ends at 8',
    ],
    ['backwards', { start: 8, end: 6 }, undefined, 'it starts at 8 and ends before that, at 6'],
    ['negative', { start: -1, end: 6 }, undefined, 'start'],
    ['a fraction', { start: 0.5, end: 6 }, undefined, 'start'],
    ['none', {}, undefined, 'neither spans'],
    ['too many quotes', { spans: [[0, 1]], quote: ['a', 'b'] }, undefined, '2 quotes for 1 spans'],
    ['an empty list', { spans: [] }, undefined, 'spans'],
    ['a huge number', { start: 0, end: 1e300 }, undefined, 'end'],
    ['text', { start: '0', end: '1' }, undefined, 'start'],
  ])('%s', (_name, offsets, expected, said) => {
    const article = readLine({
      text,
      offsetUnit: 'utf16',
      annotations: [{ id: 'x', label: 'L', ...offsets }],
    });
    expect(article.annotations[0]?.anchor.quote).toEqual(expected);
    const told = [
      ...article.warnings.map((w) => w.message),
      ...article.refused.map((r) => `${r.id} ${r.reason}`),
    ];
    expect(told.join('\n')).toContain(said);
    expect(article.refused).toHaveLength(expected === undefined ? 1 : 0);
  });

  it('replaces half surrogate pairs one for one, in text and quotes', () => {
    const line =
      '{"text":"bad \\ud83d Acme","offsetUnit":"utf16","annotations":[{"label":"L","start":4,"end":10,"quote":"\\ud83d Acme"}]}';
    const article = readLine(line);
    expect(article.text).toBe('bad \ufffd Acme');
    expect(quotesOf(article)).toEqual([['\ufffd Acme']]);
    expect(article.warnings.map(({ kind }) => kind)).toEqual(['characters-replaced']);
  });

  it('keeps a point where it is', () => {
    const article = readLine({
      text: 'one',
      annotations: [{ label: 'L', spans: [[1, 1]], quote: [''] }],
    });
    expect(article.annotations[0]?.anchor.spans).toEqual([[1, 1]]);
  });
});

describe('hostile and broken lines', () => {
  const deep = `${'['.repeat(100)}${']'.repeat(100)}`;
  it.each([
    ['not JSON', '{"text": nope}', /not JSON/],
    ['cut off', '{"text":"a","annota', /cut off/],
    ['cut in a string', '{"text":"a}', /not JSON|cut off/],
    ['a list', '[]', /object/],
    ['null', 'null', /object/],
    ['a number', '12', /object/],
    ['no text', '{"title":"x"}', /text/],
    ['text of another kind', '{"text":12}', /text/],
    ['__proto__', '{"text":"a","__proto__":{"x":1}}', /__proto__/],
    [
      '__proto__ deep down',
      '{"text":"a","source":{"record":{"a":[{"__proto__":1}]}}}',
      /source\.record\.a\[0\]\.__proto__/,
    ],
    ['constructor', '{"text":"a","source":{"constructor":{"prototype":1}}}', /source\.constructor/],
    ['a key twice', '{"text":"a","title":"x","title":"y"}', /"title" stands twice/],
    [
      'a key twice deep down',
      '{"text":"abc","annotations":[{"label":"L","start":0,"end":1,"end":3}]}',
      /"end" stands twice in one object, at annotations\[0\]\.end/,
    ],
    ['too deep', `{"text":"a","source":{"record":{"x":${deep}}}}`, /deeper than 64/],
    ['a newer version', '{"format":"verbale-jsonl","version":2,"text":"a"}', /newer/],
    ['another format', '{"format":"other","text":"a"}', /format/],
    ['an unknown unit', '{"text":"a","offsetUnit":"bytes"}', /offsetUnit/],
    ['a changed text', '{"text":"a","sha256":"00"}', /sha256/],
    ['spans of another shape', '{"text":"a","furniture":[[1]]}', /furniture/],
    [
      'an unknown kind of furniture',
      '{"text":"a","source":{"furnitureKinds":["x"]}}',
      /furnitureKinds/,
    ],
  ])('%s: refused with its line, and the next is read', (_name, bad, message) => {
    const results = readLines(`{"text":"before"}\n\n${bad}\r\n{"text":"after"}`);
    expect(results.map((one) => one.ok)).toEqual([true, false, true]);
    const [, found] = results;
    expect(found).toMatchObject({ ok: false, error: { line: 3 } });
    expect(found?.ok === false && found.error.message).toMatch(message);
  });

  it('names the column where it knows it', () => {
    expect(columnOf('{"text":"a","annota')).toBe(20);
    expect(columnOf('{"text":"a" nope }')).toBeGreaterThan(9);
  });

  it('refuses one annotation and keeps the others', () => {
    const article = readLine({
      text: 'one two',
      annotations: [
        { id: 'x', label: 'L', start: 0, end: 3 },
        { id: 'x', label: 'L', start: 4, end: 7 },
        { id: 'y', start: 0, end: 3 },
        'nonsense',
        null,
      ],
      gold: [{ label: 7 }],
    });
    expect(article.annotations.map(({ id }) => id)).toEqual(['x']);
    expect(article.refused.map(({ what, id }) => `${what} ${id}`)).toEqual([
      'annotation y',
      'annotation annotations[3]',
      'annotation annotations[4]',
      'gold gold[0]',
      'annotation x',
    ]);
  });

  it('lists fields that it does not know and warns once for each name', () => {
    const article = readLine({
      text: 'one',
      mood: 1,
      annotations: [
        { label: 'L', start: 0, end: 3, score: 0.5 },
        { label: 'L', start: 0, end: 1, score: 0.7 },
      ],
    });
    expect(article.unknown).toEqual([
      { path: 'mood', value: 1 },
      { path: 'annotations[0].score', value: 0.5 },
      { path: 'annotations[1].score', value: 0.7 },
    ]);
    expect(article.warnings.map(({ message }) => message)).toEqual([
      'the field mood is not known here',
      'the field score is not known here',
    ]);
  });

  it('reads a file with a BOM, and nothing out of an empty one', () => {
    expect(readLines('\ufeff{"text":"a"}\n').map(({ ok }) => ok)).toEqual([true]);
    expect(readDataset(jsonl, '\ufeff\ufeff{"text":"a"}').map(({ ok }) => ok)).toEqual([true]);
    expect(readLines('')).toEqual([]);
    expect([...fileLines('a\r\n\u2028b\n\nc\r')]).toEqual(['a', '\u2028b', '', 'c']);
  });

  it('gives a result for anything', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc
            .jsonValue()
            .map((x) =>
              JSON.stringify({ text: 'abc', annotations: [x], relations: [x], furniture: x }),
            ),
        ),
        (content) => {
          for (const one of readLines(content)) expect(typeof one.ok).toBe('boolean');
        },
      ),
    );
  });
});
