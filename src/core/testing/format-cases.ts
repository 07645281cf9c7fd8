import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ExportArticle, Format, ReadArticle, ReadOptions } from '../formats/format.ts';
import { type Loss, lossLog } from '../formats/loss.ts';
import { toWellFormed } from '../text/well-formed.ts';
import { anAnnotation, anArticle, anExportArticle } from './builders.ts';
import { readDataset, writeDataset } from './datasets.ts';
import { nastyCases } from './nasty-cases.ts';

const SAMPLES = new URL('../../../../shared/samples/', import.meta.url);

/** Names of the shared samples of a format, or none where they are not beside the checkout. */
export function sampleNames(folder: string): readonly string[] {
  const there = new URL(`${folder}/`, SAMPLES);
  return existsSync(there) ? readdirSync(there) : [];
}

/** A shared sample. */
export function sample(folder: string, name: string): Uint8Array {
  return readFileSync(new URL(`${folder}/${name}`, SAMPLES));
}

/** The nasty cases as articles, their spans by one analyst; none where they are not there. */
export function nastyArticles(): readonly (readonly [id: string, article: ExportArticle])[] {
  return nastyCases().map(({ id, text, spans }) => {
    const whole = toWellFormed(text).text;
    const annotations = spans.map(({ label, utf16 }, index) =>
      anAnnotation(whole, [utf16], { id: `a-${index}`, label }),
    );
    return [id, anExportArticle(whole, { article: anArticle(whole, { id }), annotations })];
  });
}

/** What came back of articles that were written and read, and what was said to be lost. */
export function thereAndBack(
  format: Format,
  articles: readonly ExportArticle[],
  over: Partial<ReadOptions> = {},
): { readonly read: readonly ReadArticle[]; readonly lost: readonly Loss[] } {
  const losses = lossLog();
  const files = writeDataset(format, articles, { losses });
  const results = readDataset(format, files, over);
  const read = results.map((one) => {
    if (one.ok) return one.value;
    throw new Error(`${one.error.file ?? ''}:${one.error.line}: ${one.error.message}`);
  });
  return { read, lost: losses.losses() };
}

/** Label and place of each annotation, in order of place: what any format must keep. */
export function placesOf(
  annotations: readonly (
    | ReadArticle['annotations'][number]
    | ExportArticle['annotations'][number]
  )[],
): readonly string[] {
  return annotations
    .map((one) => {
      const label = 'labelName' in one ? one.labelName : one.label;
      return JSON.stringify([one.anchor.spans, label, one.anchor.quote]);
    })
    .toSorted();
}

/** What a result holds; throws, with the reason, where there is none. */
export function valueOf<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: unknown }
    | undefined,
): T {
  if (result?.ok === true) return result.value;
  throw new Error(JSON.stringify(result?.error ?? 'nothing was read'));
}

/** Why something was refused: line and words; empty where it was not. */
export function refusalOf(result: ReturnType<typeof readDataset>[number] | undefined): string {
  return result?.ok === false ? `${result.error.line}: ${result.error.message}` : '';
}
