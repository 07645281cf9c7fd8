import type { ExportArticle, ReadArticle, ReadOptions, ReadProblem } from '../formats/format.ts';
import { jsonl } from '../formats/jsonl.ts';
import { type LossLog, lossLog } from '../formats/loss.ts';
import type { Result } from '../result.ts';
import type { OffsetUnit } from '../text/offsets.ts';
import { readDataset, writeDataset, writtenText } from './datasets.ts';

/** A line as a person or another tool might write it. */
export type Line = { readonly [key: string]: unknown };

/** The native line of an article. */
export function writeLine(
  from: ExportArticle,
  offsetUnit: OffsetUnit = 'codePoint',
  losses: LossLog = lossLog(),
): string {
  return writtenText(writeDataset(jsonl, [from], { offsetUnit, losses }));
}

/** What each line of a file gives. */
export function readLines(
  content: string,
  over: Partial<ReadOptions> = {},
): readonly Result<ReadArticle, ReadProblem>[] {
  return readDataset(jsonl, content, over);
}

/** The one article of a file; throws with the reason where there is none. */
export function readLine(line: Line | string, over: Partial<ReadOptions> = {}): ReadArticle {
  const [found] = readLines(typeof line === 'string' ? line : JSON.stringify(line), over);
  if (found?.ok !== true) throw new Error(found?.error.message ?? 'nothing was read');
  return found.value;
}

/** The words of each annotation. */
export function quotesOf(article: ReadArticle): readonly (readonly string[])[] {
  return article.annotations.map((one) => one.anchor.quote);
}
