import type { Article } from '../../../core/model/article.ts';
import styles from './reader.module.css';

/** Lines among which a title is looked for: further down it would be a repetition. */
const HEAD_LINES = 40;

function hasTitleLine(text: string, title: string): boolean {
  const head = text.split('\n', HEAD_LINES);
  return head.some((line) => line.trim() === title.trim());
}

/** A date as people write it, where it is one; else as it was found. */
function dateInWords(date: string): string {
  if (!/^\d{4}-\d\d-\d\d$/u.test(date)) return date;
  const day = new Date(`${date}T12:00:00Z`);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** Where the article comes from. Its title only where the text has no line that says it. */
export function ArticleHead({
  article,
  text,
}: {
  readonly article: Article;
  readonly text: string;
}) {
  const parts = [article.outlet, dateInWords(article.date), article.byline];
  const known = parts.filter((part) => part !== '');
  return (
    <header className={styles['head']}>
      {known.length === 0 ? null : <p className={styles['meta']}>{known.join(' · ')}</p>}
      {hasTitleLine(text, article.title) ? null : (
        <h1 className={styles['headline']} dir="auto">
          {article.title}
        </h1>
      )}
    </header>
  );
}
