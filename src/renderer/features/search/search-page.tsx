import { useEffect } from 'react';
import { inBackground } from '../../state/background.ts';
import { useProject } from '../../state/project.ts';
import {
  followSearch,
  forgetSearch,
  type SearchProgress,
  searchAgain,
  searchFor,
  stopSearch,
  useSearch,
} from '../../state/searching.ts';
import { goTo } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import { ChangePreview } from './change-preview.tsx';
import { HitBar } from './hit-bar.tsx';
import { HitsTable } from './hits-table.tsx';
import { IndexBar } from './index-bar.tsx';
import { QueryField } from './query-field.tsx';
import { focusQuery } from './query-focus.ts';
import { withPart } from './query-parts.ts';
import { resultWords } from './result-words.ts';
import styles from './search-page.module.css';

let shown = '';

/** Another project, or another analyst: what was found is not theirs. */
function useFreshSearch(): void {
  const owner = useProject(({ project }) =>
    project === undefined ? '' : `${project.folder} ${project.me.id}`,
  );
  useEffect(() => {
    if (shown !== '' && shown !== owner) forgetSearch();
    shown = owner;
  }, [owner]);
}

/** The place where words are found in all articles, seen in context, and changed many at once. */
export function SearchPage() {
  useFreshSearch();
  const history = useProject((state) => state.history);
  useEffect(searchAgain, [history]);
  useEffect(() => {
    const stop = followSearch();
    if (useSearch.getState().text === '') focusQuery();
    return stop;
  }, []);
  const kept = useSearch((state) => state.progress?.kept ?? 0);
  return (
    <div className={styles['page']}>
      <h1 className={styles['title']}>{t('search.title')}</h1>
      <QueryField />
      <IndexBar />
      <Result />
      <HitBar kept={kept} />
      <ChangePreview />
    </div>
  );
}

function Result() {
  const empty = useProject((state) => state.rows.length === 0);
  const asked = useSearch((state) => state.text.trim() !== '');
  const error = useSearch((state) => state.error);
  const progress = useSearch((state) => state.progress);
  if (empty) {
    return (
      <Middle>
        <EmptyState
          title={t('search.nothingYet')}
          action={<Button onClick={() => goTo('import')}>{t('search.goImport')}</Button>}
        >
          {t('search.articlesFirst')}
        </EmptyState>
      </Middle>
    );
  }
  if (error !== undefined) {
    return (
      <Middle>
        <ErrorState
          title={t('search.nothingSearched')}
          actions={<Button onClick={searchAgain}>{t('search.tryAgain')}</Button>}
        >
          {said(error.message)}
        </ErrorState>
      </Middle>
    );
  }
  if (!asked || progress === undefined) {
    return (
      <Middle>
        <EmptyState title={t('search.typeWords')}>
          {t('search.typeHelp', { example: 'label:claim' })}
        </EmptyState>
      </Middle>
    );
  }
  return (
    <>
      <Count progress={progress} />
      {progress.kept > 0 ? <HitsTable count={progress.kept} /> : null}
      {progress.found === 0 && progress.done ? <NothingFound /> : null}
    </>
  );
}

function Middle({ children }: { readonly children: React.ReactNode }) {
  return <div className={styles['middle']}>{children}</div>;
}

function Count({ progress }: { readonly progress: SearchProgress }) {
  return (
    <div className={styles['count']}>
      <p role="status" aria-label={t('search.result')}>
        {resultWords(progress)}
      </p>
      {progress.done ? null : (
        <Button look="quiet" command="search.stop" onClick={() => inBackground(stopSearch())}>
          {t('search.stop')}
        </Button>
      )}
    </div>
  );
}

function NothingFound() {
  const text = useSearch((state) => state.text);
  const onlyArticle = !/(?:^|\s)in:/u.test(text);
  return (
    <Middle>
      <EmptyState
        title={t('search.nothingFound')}
        action={
          onlyArticle ? (
            <Button onClick={() => searchFor(withPart(text, 'in:all'))}>
              {t('search.searchWhole')}
            </Button>
          ) : undefined
        }
      >
        {onlyArticle ? t('search.furnitureLeft') : t('search.findMore')}
      </EmptyState>
    </Middle>
  );
}
