import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { inBackground } from '../../state/background.ts';
import { openArticle } from '../../state/desk.ts';
import { type Behind, type OpenList, openBehind, showMore } from '../../state/statistics.ts';
import { goTo } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import styles from './behind-pane.module.css';
import { type ChartData, countWords } from './chart-data.ts';
import { closeList } from './close-list.ts';

/** Props of {@link BehindPane}. */
export interface BehindPaneProps {
  readonly list: OpenList;
  readonly data: ChartData;
}

/** The very annotations, or articles, that a number counts. */
export function BehindPane({ list, data }: BehindPaneProps) {
  const { ask, total, annotations, articles, error } = list;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [ask]);
  const shown = annotations.length + articles.length;
  const one = 'articles' in ask ? 'article' : 'annotation';
  return (
    <aside aria-label="Behind the number" className={styles['pane']}>
      <header className={styles['head']}>
        <h2 ref={heading} tabIndex={-1} className={styles['title']}>
          {ask.title}
        </h2>
        <IconButton
          icon={X}
          label="Close the list"
          command="statistics.close"
          onClick={closeList}
        />
      </header>
      {error === undefined ? null : (
        <ErrorState title="Nothing was listed.">{error.message}</ErrorState>
      )}
      <p className={styles['count']} aria-live="polite">
        {total === undefined ? 'Looking…' : countWords(total, one)}
      </p>
      <ul aria-label="Annotations behind the number" className={styles['list']}>
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
      {total !== undefined && shown < total ? (
        <Button className={styles['more']} onClick={() => inBackground(showMore())}>
          {`Show more of ${total.toLocaleString('en')}`}
        </Button>
      ) : null}
    </aside>
  );
}

function AnnotationLine(props: { readonly annotation: Behind; readonly data: ChartData }) {
  const { annotation, data } = props;
  const look = data.looks.find(({ id }) => id === annotation.label);
  const whose =
    annotation.analyst === data.me ? '' : ` · ${data.names.analyst(annotation.analyst)}`;
  return (
    <button
      type="button"
      className={styles['line']}
      onClick={() => inBackground(openBehind(annotation))}
    >
      <LabelSquare letter={look?.letter ?? '?'} hue={look?.hue ?? 'grey'} />
      <Spoken>{`${look?.name ?? annotation.label} `}</Spoken>
      <span className={styles['quote']} dir="auto">
        {annotation.quote === '' ? 'No words, or deleted since' : annotation.quote}
      </span>
      <span className={styles['place']} dir="auto">
        {`${data.names.article(annotation.articleId)}${whose}`}
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
