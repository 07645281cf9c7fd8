import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { anAnnotation, anExportArticle } from '../testing/builders.ts';
import { aChoice, aCodebook, aLabel, anAttribute } from '../testing/codebook.ts';
import { datasetFacts, readDataset, writeDataset, writtenText } from '../testing/datasets.ts';
import { markedText } from '../testing/nasty-text.ts';
import {
  HAS_SAMPLES,
  nastyArticles,
  placesOf,
  readArticles,
  richArticle,
  roundTrip,
  sampleFile,
  writtenPlaces,
} from '../testing/rich-cases.ts';
import { labelStudio } from './label-studio.ts';

const read = (task: unknown) => readArticles(labelStudio, JSON.stringify([task]))[0];

const region = (id: string, start: number, end: number, text: string, labels = ['A']) => ({
  id,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text, labels },
});

describe.runIf(HAS_SAMPLES)('files of Label Studio', () => {
  it('come in with annotators, relations and predictions', () => {
    const [article] = readArticles(
      labelStudio,
      sampleFile('label-studio/ner_made_here_export.json').toString(),
    );
    expect(placesOf(article ?? { annotations: [] })).toEqual([
      ['PER', [[0, 8]], ['Ana Lima']],
      ['ORG', [[18, 30]], ['Acme \u{1f680} Corp']],
      ['LOC', [[34, 42]], ['New York']],
      ['PER', [[0, 8]], ['Ana Lima']],
      ['PER', [[0, 8]], ['Ana Lima']],
    ]);
    expect(article?.annotations.map(({ id, analystName }) => [id, analystName])).toEqual([
      ['a1', 'Annotator 1'],
      ['a2', 'Annotator 1'],
      ['a3', 'Annotator 1'],
      ['a1', 'Annotator 2'],
      ['p1', 'm1'],
    ]);
    expect(article?.annotations[4]?.origin).toEqual({ kind: 'prediction', model: 'm1' });
    expect(article?.annotations[0]?.createdAt).toBe('2026-01-02T03:04:05Z');
    expect(article?.relations).toMatchObject([{ type: 'works_at', from: 'a1', to: 'a2' }]);
    expect(article?.article.source).toEqual({ meta_info: { source: 'x' } });
    expect(article?.refused).toEqual([]);
  });

  it('come in from the smaller export too', () => {
    const file = 'label-studio/converter_output_of_ner_made_here/JSON_MIN/result.json';
    const articles = readArticles(labelStudio, sampleFile(file).toString());
    expect(articles.map((one) => one.annotations.length)).toEqual([1, 3]);
    expect(articles[1]?.annotations[1]).toMatchObject({
      labelName: 'ORG',
      analystName: 'Annotator 1',
      anchor: { quote: ['Acme \u{1f680} Corp'] },
    });
  });

  it('keep aside what is about no text', () => {
    const [article] = readArticles(
      labelStudio,
      sampleFile('label-studio/csv_test.json').toString(),
    );
    expect(article?.annotations).toEqual([]);
    expect(article?.unknown.map(({ path }) => path)).toEqual(['labelStudio']);
    expect(JSON.stringify(article?.unknown)).toContain('rectanglelabels');
    const second = readArticles(labelStudio, sampleFile('label-studio/csv_test2.json').toString());
    expect(second.length).toBeGreaterThan(0);
  });
});

describe('what is read', () => {
  it('counts older files in UTF-16, unless their quotes say otherwise', () => {
    const text = '\u{1f680}\u{1f680} Ana';
    const completions = [{ result: [{ ...region('a', 5, 8, ''), id: 'a' }] }];
    expect(placesOf(read({ data: { text }, completions }) ?? { annotations: [] })).toEqual([
      ['A', [[5, 8]], ['Ana']],
    ]);
    const annotations = [{ result: [region('a', 5, 8, 'Ana')] }];
    expect(read({ data: { text }, annotations })).toMatchObject({
      annotations: [{ anchor: { spans: [[5, 8]] } }],
      warnings: [{ kind: 'other-unit' }],
    });
  });

  it('takes a line break written as two characters for one', () => {
    const annotations = [{ result: [region('a', 0, 7, 'one\\ntwo')] }];
    const article = read({ data: { text: 'one\ntwo three' }, annotations });
    expect(article).toMatchObject({ warnings: [], annotations: [{ anchor: { spans: [[0, 7]] } }] });
  });

  it('takes several labels, answers, notes, turned relations and whole-article choices', () => {
    const result = [
      { ...region('a', 0, 3, 'one', ['A', 'B']), meta: { text: ['so it is'] } },
      {
        id: 'a',
        from_name: 'tone',
        type: 'choices',
        value: { start: 0, end: 3, choices: ['dry'] },
      },
      { id: 'a', from_name: 'said', type: 'textarea', value: { text: ['x', 'y'] } },
      region('b', 4, 7, 'two'),
      { type: 'relation', from_id: 'a', to_id: 'b', direction: 'left', labels: [] },
      { id: 'z', from_name: 'topic', type: 'choices', value: { choices: ['war', 'money'] } },
    ];
    const annotations = [{ result, completed_by: { email: 'a@b.c' }, draft_created_at: 'x' }];
    const article = read({
      data: { body: 'one two', url: 'https://example.org/a-long-link' },
      annotations,
    });
    expect(article).toMatchObject({
      text: 'one two',
      annotations: [
        {
          id: 'a',
          labelName: 'A',
          note: 'so it is',
          attributes: { tone: 'dry', said: ['x', 'y'] },
        },
        { id: 'a-2', labelName: 'B' },
        { id: 'b', labelName: 'A', analystName: 'a@b.c' },
      ],
      relations: [{ type: 'related', from: 'b', to: 'a' }],
      documentLabels: [{ analystName: 'a@b.c', labels: { topic: ['war', 'money'] } }],
      unknown: [{ path: 'labelStudio' }],
    });
  });

  it('leaves skipped work aside and marks the truth', () => {
    const article = read({
      data: { text: 'one two' },
      annotations: [
        { was_cancelled: true, result: [region('a', 0, 3, 'one')] },
        { ground_truth: true, result: [region('b', 4, 7, 'two')] },
      ],
    });
    expect(article?.annotations.map(({ id }) => id)).toEqual(['b']);
    expect(article?.gold.map(({ id }) => id)).toEqual(['b']);
    expect(JSON.stringify(article?.unknown)).toContain('was_cancelled');
  });

  it('says line and column of what is wrong, and goes on', () => {
    expect(readDataset(labelStudio, '[{"data":{"text":"a"}},\n {"data":}]')).toEqual([
      { ok: false, error: { line: 2, column: 10, message: 'this is not JSON' } },
    ]);
    const results = readDataset(labelStudio, '[{"data":{"n":1}},\n7,\n{"data":{"text":"a"}}]');
    expect(
      results.map((one) => (one.ok ? one.value.line : [one.error.line, one.error.message])),
    ).toEqual([
      [1, 'the data of this task has no text'],
      [2, 'a task was expected, an object with `data`'],
      3,
    ]);
    const deep = `[{"data":{"text":"a"},"x":${'['.repeat(99)}${']'.repeat(99)}}]`;
    expect(readDataset(labelStudio, deep)).toMatchObject([{ ok: false }]);
    const hostile = '[{"data":{"text":"a","__proto__":{"x":1}}}]';
    expect(readDataset(labelStudio, hostile)).toMatchObject([{ ok: false }]);
  });
});

describe('what is written', () => {
  it('comes back with all that is not counted as lost', () => {
    const rich = richArticle();
    const { read: again, lost } = roundTrip(labelStudio, [rich]);
    const [article] = again;
    expect(lost).toEqual([['annotations on no words', 1]]);
    const whole = new Set(['outer', 'inner', 'parts', 'theirs']);
    const expected = rich.annotations.filter(({ id }) => whole.has(id));
    expect(
      article?.annotations.map(({ labelName, analystName, ...rest }) => ({
        ...rest,
        label: labelName,
        analyst: analystName,
      })),
    ).toEqual(expected);
    expect(article?.article).toEqual({ ...rich.article, source: {} });
    expect(article?.relations).toMatchObject([
      { id: 'r-outer-inner', type: 'targets', note: 'why' },
    ]);
    expect(article?.documentLabels).toEqual([
      { analystName: 'ben', labels: { stance: 'firm', about: { topic: ['a', 'b'] } } },
    ]);
    expect([article?.unknown, article?.warnings, article?.refused]).toEqual([[], [], []]);
  });

  it('keeps the adjudicated layer as ground truth', () => {
    const gold = anAnnotation('one two', [[4, 7]], { id: 'g' });
    const { read: again, lost } = roundTrip(labelStudio, [
      anExportArticle('one two', { gold: [gold] }),
    ]);
    expect(again[0]).toMatchObject({ annotations: [], gold: [{ id: 'g' }] });
    expect(lost).toEqual([]);
  });

  it.skipIf(nastyArticles().length === 0)(
    'has the offsets of the shared vectors, whatever the text',
    () => {
      const cases = nastyArticles();
      const { read: again } = roundTrip(labelStudio, cases);
      const onWords = (places: readonly unknown[][]) =>
        places.filter(([, , quote]) => JSON.stringify(quote) !== '[""]');
      expect(again.map((one) => placesOf(one))).toEqual(
        cases.map((one) => onWords(writtenPlaces(one))),
      );
    },
  );

  it('comes back for any text and any spans', () => {
    fc.assert(
      fc.property(markedText(4), ({ text, marks }) => {
        const all = marks.map((spans, index) => anAnnotation(text, spans, { id: `m${index}` }));
        const { read: again } = roundTrip(labelStudio, [
          anExportArticle(text, { annotations: all }),
        ]);
        const kept = all.filter(({ anchor }) => anchor.quote.every((words) => words !== ''));
        expect(again.map(placesOf)).toEqual([writtenPlaces({ annotations: kept })]);
      }),
      { numRuns: 40 },
    );
  });

  it('has code points in its offsets', () => {
    const text = '\u{1f680} Ana';
    const marked = anExportArticle(text, { annotations: [anAnnotation(text, [[3, 6]])] });
    const tasks = JSON.parse(writtenText(writeDataset(labelStudio, [marked]))) as {
      annotations: { result: { value: unknown }[] }[];
    }[];
    expect(tasks[0]?.annotations[0]?.result[0]?.value).toEqual({
      start: 2,
      end: 5,
      text: 'Ana',
      labels: ['claim'],
    });
  });

  it('has a configuration that knows every control, label and choice of its tasks', () => {
    const rich = richArticle();
    const codebook = {
      ...aCodebook({
        labels: [aLabel({ name: 'claim' }), aLabel({ id: 'stance', document: true })],
        attributes: [anAttribute({ values: [aChoice('a', { name: 'A & <co>' })] })],
      }),
      version: 1,
    };
    const files = writeDataset(labelStudio, [rich], { facts: datasetFacts({ codebook }) });
    const tags: { name: string; attributes: Record<string, string> }[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes }));
    parser.write(Buffer.from(files.get('config.xml') ?? []).toString()).close();
    const named = (tag: string, key: string) =>
      tags.filter(({ name }) => name === tag).map(({ attributes }) => attributes[key]);
    const results = (
      JSON.parse(writtenText(files)) as { annotations: { result: Record<string, unknown>[] }[] }[]
    ).flatMap(({ annotations }) => annotations.flatMap(({ result }) => result));
    const controls = new Set(tags.map(({ attributes }) => attributes['name']));
    for (const { from_name: from, to_name: to, type } of results) {
      if (type === 'relation') continue;
      expect(controls).toContain(from);
      expect(to).toBe('text');
    }
    expect(named('Label', 'value')).toEqual(['claim', 'threat']);
    expect(named('Relation', 'value')).toEqual(['targets']);
    expect(named('Choice', 'alias')).toContain('a');
    expect(named('Text', 'value')).toEqual(['$text']);
    const names = tags.flatMap(({ attributes: { name } }) => name ?? []);
    expect(new Set(names).size).toBe(names.length);
  });
});
