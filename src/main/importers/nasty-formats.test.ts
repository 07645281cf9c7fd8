import { describe, expect, it } from 'vitest';
import type { ExportArticle, Format } from '../../core/formats/format.ts';
import { FORMATS, findFormat } from '../../core/formats/index.ts';
import { lossLog } from '../../core/formats/loss.ts';
import {
  anAnnotation,
  anArticle,
  anExportArticle,
  readOptions,
} from '../../core/testing/builders.ts';
import { datasetFacts, type Files, writeDataset } from '../../core/testing/datasets.ts';
import type { NastyCase } from '../../core/testing/nasty-cases.ts';
import { OWN_NASTY_CASES } from '../../core/testing/own-nasty-cases.ts';
import { fileInMemory } from './dataset-files.ts';
import { datasetsAmong } from './dataset-source.ts';

const TWO_WAY = FORMATS.filter(({ read, write }) => read !== undefined && write !== undefined);
const FACTS = datasetFacts({ analysts: [{ id: 'ana', name: 'ana' }] });

function articleOf({ id, text, spans }: NastyCase): ExportArticle {
  return anExportArticle(text, {
    article: anArticle(text, { id, title: id }),
    annotations: spans.map(({ utf16, label }, index) =>
      anAnnotation(text, [utf16], { id: `a${index}`, articleId: id, analyst: 'ana', label }),
    ),
  });
}

/** Columns of tokens hold no blanks, and so no places: only the words can be compared. */
const WITHOUT_PLACES = 'conll-2003';

type Anchored = Pick<ExportArticle['annotations'][number], 'anchor'>;

function said({ id }: Format, label: string, { anchor }: Anchored): string {
  const bare = (words: string): string => words.replaceAll(/[\s\u0085\u001c-\u001f]/gu, '');
  if (id === WITHOUT_PLACES) return JSON.stringify([label, bare(anchor.quote.join(''))]);
  return JSON.stringify([label, anchor.spans, anchor.quote]);
}

/** How many of a case's annotations do not come back with the same label, place and words. */
function thereAndBack(format: Format, one: NastyCase) {
  const losses = lossLog();
  const from = articleOf(one);
  const files = writeDataset(format, [from], { losses, facts: FACTS });
  const lying = Array.from(files, ([path, bytes]) =>
    fileInMemory(path === '' ? `data${format.extensions[0] ?? ''}` : path, bytes),
  );
  const back = datasetsAmong(lying, format).flatMap(({ input }) =>
    [...(format.read?.(input, readOptions({ analyst: 'ana' })) ?? [])].flatMap((read) => {
      if (!read.ok) throw new Error(`${format.id}: ${JSON.stringify(read.error)}`);
      return read.value.annotations.map((found) => said(format, found.labelName, found));
    }),
  );
  const missing = from.annotations.filter((annotation) => {
    const at = back.indexOf(said(format, annotation.label, annotation));
    if (at !== -1) back.splice(at, 1);
    return at === -1;
  });
  const counted = losses.losses().reduce((sum, { count }) => sum + count, 0);
  return { missing: missing.length, counted };
}

const NO_PLACE_WITHOUT_WORDS = { 'overlap-nest-zero': 1 };
const NO_BLANK_EDGES = { 'blanks-at-edges': 2 };

/** What cannot be held of the cases, by format: annotations that do not come back as they were. */
const CANNOT: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'label-studio': NO_PLACE_WITHOUT_WORDS,
  doccano: NO_PLACE_WITHOUT_WORDS,
  prodigy: NO_PLACE_WITHOUT_WORDS,
  argilla: NO_PLACE_WITHOUT_WORDS,
  'spacy-json': { ...NO_PLACE_WITHOUT_WORDS, ...NO_BLANK_EDGES },
  'spacy-docbin': { ...NO_PLACE_WITHOUT_WORDS, ...NO_BLANK_EDGES },
  'webanno-tsv': NO_BLANK_EDGES,
  // One layer of tags: of the three that overlap the longest stays, the point has no words.
  'conll-2003': { 'overlap-nest-zero': 3 },
  'conll-u': { 'overlap-nest-zero': 3, ...NO_BLANK_EDGES },
};

describe('what comes back of the 24 kinds of text that break tools', () => {
  it('is asked of every format that reads and writes', () => {
    expect(OWN_NASTY_CASES).toHaveLength(24);
    expect(TWO_WAY.length).toBeGreaterThanOrEqual(21);
    const ids: readonly string[] = TWO_WAY.map(({ id }) => id);
    expect(Object.keys(CANNOT).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(TWO_WAY)('$id: everything, but for what it is known not to hold', (format) => {
    const found: Record<string, number> = {};
    for (const one of OWN_NASTY_CASES) {
      const { missing, counted } = thereAndBack(format, one);
      if (missing > 0) found[one.id] = missing;
      expect(counted, one.id).toBeGreaterThanOrEqual(missing);
    }
    expect(found).toEqual(CANNOT[format.id] ?? {});
  });
});

type Fields = Readonly<Record<string, unknown>>;
type Place = readonly [start: unknown, end: unknown];

const inLines = (content: string): Fields[] =>
  content
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Fields);
const list = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);
const places = (all: readonly Fields[], start = 'start', end = 'end'): Place[] =>
  all.map((one) => [one[start], one[end]]);

/** The numbers as they stand in the file, taken out with nothing of our readers. */
const NUMBERS: Readonly<Record<string, (files: Files, text: (path: string) => string) => Place[]>> =
  {
    jsonl: (_, text) =>
      inLines(text('')).flatMap((one) =>
        list(one['annotations']).flatMap(({ spans }) => spans as Place[]),
      ),
    csv: (_, text) =>
      Array.from(
        text('').matchAll(/,(\d+),(\d+),codePoint,/g),
        ([, start, end]): Place => [Number(start), Number(end)],
      ),
    'label-studio': (_, text) =>
      list(JSON.parse(text(''))).flatMap((task) =>
        list(task['annotations']).flatMap(({ result }) =>
          places(list(result).map(({ value }) => value as Fields)),
        ),
      ),
    doccano: (_, text) =>
      inLines(text('')).flatMap((one) =>
        places(list(one['entities']), 'start_offset', 'end_offset'),
      ),
    prodigy: (_, text) => inLines(text('')).flatMap((one) => places(list(one['spans']))),
    huggingface: (_, text) =>
      inLines(text('data/train.jsonl')).flatMap((one) => places(list(one['entities']))),
    argilla: (_, text) =>
      list(JSON.parse(text(''))).flatMap(({ responses }) =>
        list((responses as Fields)['spans']).flatMap(({ value }) => places(list(value))),
      ),
    w3c: (_, text) =>
      Array.from(
        text('').matchAll(/"TextPositionSelector","start":(\d+),"end":(\d+)/g),
        ([, start, end]): Place => [Number(start), Number(end)],
      ),
    'cas-json': (files, text) =>
      [...files.keys()].flatMap((path) =>
        list((JSON.parse(text(path)) as Fields)['%FEATURE_STRUCTURES'])
          .filter((one) => one['%TYPE'] === 'custom.Annotation')
          .map((one): Place => [one['begin'], one['end']]),
      ),
  };

describe('the numbers in the files', () => {
  it.each(Object.keys(NUMBERS))('%s: are in the unit that the format demands', (id) => {
    const format = findFormat(id);
    const unit = format?.offsetUnit === 'utf16' ? 'utf16' : 'codePoint';
    for (const one of OWN_NASTY_CASES) {
      const files = writeDataset(format ?? { offsetUnit: unit }, [articleOf(one)], {
        facts: FACTS,
      });
      const text = (path: string): string => Buffer.from(files.get(path) ?? []).toString('utf8');
      const wanted = one.spans
        .map((span) => span[unit])
        .filter(([start, end]) => format?.can.zeroWidth === true || start < end);
      const found = NUMBERS[id]?.(files, text) ?? [];
      const sorted = (all: readonly Place[]) =>
        all.map((place) => JSON.stringify(place)).toSorted();
      expect(sorted(found), one.id).toEqual(sorted(wanted));
    }
  });
});
