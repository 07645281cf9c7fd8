import { Copy } from 'lucide-react';
import { inBackground } from '../../state/background.ts';
import {
  articlesOut,
  editKeyOf,
  editOf,
  type ImportArticle,
  type ImportItem,
  leaveAllOut,
  leaveOut,
  useImport,
} from '../../state/import-batch.ts';
import { showItem } from '../../state/importing.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { dayWords } from '../../ui/date-words.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { numberWords } from '../../words/amounts.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './import-articles.module.css';

const ROW_HEIGHT = 45;
const BUFFER = 400;
/** Up to this many articles all are in the page. */
const WHOLE = 200;

/** The articles of a file that holds several: which is in sight, and which come in. */
export function ImportArticles({ item }: { readonly item: ImportItem }) {
  const articles = useImport((state) => state.articles);
  const article = useImport((state) => state.article);
  const isNoneOut = useImport((state) => articlesOut(state, item) === 0);
  return (
    <section className={styles['articles']}>
      <header className={styles['head']}>
        <h2 className={styles['heading']}>
          {t('transfer.articlesInFile')}{' '}
          <span className={styles['count']}>{numberWords(item.articles)}</span>
        </h2>
        <Button look="quiet" onClick={() => leaveAllOut(item, isNoneOut)}>
          {isNoneOut ? t('transfer.noArticles') : t('transfer.allArticles')}
        </Button>
      </header>
      <VirtualList
        label={t('transfer.articlesInFile')}
        items={articles}
        current={articles.length === 0 ? -1 : article}
        itemHeight={ROW_HEIGHT}
        buffer={BUFFER}
        wholeUpTo={WHOLE}
        className={styles['scroller']}
        keyOf={(one) => String(articles.indexOf(one))}
      >
        {(one, { current, focusable }, index) => (
          <ArticleRow
            item={item}
            index={index}
            article={one}
            current={current}
            focusable={focusable}
          />
        )}
      </VirtualList>
    </section>
  );
}

interface ArticleRowProps {
  readonly item: ImportItem;
  readonly index: number;
  readonly article: ImportArticle;
  readonly current: boolean;
  readonly focusable: boolean;
}

function ArticleRow({ item, index, article, current, focusable }: ArticleRowProps) {
  const key = editKeyOf(item, index);
  const edit = useImport((state) => editOf(state, key));
  const title = edit.fields.title ?? article.title;
  const day = dayWords(edit.fields.date ?? article.date);
  const isHere = article.heldAs !== '';
  return (
    <div className={styles['row']} data-current={current} data-out={edit.leftOut || isHere}>
      <button
        type="button"
        className={styles['show']}
        aria-current={current ? 'true' : undefined}
        tabIndex={focusable ? 0 : -1}
        onClick={() => inBackground(showItem(item.key, index))}
      >
        <span className={styles['title']}>
          <bdi>{title === '' ? t('transfer.notFound') : title}</bdi>
        </span>
        <span className={styles['about']}>
          <bdi>{said(article.place)}</bdi>
          <span>{isHere ? t('transfer.alreadyHere') : day}</span>
        </span>
      </button>
      {isHere ? (
        <Copy size={14} strokeWidth={1.6} aria-hidden />
      ) : (
        <CheckBox
          bare
          label={t('transfer.comesIn', { title })}
          checked={!edit.leftOut}
          onChange={(isIn) => leaveOut(key, !isIn)}
        />
      )}
    </div>
  );
}
