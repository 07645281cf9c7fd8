import { inBackground } from '../../state/background.ts';
import { openArticle } from '../../state/desk.ts';
import { type Behind, type OpenList, openBehind, showMore } from '../../state/statistics.ts';
import { goTo } from '../../state/view.ts';
import { BehindPane } from '../../ui/behind-pane.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './behind-list.module.css';
import type { ChartData } from './chart-data.ts';
import { closeList } from './close-list.ts';

/** Props of {@link BehindList}. */
export interface BehindListProps {
  readonly list: OpenList;
  readonly data: ChartData;
}

/** The very annotations, or articles, that a number counts. */
export function BehindList({ list, data }: BehindListProps) {
  const { ask, total, annotations, articles, error } = list;
  const shown = annotations.length + articles.length;
  const counted = 'articles' in ask ? 'statistics.articleCount' : 'statistics.annotations';
  return (
    <BehindPane
      name={t('statistics.behind')}
      title={ask.title}
      listed={ask}
      close={{
        words: t('statistics.closeList'),
        command: 'statistics.close',
        onClick: closeList,
      }}
      trouble={
        error === undefined
          ? undefined
          : { title: t('statistics.nothingListed'), words: said(error.message) }
      }
      count={total === undefined ? t('statistics.looking') : t(counted, { count: total })}
      more={
        total === undefined || shown >= total
          ? undefined
          : {
              words: t('statistics.showMore', { total }),
              onClick: () => inBackground(showMore()),
            }
      }
    >
      <ul aria-label={t('statistics.behindList')} className={styles['list']}>
        {annotations.map((annotation) => (
          <li key={`${annotation.analyst} ${annotation.articleId} ${annotation.id}`}>
            <AnnotationLine annotation={annotation} data={data} />
          </li>
        ))}
        {articles.map((id) => (
          <li key={id}>
            <ArticleLine id={id} title={data.names.article(id)} />
          </li>
        ))}
      </ul>
    </BehindPane>
  );
}

function AnnotationLine(props: { readonly annotation: Behind; readonly data: ChartData }) {
  const { annotation, data } = props;
  const look = data.looks.find(({ id }) => id === annotation.label);
  const article = data.names.article(annotation.articleId);
  const analyst = data.names.analyst(annotation.analyst);
  return (
    <button
      type="button"
      className={styles['line']}
      onClick={() => inBackground(openBehind(annotation))}
    >
      <LabelSquare letter={look?.letter ?? '?'} hue={look?.hue ?? 'grey'} />
      <Spoken>{`${look?.name ?? annotation.label} `}</Spoken>
      <span className={styles['quote']} dir="auto">
        {annotation.quote === '' ? t('statistics.noWords') : annotation.quote}
      </span>
      <span className={styles['place']} dir="auto">
        {annotation.analyst === data.me ? article : t('statistics.placeOf', { article, analyst })}
      </span>
    </button>
  );
}

function ArticleLine({ id, title }: { readonly id: string; readonly title: string }) {
  return (
    <button
      type="button"
      className={styles['line']}
      onClick={() => {
        goTo('articles');
        inBackground(openArticle(id));
      }}
    >
      <span className={styles['quote']} dir="auto">
        {title}
      </span>
    </button>
  );
}
