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
      <h1 className={styles['title']}>Search</h1>
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
          title="There is nothing to search yet."
          action={<Button onClick={() => goTo('import')}>Go to import</Button>}
        >
          Articles come first.
        </EmptyState>
      </Middle>
    );
  }
  if (error !== undefined) {
    return (
      <Middle>
        <ErrorState
          title="Nothing was searched."
          actions={<Button onClick={searchAgain}>Try again</Button>}
        >
          {error.message}
        </ErrorState>
      </Middle>
    );
  }
  if (!asked || progress === undefined) {
    return (
      <Middle>
        <EmptyState title="Type words to find them in every article.">
          They are found in any case and with or without accents, in any script. What your own
          annotations cover is searched with label:claim.
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
      <p role="status" aria-label="Search result">
        {resultWords(progress)}
      </p>
      {progress.done ? null : (
        <Button look="quiet" command="search.stop" onClick={() => inBackground(stopSearch())}>
          Stop
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
        title="Nothing found."
        action={
          onlyArticle ? (
            <Button onClick={() => searchFor(withPart(text, 'in:all'))}>
              Search the whole page
            </Button>
          ) : undefined
        }
      >
        {onlyArticle
          ? 'Furniture, which is on the page but not of the article, was left out.'
          : 'Fewer words, or a star at the end of one, find more.'}
      </EmptyState>
    </Middle>
  );
}
