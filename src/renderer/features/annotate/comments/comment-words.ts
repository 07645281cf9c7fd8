import type { Comment, CommentThread } from '../../../../core/model/comment.ts';
import { dateWords } from '../../../words/amounts.ts';
import { t } from '../../../words/words.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The name of an analyst; the id of one who is not in the project. */
export function nameOf(analysts: readonly Named[], id: string): string {
  return analysts.find((one) => one.id === id)?.name ?? id;
}

const FULL = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const;
const DAY = { day: 'numeric', month: 'short' } as const;
const DAY_AND_YEAR = { ...DAY, year: 'numeric' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

/** A time in full; empty where it is none. @param iso ISO-8601 UTC */
export function fullTime(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? '' : dateWords(time, FULL);
}

/** A time, as short as it can be told today: the hour, the day, or the day and year. */
export function shortTime(iso: string, now: Date): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return '';
  const then = new Date(time);
  if (then.toDateString() === now.toDateString()) return dateWords(then, CLOCK);
  return dateWords(then, then.getFullYear() === now.getFullYear() ? DAY : DAY_AND_YEAR);
}

/** The first words of what was said. */
export function shortWords(text: string, most = 60): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}

function firstSaid(thread: CommentThread): Comment | undefined {
  return thread.comments.find(({ action }) => action === 'say');
}

/** A thread in one line, for assistive technology: whose, how it begins, how many answers. */
export function threadWords(thread: CommentThread, analysts: readonly Named[]): string {
  const first = firstSaid(thread);
  const answers = thread.comments.filter(({ action }) => action === 'say').length - 1;
  let words =
    first === undefined
      ? t('remarks.comment')
      : t('remarks.by', { name: nameOf(analysts, first.analyst), words: shortWords(first.text) });
  if (answers > 0) words = t('remarks.replies', { thread: words, count: answers });
  return thread.resolved ? t('remarks.threadResolved', { thread: words }) : words;
}
