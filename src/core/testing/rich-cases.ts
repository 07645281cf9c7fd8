import { existsSync, readFileSync } from 'node:fs';
import type { ExportArticle, Format, ReadArticle } from '../formats/format.ts';
import { type LossLog, lossLog } from '../formats/loss.ts';
import type { Span } from '../model/span.ts';
import { toWellFormed } from '../text/well-formed.ts';
import { anAnnotation, anArticle, anExportArticle, aRelation } from './builders.ts';
import { readDataset, writeDataset } from './datasets.ts';
import { nastyCases } from './nasty-cases.ts';

const SAMPLES = new URL('../../../../shared/samples/', import.meta.url);

/** True where the files of other tools lie beside the checkout; tests of them skip otherwise. */
export const HAS_SAMPLES = existsSync(SAMPLES);

/** A file of another tool, as it came. */
export function sampleFile(path: string): Buffer {
  return readFileSync(new URL(path, SAMPLES));
}

/** The articles of a dataset in memory; throws with the first problem. */
export function readArticles(
  format: Pick<Format, 'read'>,
  files: Parameters<typeof readDataset>[1],
  over: Parameters<typeof readDataset>[2] = {},
): readonly ReadArticle[] {
  return readDataset(format, files, over).map((one) => {
    if (!one.ok) throw new Error(JSON.stringify(one.error));
    return one.value;
  });
}

/** Label, spans and words of each annotation: what no format may change. */
export function placesOf({ annotations }: Pick<ReadArticle, 'annotations'>) {
  return annotations.map(({ labelName, anchor }) => [labelName, anchor.spans, anchor.quote]);
}

const TEXT = '\u{1f4a9} Ana said “no”.\nBo: yes, e\u0301tonnant!\r\nEnd of it';

function marked(span: readonly Span[], id: string, over: Parameters<typeof anAnnotation>[2] = {}) {
  return anAnnotation(TEXT, span, { id, ...over });
}

/** An article with everything that a layer can hold, signed by two analysts. */
export function richArticle(): ExportArticle {
  const outer = marked([[3, 16]], 'outer', { note: 'a note\nof two lines', confidence: 'high' });
  const inner = marked([[3, 6]], 'inner', {
    label: 'threat',
    attributes: { kind: 'a', sure: true },
  });
  const parts = marked(
    [
      [0, 2],
      [17, 19],
    ],
    'parts',
    { attributes: { who: ['x', 'y'], number: 3.5, words: { quote: ['Ana'], spans: [[3, 6]] } } },
  );
  const theirs = marked([[17, 19]], 'theirs', { analyst: 'ben' });
  const point = marked([[8, 8]], 'point');
  return anExportArticle(TEXT, {
    article: anArticle(TEXT, { tags: ['one', 'two'] }),
    annotations: [outer, inner, parts, theirs, point],
    relations: [aRelation(outer, inner, { note: 'why' })],
    documentLabels: [{ analyst: 'ben', labels: { stance: 'firm', about: { topic: ['a', 'b'] } } }],
  });
}

/** One article for each case of the shared vectors, its spans as annotations of one analyst. */
export function nastyArticles(): readonly ExportArticle[] {
  return nastyCases().map((one) => {
    const { text } = toWellFormed(one.text);
    return anExportArticle(text, {
      article: anArticle(text, { title: one.id }),
      annotations: one.spans.map(({ utf16, label }, index) =>
        anAnnotation(text, [utf16], { id: `n${index}`, label }),
      ),
    });
  });
}

/** Writes articles, reads them again, and says what was lost. */
export function roundTrip(
  format: Format,
  articles: readonly ExportArticle[],
  losses: LossLog = lossLog(),
): {
  readonly read: readonly ReadArticle[];
  readonly lost: readonly (readonly [string, number])[];
} {
  const read = readArticles(format, writeDataset(format, articles, { losses }));
  return { read, lost: losses.losses().map(({ what, count }) => [what, count]) };
}

/** Label, spans and words of each annotation of an article that is to be written. */
export function writtenPlaces({ annotations }: Pick<ExportArticle, 'annotations'>) {
  return annotations.map(({ label, anchor }) => [label, anchor.spans, anchor.quote]);
}
