import type { Comment, CommentThread } from '../../../../core/model/comment.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The name of an analyst; the id of one who is not in the project. */
export function nameOf(analysts: readonly Named[], id: string): string {
  return analysts.find((one) => one.id === id)?.name ?? id;
}

const FULL = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const DAY_AND_YEAR = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** A time in full; empty where it is none. @param iso ISO-8601 UTC */
export function fullTime(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? '' : FULL.format(time);
}

/** A time, as short as it can be told today: the hour, the day, or the day and year. */
export function shortTime(iso: string, now: Date): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return '';
  const then = new Date(time);
  if (then.toDateString() === now.toDateString()) return CLOCK.format(then);
  return (then.getFullYear() === now.getFullYear() ? DAY : DAY_AND_YEAR).format(then);
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
  const start =
    first === undefined
      ? 'Comment'
      : `Comment by ${nameOf(analysts, first.analyst)}: ${shortWords(first.text)}`;
  const more = answers < 1 ? '' : answers === 1 ? ', 1 reply' : `, ${String(answers)} replies`;
  return `${start}${more}${thread.resolved ? ', resolved' : ''}`;
}
