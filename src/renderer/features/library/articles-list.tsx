import type { KeyboardEvent, MouseEvent } from 'react';
import { inBackground } from '../../state/background.ts';
import { openArticle } from '../../state/desk.ts';
import { type ArticleRow, useProject } from '../../state/project.ts';
import { listTarget } from '../../ui/list-keys.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { t } from '../../words/words.ts';
import { ArticleRowView } from './article-row.tsx';
import styles from './articles-list.module.css';
import {
  anchorAt,
  clearSelection,
  selectAll,
  selectTo,
  toggleSelected,
  useSelection,
} from './selection.ts';

/** Rows above and below the visible ones that are kept ready, in pixels. */
const BUFFER = 280;
const ROW_HEIGHT = 72;

/** A click opens; with Ctrl or Shift it selects, as in every list of files. */
function press(id: string, event: Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>): void {
  if (event.shiftKey) selectTo(id);
  else if (event.ctrlKey || event.metaKey) toggleSelected(id);
  else {
    anchorAt(id);
    inBackground(openArticle(id));
  }
}

/** Selects as far as an arrow key leads; the list moves the focus there. */
function selectOnwards(
  event: KeyboardEvent<HTMLElement>,
  id: string,
  rows: readonly ArticleRow[],
): void {
  const at = rows.findIndex((row) => row.article.id === id);
  const to = rows[listTarget(event, at, rows.length) ?? -1];
  if (to === undefined) return;
  if (useSelection.getState().anchor === undefined) anchorAt(id);
  selectTo(to.article.id);
}

/** The keys that select; moving the focus is the list's own. */
function onKeyDown(event: KeyboardEvent<HTMLElement>, rows: readonly ArticleRow[]): void {
  const id = (event.target as HTMLElement).dataset['article'];
  if (id === undefined) return;
  const isChord = event.ctrlKey || event.metaKey;
  if (isChord && event.key.toLowerCase() === 'a') selectAll();
  else if (isChord && event.key === ' ') toggleSelected(id);
  else if (event.key === 'Escape' && useSelection.getState().ids.size > 0) clearSelection();
  else {
    if (event.shiftKey) selectOnwards(event, id, rows);
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

/** The articles in sight, in a list that stays fast with a hundred thousand. */
export function ArticlesList({ rows }: { readonly rows: readonly ArticleRow[] }) {
  const labels = useProject((state) => state.labels);
  const articleId = useProject((state) => state.articleId);
  const ids = useSelection((state) => state.ids);
  return (
    // The keys belong to the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles['keys']}
      data-selecting={ids.size > 0}
      onKeyDownCapture={(event) => onKeyDown(event, rows)}
    >
      <VirtualList
        label={t('library.articles')}
        items={rows}
        keyOf={(row) => row.article.id}
        current={rows.findIndex((row) => row.article.id === articleId)}
        itemHeight={ROW_HEIGHT}
        buffer={BUFFER}
        className={styles['scroller']}
        listClassName={styles['list']}
      >
        {(row, { current, focusable }) => (
          <ArticleRowView
            row={row}
            labels={labels}
            open={current}
            selected={ids.has(row.article.id)}
            focusable={focusable}
            onPress={press}
          />
        )}
      </VirtualList>
    </div>
  );
}
