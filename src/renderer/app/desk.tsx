import { type CSSProperties, useEffect } from 'react';
import { ArticleComments } from '../features/annotate/comments/article-comments.tsx';
import { DeskCentre } from '../features/annotate/desk-centre.tsx';
import { DeskSide } from '../features/annotate/desk-side.tsx';
import { ArticleRemarks } from '../features/annotate/document/article-remarks.tsx';
import { GuidelinesSwitch } from '../features/codebook/guidelines-switch.tsx';
import { ArticleDetails } from '../features/library/article-details.tsx';
import { ArticlesPane } from '../features/library/articles-pane.tsx';
import { useGuidelines } from '../state/guidelines.ts';
import { useProject } from '../state/project.ts';
import { showArticlesPane, showDetailsPane, useView } from '../state/view.ts';
import { SplitHandle } from '../ui/split-handle.tsx';
import { t } from '../words/words.ts';
import styles from './desk.module.css';
import { EmptyDesk } from './empty-desk.tsx';
import { later } from './later.tsx';
import {
  PANE_LIMITS,
  type Pane,
  setPaneWidth,
  useArticlesOverlay,
  useDetailsOverlay,
  usePaneWidth,
} from './pane-widths.ts';

const GuidelinesPanel = later(
  () => import('../features/codebook/guidelines-panel.tsx'),
  (panel) => panel.GuidelinesPanel,
);

/** The place where one reads and marks: articles, text, details. */
export function Desk() {
  const articles = usePaneWidth('articles');
  const details = usePaneWidth('details');
  const articlesShown = useView((state) => state.articlesPane);
  const detailsShown = useView((state) => state.detailsPane);
  const empty = useProject((state) => state.rows.length === 0);
  const overlay = useDetailsOverlay();
  const both = useArticlesOverlay();
  useEffect(() => showDetailsPane(!overlay), [overlay]);
  useEffect(() => showArticlesPane(!both), [both]);
  const widths = { '--articles': `${String(articles)}px`, '--details': `${String(details)}px` };
  return (
    <div
      className={styles['desk']}
      style={widths as CSSProperties}
      data-overlay={overlay}
      data-both={both}
    >
      {articlesShown ? (
        <>
          <div className={styles['articles']}>
            <ArticlesPane />
          </div>
          {both ? null : <Handle pane="articles" side="before" label={t('app.articlesWidth')} />}
        </>
      ) : null}
      <div className={styles['centre']}>{empty ? <EmptyDesk /> : <DeskCentre />}</div>
      {detailsShown && !empty ? (
        <>
          {overlay ? null : <Handle pane="details" side="after" label={t('app.detailsWidth')} />}
          <div className={styles['details']}>
            <Side />
          </div>
        </>
      ) : null}
    </div>
  );
}

function Side() {
  const selected = useProject((state) => state.selected);
  const guidelines = useGuidelines((state) => state.shown);
  if (guidelines) {
    return (
      <>
        <GuidelinesSwitch />
        <GuidelinesPanel />
      </>
    );
  }
  return (
    <>
      <GuidelinesSwitch />
      <DeskSide />
      {selected === undefined ? (
        <div>
          <ArticleRemarks />
          <ArticleComments />
          <ArticleDetails />
        </div>
      ) : null}
    </>
  );
}

function Handle(props: {
  readonly pane: Pane;
  readonly side: 'before' | 'after';
  readonly label: string;
}) {
  const { pane, side, label } = props;
  return (
    <SplitHandle
      label={label}
      pane={side}
      value={usePaneWidth(pane)}
      {...PANE_LIMITS[pane]}
      onChange={(width) => setPaneWidth(pane, width)}
      onReset={() => setPaneWidth(pane, undefined)}
    />
  );
}
