import type { Article } from '../../../core/model/article.ts';
import styles from './reader.module.css';
import { hasHeadline, planOf } from './text-plan.ts';

const DATE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** An ISO date in words; anything else as it was found. */
export function dateWords(date: string): string {
  if (!/^\d{4}-\d\d-\d\d/u.test(date)) return date;
  const time = Date.parse(date.slice(0, 10));
  return Number.isNaN(time) ? date : DATE.format(time);
}

/** Where the article is from; its headline only where the text itself does not say it. */
export function ArticleHeader(props: { readonly article: Article; readonly text: string }) {
  const { article, text } = props;
  const facts = [article.outlet, dateWords(article.date), article.byline].filter(
    (fact) => fact.trim() !== '',
  );
  return (
    <header className={styles['head']}>
      {facts.length === 0 ? null : (
        <p className={styles['facts']}>
          {facts.map((fact) => (
            <span key={fact}>
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
      )}
      {hasHeadline(planOf(text, article)) ? null : (
        <h1 className={styles['headline']} dir="auto">
          {article.title === '' ? 'Untitled' : article.title}
        </h1>
      )}
    </header>
  );
}
