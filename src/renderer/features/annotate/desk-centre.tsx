import { useEffect } from 'react';
import { inBackground } from '../../state/background.ts';
import { openArticle } from '../../state/desk.ts';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { said } from '../../words/said.ts';
import { t, useLanguage } from '../../words/words.ts';
import styles from './desk-centre.module.css';
import { FindBar } from './find-bar.tsx';
import { FrozenLine } from './frozen-line.tsx';
import { LabelToolbar } from './label-toolbar.tsx';
import { Reader } from './reader.tsx';
import { warmUp } from './warm-up.ts';

/** The middle of the desk: the labels, and under them the article. */
export function DeskCentre() {
  const error = useProject((state) => state.articleError);
  useEffect(warmUp, []);
  return (
    <div className={styles['centre']}>
      <LabelToolbar />
      <FindBar />
      <FrozenLine />
      {error === undefined ? <OpenArticle /> : <NotOpened reason={said(error.message)} />}
    </div>
  );
}

function OpenArticle() {
  const language = useLanguage();
  const article = useProject(
    (state) => state.rows.find((row) => row.article.id === state.article?.articleId)?.article,
  );
  const text = useProject((state) => state.article?.text);
  if (article === undefined || text === undefined) {
    return <p className={styles['opening']}>{t('annotate.opening')}</p>;
  }
  // The text is drawn without React, so another language draws it anew.
  return <Reader key={`${article.id} ${language}`} article={article} text={text} />;
}

function NotOpened({ reason }: { readonly reason: string }) {
  const articleId = useProject((state) => state.articleId);
  return (
    <div className={styles['problem']}>
      <ErrorState
        title={t('annotate.notOpened')}
        actions={
          <Button
            onClick={() => {
              if (articleId !== undefined) inBackground(openArticle(articleId));
            }}
          >
            {t('annotate.tryAgain')}
          </Button>
        }
      >
        {reason}
      </ErrorState>
    </div>
  );
}
