import type { Article } from '../../../core/model/article.ts';
import { dayWords } from '../../ui/date-words.ts';
import { t } from '../../words/words.ts';
import styles from './reader.module.css';
import { hasHeadline, planOf } from './text-plan.ts';

/** Where the article is from; its headline only where the text itself does not say it. */
export function ArticleHeader(props: { readonly article: Article; readonly text: string }) {
  const { article, text } = props;
  const facts = [article.outlet, dayWords(article.date), article.byline].filter(
    (fact) => fact.trim() !== '',
  );
  const plan = planOf(text, article);
  return (
    <header className={styles['head']} dir={plan.dir}>
      {facts.length === 0 ? null : (
        <p className={styles['facts']}>
          {facts.map((fact) => (
            <span key={fact}>
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
      )}
      {hasHeadline(plan) ? null : (
        <h1 className={styles['headline']} dir="auto">
          {article.title === '' ? t('annotate.untitled') : article.title}
        </h1>
      )}
    </header>
  );
}
