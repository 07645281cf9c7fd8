import type { ImportResult } from '../../state/import-batch.ts';
import { t } from '../../words/words.ts';
import { fileName } from './item-words.ts';

/** A file of which not all came in, and each thing that did not. */
export interface LeftFile {
  readonly file: string;
  readonly reasons: readonly string[];
}

/** What did not come in, by file, in the order in which it was met. */
export function leftFiles(failed: ImportResult['failed']): readonly LeftFile[] {
  const files = new Map<string, string[]>();
  for (const { file, reason } of failed) {
    const name = fileName(file);
    // The heading names the file already.
    const words = reason.startsWith(`${name}, `) ? reason.slice(name.length + 2) : reason;
    files.set(file, [...(files.get(file) ?? []), words]);
  }
  return Array.from(files, ([file, reasons]) => ({ file: fileName(file), reasons }));
}

/** What came in and what did not, in one sentence. */
export function resultWords(result: ImportResult): string {
  const count = result.imported.length;
  const things = t('transfer.things', { count: result.failed.length });
  if (count === 0) return t('transfer.nothingCameIn', { things });
  return t('transfer.someCameIn', { articles: t('transfer.articles', { count }), things });
}
