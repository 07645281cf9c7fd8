import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportArticle, Format, ReadArticle } from '../../core/formats/format.ts';
import { FORMATS } from '../../core/formats/index.ts';
import { type LossLog, lossLog } from '../../core/formats/loss.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { Span } from '../../core/model/span.ts';
import {
  anAnnotation,
  anArticle,
  anExportArticle,
  aRelation,
  readOptions,
} from '../../core/testing/builders.ts';
import { datasetFacts, type Files, writeDataset } from '../../core/testing/datasets.ts';
import { nastyCases } from '../../core/testing/nasty-cases.ts';
import { markedText } from '../../core/testing/nasty-text.ts';
import { OWN_NASTY_CASES } from '../../core/testing/own-nasty-cases.ts';
import { fileInMemory } from './dataset-files.ts';
import { type DatasetPart, datasetsAmong } from './dataset-source.ts';

const TWO_WAY = FORMATS.filter(({ read, write }) => read !== undefined && write !== undefined);
const FACTS = datasetFacts({ analysts: [{ id: 'ana', name: 'ana' }] });

/** The files of a dataset as they lie in their folder. */
function lying(files: Files, { extensions }: Format): DatasetPart['input']['files'] {
  return Array.from(files, ([path, bytes]) =>
    fileInMemory(path === '' ? `data${extensions[0] ?? ''}` : path, bytes),
  ).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function readAll(parts: readonly DatasetPart[]): ReadArticle[] {
  return parts.flatMap(({ format, input }) =>
    [...(format.read?.(input, readOptions({ analyst: 'ana' })) ?? [])].flatMap((one) => {
      if (!one.ok) throw new Error(`${format.id}: ${JSON.stringify(one.error)}`);
      return [one.value];
    }),
  );
}

/** Tokens in columns carry no blanks: a text made of them again is another one. */
const WITHOUT_BLANKS: ReadonlySet<string> = new Set(['conll-2003']);

type Sayer = (text: string, label: string, anchor: Annotation['anchor']) => string;

/** What must come back of an annotation: its label and the words it stands on, where they stand. */
function sayer({ id }: Format): Sayer {
  if (WITHOUT_BLANKS.has(id)) {
    const bare = (words: string): string => words.replace(/[\s\u0085\u001c-\u001f]/gu, '');
    return (_text, label, { quote }) => JSON.stringify([label, bare(quote.join(''))]);
  }
  return (text, label, { spans, quote }) => JSON.stringify([text.length, label, spans, quote]);
}

function saidIn(articles: readonly ExportArticle[], format: Format): string[] {
  const say = sayer(format);
  return articles.flatMap(({ text, annotations }) =>
    annotations.map(({ label, anchor }) => say(text, label, anchor)),
  );
}

function saidAgain(articles: readonly ReadArticle[], format: Format): string[] {
  const say = sayer(format);
  return articles.flatMap(({ text, annotations }) =>
    annotations.map(({ labelName, anchor }) => say(text, labelName, anchor)),
  );
}

/** What is in `these` and not in `those`, each as often as it is. */
function without(these: readonly string[], those: readonly string[]): string[] {
  const left = [...those];
  return these.filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** Losses that leave an annotation's label and words as they are. */
const BESIDE = /^(?:attributes|relations|notes|furniture|comments|document labels|articles)/;

/** How many annotations the report accounts for. */
const total = (losses: LossLog): number =>
  losses
    .losses()
    .filter(({ what }) => !BESIDE.test(what))
    .reduce((sum, { count }) => sum + count, 0);

function roundTrip(format: Format, articles: readonly ExportArticle[]) {
  const losses = lossLog();
  const files = writeDataset(format, articles, { losses, facts: FACTS });
  const parts = datasetsAmong(lying(files, format), format);
  const read = readAll(parts);
  return { files, losses, parts, read };
}

const LABELS = ['Claim', 'Threat', 'Sanctions proposal'];

function articleOf(
  text: string,
  marks: readonly (readonly Span[])[],
  labels: readonly string[] = LABELS,
): ExportArticle {
  const articleId = anArticle(text).id;
  const annotations = marks.map((spans, index) =>
    anAnnotation(text, spans, {
      id: `a${index}`,
      articleId,
      analyst: 'ana',
      label: labels[index % labels.length] ?? '',
      attributes: index % 2 === 0 ? { strength: 'firm' } : {},
    }),
  );
  const [from, to] = annotations;
  return anExportArticle(text, {
    article: anArticle(text, { title: 'A title' }),
    annotations,
    relations: from === undefined || to === undefined ? [] : [aRelation(from, to, { id: 'r1' })],
  });
}

describe.each(TWO_WAY)('$id', (format) => {
  it('brings back every annotation, but for what its loss report says', () => {
    fc.assert(
      fc.property(markedText(6), ({ text, marks }) => {
        fc.pre(text.trim() !== '');
        const articles = [articleOf(text, marks)];
        const { losses, read } = roundTrip(format, articles);
        const missing = without(saidIn(articles, format), saidAgain(read, format));
        expect(missing.length).toBeLessThanOrEqual(total(losses));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('loses nothing of plain words that stand apart', () => {
    const text = 'Moscow would answer. Brussels waits, Seoul too.\n\nGeneva stays calm.';
    const spans: readonly Span[][] = [[[0, 6]], [[21, 29]], [[37, 42]], [[49, 55]]];
    const articles = [articleOf(text, spans)];
    const { read } = roundTrip(format, articles);
    expect(without(saidIn(articles, format), saidAgain(read, format)), 'missing').toEqual([]);
    expect(without(saidAgain(read, format), saidIn(articles, format)), 'not ours').toEqual([]);
    if (format.can.relations) {
      expect(read.flatMap(({ relations }) => relations.map(({ type }) => type))).toEqual([
        'targets',
      ]);
    }
  });

  it('has its files claimed by itself alone', () => {
    const articles = [articleOf('Moscow would answer.', [[[0, 6]]])];
    const { files, parts } = roundTrip(format, articles);
    expect(parts.length, 'datasets found').toBeGreaterThan(0);
    const claims = datasetsAmong(lying(files, format)).map((part) => part.format.id);
    expect(new Set(claims)).toEqual(new Set([format.id]));
  });

  it('gives the same bytes for the same project', () => {
    const articles = [articleOf('Moscow would answer.', [[[0, 6]]])];
    const write = (): Files => writeDataset(format, articles, { facts: FACTS });
    expect(write()).toEqual(write());
  });

  it('gives results, never throws, for its own files cut, swollen or poisoned', () => {
    const { files } = roundTrip(format, [articleOf('Moscow would answer.', [[[0, 6]]])]);
    const spoil: readonly ((bytes: Uint8Array) => Uint8Array)[] = [
      (bytes) => bytes.slice(0, bytes.length >> 1),
      (bytes) => bytes.slice(bytes.length >> 1),
      (bytes) => Buffer.concat([bytes, bytes]),
      (bytes) => bytes.map((byte, index) => (index % 7 === 3 ? byte ^ 0x15 : byte)),
      () => Buffer.from('['.repeat(100_000)),
      () => Buffer.from('<a>'.repeat(100_000)),
      () => Buffer.from('<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'),
      () => Buffer.from('{"__proto__":{"text":"x"},"text":1e999}'),
    ];
    for (const change of spoil) {
      const spoilt = lying(
        new Map([...files].map(([path, bytes]) => [path, change(bytes)])),
        format,
      );
      for (const main of spoilt) {
        const results = format.read?.({ main, files: spoilt }, readOptions()) ?? [];
        expect([...results].every((one) => one.ok || one.error.message !== '')).toBe(true);
      }
    }
  });
});

/** Ours, and the shared ones where they lie beside the checkout. */
const NASTY = [...OWN_NASTY_CASES, ...nastyCases()];

describe.each(TWO_WAY)('$id and the nasty cases', (format) => {
  it.each(NASTY)('$id', ({ text, spans }) => {
    const articles = [
      articleOf(
        text,
        spans.map(({ utf16 }) => [utf16]),
        spans.map(({ label }) => label),
      ),
    ];
    const { losses, read } = roundTrip(format, articles);
    const missing = without(saidIn(articles, format), saidAgain(read, format));
    expect(missing.length, JSON.stringify(losses.losses())).toBeLessThanOrEqual(total(losses));
    for (const { text: again, annotations } of read) {
      for (const { anchor } of annotations) {
        expect(anchor.spans.map(([start, end]) => again.slice(start, end))).toEqual(anchor.quote);
      }
    }
  });
});

it('marks 24 kinds of text that break tools', () => {
  expect(OWN_NASTY_CASES).toHaveLength(24);
  for (const { text, spans } of OWN_NASTY_CASES) {
    for (const { utf16, codePoint, quote } of spans) {
      expect(text.slice(...utf16)).toBe(quote);
      expect(
        Array.from(text)
          .slice(...codePoint)
          .join(''),
      ).toBe(quote);
    }
  }
});
