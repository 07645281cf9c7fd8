import { chooseArticles, useExport } from '../../state/export.ts';
import { useProject } from '../../state/project.ts';
import { Choices } from '../../ui/choices.tsx';
import { articlesWords } from './export-words.ts';

type What = 'all' | 'chosen' | 'this';

/** Which articles go out. */
export function ExportWhat() {
  const articles = useExport((state) => state.choice.articles);
  const chosen = useExport((state) => state.chosen);
  const count = useProject((state) => state.rows.length);
  const open = useProject((state) => state.articleId);
  const title = useProject(
    (state) => state.rows.find((row) => row.article.id === state.articleId)?.article.title,
  );
  const value = whatOf(articles, chosen);
  const ids: Readonly<Record<What, readonly string[] | undefined>> = {
    all: undefined,
    chosen,
    this: open === undefined ? [] : [open],
  };
  return (
    <Choices<What>
      title="What"
      value={value}
      options={[
        { value: 'all', name: 'All', words: articlesWords(count) },
        ...(chosen === undefined
          ? []
          : [
              {
                value: 'chosen' as const,
                name: 'The selected ones',
                words: articlesWords(chosen.length),
              },
            ]),
        ...(open === undefined
          ? []
          : [{ value: 'this' as const, name: 'This article', words: title ?? '' }]),
      ]}
      onChange={(what) => chooseArticles(ids[what])}
    />
  );
}

function whatOf(
  articles: readonly string[] | undefined,
  chosen: readonly string[] | undefined,
): What {
  if (articles === undefined) return 'all';
  const isChosen =
    chosen?.length === articles.length && articles.every((id, at) => id === chosen[at]);
  return isChosen ? 'chosen' : 'this';
}
