import { chooseArticles, useExport } from '../../state/export.ts';
import { useProject } from '../../state/project.ts';
import { Choices } from '../../ui/choices.tsx';
import { t } from '../../words/words.ts';
import { articlesWords } from './export-words.ts';

type What = 'all' | 'chosen' | 'this';

/** Which articles go out. */
export function ExportWhat() {
  const articles = useExport((state) => state.asked.choice.articles);
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
      title={t('transfer.what')}
      value={value}
      options={[
        { value: 'all', name: t('transfer.all'), words: articlesWords(count) },
        ...(chosen === undefined
          ? []
          : [
              {
                value: 'chosen' as const,
                name: t('transfer.selectedOnes'),
                words: articlesWords(chosen.length),
              },
            ]),
        ...(open === undefined
          ? []
          : [{ value: 'this' as const, name: t('transfer.thisArticle'), words: title ?? '' }]),
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
