import { fileLines } from '../formats/file-lines.ts';
import type { ExportArticle, ReadArticle, ReadOptions, ReadProblem } from '../formats/format.ts';
import { readJsonl } from '../formats/jsonl-read.ts';
import { writeJsonl } from '../formats/jsonl-write.ts';
import { type LossLog, lossLog } from '../formats/loss.ts';
import type { Result } from '../result.ts';
import type { OffsetUnit } from '../text/offsets.ts';
import { readOptions } from './builders.ts';

/** A line as a person or another tool might write it. */
export type Line = { readonly [key: string]: unknown };

/** The native line of an article. */
export function writeLine(
  from: ExportArticle,
  offsetUnit: OffsetUnit = 'codePoint',
  losses: LossLog = lossLog(),
): string {
  return [...writeJsonl([from], { offsetUnit }, losses)].join('');
}

/** What each line of a file gives. */
export function readLines(
  content: string,
  over: Partial<ReadOptions> = {},
): readonly Result<ReadArticle, ReadProblem>[] {
  return [...readJsonl(fileLines(content), readOptions(over))];
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
