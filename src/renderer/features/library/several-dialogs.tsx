import { useState } from 'react';
import { type ArticleRow, useProject } from '../../state/project.ts';
import { numberWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import { articlesWords, assignArticles, tagArticles } from './bulk.ts';
import { make } from './bulk-actions.ts';
import { chosenRows } from './selection.ts';
import { type Several, SeveralDialog } from './several-dialog.tsx';

/** Whether all, none or some of the rows have a value. */
function held(
  rows: readonly ArticleRow[],
  value: string,
  field: 'tags' | 'assigned',
): boolean | undefined {
  const count = rows.filter(({ article }) => article[field].includes(value)).length;
  return count === 0 ? false : count === rows.length ? true : undefined;
}

function tagsOf(rows: readonly ArticleRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { article } of rows) {
    for (const tag of article.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return counts;
}

/** Tags the chosen articles. */
export function TagDialog() {
  const [rows] = useState(chosenRows);
  const [options] = useState<readonly Several[]>(() =>
    [...tagsOf(useProject.getState().rows)]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([value, count]) => ({
        value,
        name: value,
        held: held(rows, value, 'tags'),
        hint: numberWords(count),
      })),
  );
  return (
    <SeveralDialog
      title={
        rows.length === 1
          ? t('library.tagThis')
          : t('library.tagEdit', { articles: articlesWords(rows) })
      }
      options={options}
      none={t('library.noTags')}
      newLabel={t('library.newTag')}
      onDone={(change) => make(tagArticles(rows, change))}
    />
  );
}

/** Assigns analysts to the chosen articles. */
export function AssignDialog() {
  const [rows] = useState(chosenRows);
  const analysts = useProject((state) => state.project?.analysts) ?? [];
  const me = useProject((state) => state.project?.me.id);
  return (
    <SeveralDialog
      title={
        rows.length === 1
          ? t('library.assignThis')
          : t('library.assignEdit', { articles: articlesWords(rows) })
      }
      options={analysts.map(({ id, name }) => ({
        value: id,
        name,
        held: held(rows, id, 'assigned'),
        ...(id === me ? { hint: t('library.you') } : {}),
      }))}
      none={t('library.noAnalysts')}
      onDone={(change) => make(assignArticles(rows, change))}
    />
  );
}
