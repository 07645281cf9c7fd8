import { EVERYTHING, type ExportChoice } from '../../../core/datasets/choice.ts';
import { csv } from '../../../core/formats/csv.ts';
import { stampTime } from '../../../core/log/hlc.ts';
import type { Analyst } from '../../../core/model/analyst.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Store } from '../../store/store.ts';
import { rehearseExport } from '../export-dataset.ts';
import { projectName } from '../project-view.ts';

/** What the page about a bundle says of its content. */
export interface BundleContent {
  readonly asOf: string;
  readonly streams: readonly { readonly from: number; readonly to: number }[];
  readonly articles: readonly unknown[];
}

function about(store: Store, analyst: Analyst, content: BundleContent, at: string): string {
  const edits = content.streams.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return [
    `A bundle of the Verbale project “${projectName(store)}”.`,
    '',
    `From: ${analyst.name}`,
    `As of: ${at}`,
    `Edits: ${String(edits)}`,
    `Texts: ${String(content.articles.length)}`,
    '',
    'annotations.csv has the annotations in a form that every spreadsheet reads. It is only for',
    'reading: merging takes the edits under log/ and the texts under articles/. manifest.json lists',
    'every entry with its SHA-256, and signature.json signs the manifest.',
    '',
  ].join('\n');
}

/** Copies of an analyst's work for people without Verbale, by entry. */
export async function readableCopies(
  store: Store,
  analyst: Analyst,
  content: BundleContent,
): Promise<Result<ReadonlyMap<string, Uint8Array>, string>> {
  const at = content.asOf === '' ? '' : new Date(stampTime(content.asOf)).toISOString();
  const pieces: Uint8Array[] = [];
  const choice: ExportChoice = { ...EVERYTHING, whose: { kind: 'mine' } };
  const task = { format: csv, options: { offsetUnit: csv.offsetUnit }, choice, me: analyst.id };
  const done = await rehearseExport(store, task, { at }, (piece) => {
    pieces.push(Buffer.from(piece.data));
  });
  if (!done.ok) return err(done.error);
  return ok(
    new Map([
      ['readable/about.txt', Buffer.from(about(store, analyst, content, at))],
      ['readable/annotations.csv', Buffer.concat(pieces)],
    ]),
  );
}
