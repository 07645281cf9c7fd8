import { dateWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';

const DAY = 24 * 60 * 60 * 1000;

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/**
 * When something was opened: the time today, the weekday this week, else the day.
 * @param iso ISO-8601
 */
export function lastOpened(iso: string, now: Date): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY);
  if (days === 0) {
    return t('start.today', { time: dateWords(date, { hour: '2-digit', minute: '2-digit' }) });
  }
  if (days === 1) return t('start.yesterday');
  if (days > 1 && days < 7) return dateWords(date, { weekday: 'long' });
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return dateWords(date, { day: 'numeric', month: 'long', ...year });
}

/** The last three parts of a folder: what tells projects apart. */
export function shortFolder(folder: string): string {
  const parts = folder.split(/[\\/]/u).filter((part) => part !== '');
  return parts.slice(-3).join(' / ');
}
