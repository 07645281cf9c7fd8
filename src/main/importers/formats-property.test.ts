import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportArticle, Format, ReadArticle } from '../../core/formats/format.ts';
import { FORMATS } from '../../core/formats/index.ts';
import { type Loss, lossLog } from '../../core/formats/loss.ts';
import { analystId } from '../../core/model/analyst.ts';
import { isSameJson } from '../../core/model/same-json.ts';
import { readOptions } from '../../core/testing/builders.ts';
import { datasetFacts, type Files, writeDataset } from '../../core/testing/datasets.ts';
import { generatedProject } from '../../core/testing/generated-project.ts';
import { fileInMemory } from './dataset-files.ts';
import { datasetsAmong } from './dataset-source.ts';

const TWO_WAY = FORMATS.filter(({ read, write }) => read !== undefined && write !== undefined);
const ANALYSTS = ['ana', 'ben'];
const FACTS = datasetFacts({ analysts: ANALYSTS.map((id) => ({ id, name: id })) });
/** Tokens in columns, without the text they came from: places are not comparable. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set(['conll-2003']);

/** What one analyst has of an article, as the export gives it to a format without analysts. */
function onlyOf(from: ExportArticle, analyst: string): ExportArticle {
  const mine = <T extends { readonly analyst: string }>(all: readonly T[]): T[] =>
    all.filter((one) => one.analyst === analyst);
  return {
    ...from,
    annotations: mine(from.annotations),
    relations: mine(from.relations),
    documentLabels: mine(from.documentLabels),
  };
}

function readAgain(files: Files, format: Format, analyst: string): ReadArticle[] {
  const lying = Array.from(files, ([path, bytes]) =>
    fileInMemory(path === '' ? `data${format.extensions[0] ?? ''}` : path, bytes),
  ).sort((a, b) => (a.path < b.path ? -1 : 1));
  return datasetsAmong(lying, format).flatMap(({ input }) =>
    [...(format.read?.(input, readOptions({ analyst })) ?? [])].map((one) => {
      if (!one.ok) throw new Error(`${format.id}: ${JSON.stringify(one.error)}`);
      return one.value;
    }),
  );
}

/** An annotation as its place, its label and its words say it; without a text its words alone. */
function placeKey(
  format: Format,
  label: string,
  one: { readonly anchor: { readonly quote: readonly string[]; readonly spans: unknown } },
  title: string,
): string {
  const words = one.anchor.quote.join('');
  return WITHOUT_TEXT.has(format.id)
    ? JSON.stringify([label, words.replace(/[\s\u0085\u001c-\u001f]/gu, '')])
    : JSON.stringify([title, label, one.anchor.spans, one.anchor.quote]);
}

interface Kept {
  readonly place: string;
  readonly analyst: string;
  readonly note: string;
  readonly confidence: string | undefined;
  readonly attributes: object;
}

/** What is counted on both sides. */
interface Counted {
  readonly annotations: readonly Kept[];
  readonly relations: readonly string[];
  readonly labels: readonly string[];
}

function countedBefore(articles: readonly ExportArticle[], format: Format): Counted {
  return {
    annotations: articles.flatMap(({ annotations, article }) =>
      annotations.map((one) => ({
        ...one,
        place: placeKey(format, one.label, one, article.title),
        confidence: one.confidence,
      })),
    ),
    relations: articles.flatMap(({ relations }) => relations.map(({ type }) => type)),
    labels: articles.flatMap(({ documentLabels }) =>
      documentLabels.map(({ labels }) => JSON.stringify(labels)),
    ),
  };
}

function countedAfter(articles: readonly ReadArticle[], format: Format): Counted {
  const titles = articles.map(({ article }) => article.title);
  return {
    annotations: articles.flatMap(({ annotations }, index) =>
      annotations.map((one) => ({
        ...one,
        analyst: analystId(one.analystName),
        place: placeKey(format, one.labelName, one, titles[index] ?? ''),
        confidence: one.confidence,
      })),
    ),
    relations: articles.flatMap(({ relations }) => relations.map(({ type }) => type)),
    labels: articles.flatMap(({ documentLabels }) =>
      documentLabels.map(({ labels }) => JSON.stringify(labels)),
    ),
  };
}

/** How many losses of these words were reported. */
function reported(losses: readonly Loss[], what: RegExp): number {
  return losses.filter((one) => what.test(one.what)).reduce((sum, { count }) => sum + count, 0);
}

/** Pairs of the same place; what has none is left over on its side. */
function paired(before: readonly Kept[], after: readonly Kept[]) {
  const left = [...after];
  const pairs: (readonly [Kept, Kept])[] = [];
  const missing: Kept[] = [];
  // The same place twice: the one that says the same goes first.
  const likeness = (a: Kept, b: Kept): number =>
    Number(a.note === b.note) +
    Number(a.confidence === b.confidence) +
    Number(isSameJson(a.attributes as never, b.attributes as never));
  for (const one of before) {
    const fits = left
      .filter(({ place }) => place === one.place)
      .toSorted((a, b) => likeness(one, b) - likeness(one, a));
    const [best] = fits;
    if (best === undefined) missing.push(one);
    else {
      left.splice(left.indexOf(best), 1);
      pairs.push([one, best]);
    }
  }
  return { pairs, missing, extra: left };
}

/** Losses that say an annotation is not there, or stands otherwise. */
const OF_PLACE = /^(?:annotations|overlapping|white space|positions|parts|line ends in)/;

interface Difference {
  readonly what: string;
  /** The first pair that differs, to see why. */
  readonly example?: readonly [Kept, Kept] | undefined;
  readonly differences: number;
  readonly accounted: number;
}

function differencesOf(before: Counted, after: Counted, losses: readonly Loss[]): Difference[] {
  const { pairs, missing, extra } = paired(before.annotations, after.annotations);
  const differ = (same: (a: Kept, b: Kept) => boolean) => {
    const unlike = pairs.filter(([a, b]) => !same(a, b));
    return { differences: unlike.length, example: unlike[0] };
  };
  const ofPlace = reported(losses, OF_PLACE);
  return [
    { what: 'annotations missing', differences: missing.length, accounted: ofPlace },
    {
      what: 'annotations not ours',
      differences: extra.length,
      accounted: Math.min(ofPlace, missing.length * 8),
    },
    {
      what: 'notes',
      ...differ((a, b) => a.note === b.note),
      accounted: reported(losses, /^notes on annotations|characters that XML/) + ofPlace,
    },
    {
      what: 'confidence',
      ...differ((a, b) => a.confidence === b.confidence),
      accounted: reported(losses, /^how sure/),
    },
    {
      what: 'attributes',
      ...differ((a, b) => isSameJson(a.attributes as never, b.attributes as never)),
      accounted: reported(losses, /attribute|characters that XML/),
    },
    {
      what: 'relations',
      differences: Math.abs(before.relations.length - after.relations.length),
      accounted: reported(losses, /^relations/),
    },
    {
      what: 'labels of the article',
      differences: Math.abs(before.labels.length - after.labels.length),
      accounted: reported(losses, /^document labels/),
    },
  ];
}

describe.each(TWO_WAY)('$id', (format) => {
  const datasets = (articles: readonly ExportArticle[]) =>
    format.can.analysts
      ? [{ analyst: 'ana', own: articles }]
      : ANALYSTS.map((analyst) => ({ analyst, own: articles.map((one) => onlyOf(one, analyst)) }));

  it('brings a project back, and its loss report accounts for every difference', () => {
    fc.assert(
      fc.property(generatedProject, (articles) => {
        for (const { analyst, own } of datasets(articles)) {
          const losses = lossLog();
          const files = writeDataset(format, own, { losses, facts: FACTS });
          const read = readAgain(files, format, analyst);
          const found = differencesOf(
            countedBefore(own, format),
            countedAfter(read, format),
            losses.losses(),
          );
          const unsaid = found.filter(({ differences, accounted }) => differences > accounted);
          expect(unsaid, JSON.stringify(losses.losses())).toEqual([]);
          if (format.can.analysts) {
            const signed = read.flatMap(({ annotations }) =>
              annotations.map(({ analystName }) => analystName),
            );
            expect(signed.every((name) => ANALYSTS.includes(name))).toBe(true);
          }
        }
      }),
      { numRuns: 40, seed: 11 },
    );
  });
});
