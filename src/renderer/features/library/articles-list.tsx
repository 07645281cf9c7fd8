import {
  createContext,
  type KeyboardEvent,
  useCallback,
  useContext,
  useEffect,
  useRef,
} from 'react';
import {
  type CustomContainerComponentProps,
  type CustomItemComponentProps,
  Virtualizer,
  type VirtualizerHandle,
} from 'virtua';
import { inBackground } from '../../state/background.ts';
import { openArticle } from '../../state/desk.ts';
import { type ArticleRow, useProject } from '../../state/project.ts';
import { ArticleRowView } from './article-row.tsx';
import styles from './articles-list.module.css';

/** Rows above and below the visible ones that are kept ready, in pixels. */
const BUFFER = 1200;
const ROW_HEIGHT = 70;

/** How many rows there are, for assistive technology: only some of them are in the page. */
const RowCount = createContext(0);

function ListItem({ ref, children, style, index }: CustomItemComponentProps) {
  return (
    <li ref={ref} style={style} aria-posinset={index + 1} aria-setsize={useContext(RowCount)}>
      {children}
    </li>
  );
}

function List({ children, style, ref }: CustomContainerComponentProps) {
  return (
    <ul ref={ref} style={style} aria-label="Articles" className={styles['list']}>
      {children}
    </ul>
  );
}

/** The articles in sight, in a list that stays fast with thousands. */
export function ArticlesList({ rows }: { readonly rows: readonly ArticleRow[] }) {
  const labels = useProject((state) => state.labels);
  const articleId = useProject((state) => state.articleId);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const openAt = rows.findIndex((row) => row.article.id === articleId);
  const focusAt = openAt === -1 ? 0 : openAt;
  const onOpen = useCallback((id: string) => inBackground(openArticle(id)), []);

  useEffect(() => {
    if (openAt !== -1) list.current?.scrollToIndex(openAt, { align: 'nearest' });
  }, [openAt]);

  function focusRow(index: number): void {
    const row = rows[index];
    if (row === undefined) return;
    list.current?.scrollToIndex(index, { align: 'nearest' });
    requestAnimationFrame(() => {
      const id = CSS.escape(row.article.id);
      scroller.current?.querySelector<HTMLElement>(`[data-article="${id}"]`)?.focus();
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const focused = (event.target as HTMLElement).dataset['article'];
    const at = rows.findIndex((row) => row.article.id === focused);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const next = moves[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    focusRow(Math.min(rows.length - 1, Math.max(0, next)));
  }

  return (
    // The keys move the focus between the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={scroller} className={styles['scroller']} onKeyDown={onKeyDown}>
      <RowCount value={rows.length}>
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          data={rows}
          as={List}
          item={ListItem}
          bufferSize={BUFFER}
          itemSize={ROW_HEIGHT}
          keepMounted={[focusAt]}
        >
          {(row, index) => (
            <ArticleRowView
              key={row.article.id}
              row={row}
              labels={labels}
              open={index === openAt}
              focusable={index === focusAt}
              onOpen={onOpen}
            />
          )}
        </Virtualizer>
      </RowCount>
    </div>
  );
}
