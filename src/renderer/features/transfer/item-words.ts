import type { ImportItem } from '../../state/import-batch.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';

/** A state in words; a flag asks for a look, a refusal says why. */
export interface StateWords {
  readonly words: string;
  /** Why, in full: a line of its own, because it must never be cut. */
  readonly reason?: string;
  readonly tone: 'plain' | 'look' | 'refused' | 'here';
}

/** A reason without its first sentence, which names the file: the row names it already. */
function withoutName(reason: string): string {
  return reason.replace(/^“[^”]*” was not imported\. /u, '');
}

/** The state of one file of an import, in words. @param out how many of its articles stay out */
export function stateWords(item: ImportItem, leftOut: boolean, out = 0): StateWords {
  switch (item.state) {
    case 'waiting':
      return { words: t('transfer.waiting'), tone: 'plain' };
    case 'reading':
      return { words: t('transfer.reading'), tone: 'plain' };
    case 'duplicate':
      return { words: t('transfer.alreadyHere'), tone: 'here' };
    case 'failed':
      return { words: t('transfer.refused'), reason: withoutName(item.reason), tone: 'refused' };
    case 'ready':
      return readyWords(item, leftOut, out);
  }
}

function readyWords(item: ImportItem, leftOut: boolean, out: number): StateWords {
  if (leftOut) return { words: t('transfer.leftOut'), tone: 'here' };
  const questions = item.warnings.length;
  if (questions > 0) return { words: t('transfer.questions', { count: questions }), tone: 'look' };
  const marks = holds(item, out);
  const words = marks === undefined ? t('transfer.ready') : t('transfer.readyWith', { marks });
  return { words, tone: 'plain' };
}

/** What comes in of a file that is more than one text. */
function holds({ annotations, articles }: ImportItem, out: number): string | undefined {
  if (out > 0) return t('transfer.doneOf', { done: articles - out, total: articles });
  if (annotations > 0) return t('transfer.marks', { count: annotations });
  return articles > 1 ? t('transfer.articles', { count: articles }) : undefined;
}

/** The file's name without its folder. */
export function fileName(file: string): string {
  return file.split(/[\\/]/u).at(-1) ?? file;
}

/** Where a recognised value came from. */
export function recognisedFrom(
  item: Pick<ImportItem, 'recognised'>,
  field: string,
): string | undefined {
  const from = item.recognised[field];
  return from === undefined || from === '' ? undefined : t('transfer.from', { source: said(from) });
}

/** How sure a guessed charset is; nothing where the file says it itself. */
export function charsetHint(item: ImportItem): string | undefined {
  if (item.charset === '' || item.charsetConfidence >= 1) return undefined;
  return t('transfer.sure', { share: Math.round(item.charsetConfidence * 100) });
}

/** “3 files”, “1 file”. */
export function filesWords(count: number): string {
  return t('transfer.fileCount', { count });
}
