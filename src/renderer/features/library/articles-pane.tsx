import { ArrowUpDown, ClipboardPaste, FilePlus, FolderPlus, ListFilter, Plus } from 'lucide-react';
import { runCommand } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { numberWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import { ArticlesList } from './articles-list.tsx';
import styles from './articles-pane.module.css';
import { BulkBar } from './bulk-bar.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterButton } from './filter-panel.tsx';
import {
  changeFilter,
  clearFilter,
  sortBy,
  useListView,
  usePreparedList,
  useRowsInView,
} from './list-view.ts';
import { ProgressFilter } from './progress-filter.tsx';
import { SORTINGS } from './sortings.ts';

/** Id of the filter field, so that its shortcut finds it. */
export const FILTER_ID = 'articles-filter';

/** The left pane: the project's articles. */
export function ArticlesPane() {
  const total = useProject((state) => state.rows.length);
  const rows = useRowsInView();
  usePreparedList();
  return (
    <section className={styles['pane']} aria-label={t('library.pane')}>
      <Head total={total} shown={rows.length} />
      {total === 0 ? <p className={styles['empty']}>{t('library.none')}</p> : null}
      {total > 0 && rows.length === 0 ? <NothingFound /> : null}
      {rows.length > 0 ? <ArticlesList rows={rows} /> : null}
      <BulkBar rows={rows} />
    </section>
  );
}

function Head({ total, shown }: { readonly total: number; readonly shown: number }) {
  const sorting = useListView((state) => state.sorting);
  const reversed = useListView((state) => state.reversed);
  const count = shown === total ? numberWords(total) : t('library.shownOf', { shown, total });
  return (
    <header className={styles['head']}>
      <div className={styles['bar']}>
        <h2 className={styles['name']}>{t('library.articles')}</h2>
        <span className={styles['total']}>{count}</span>
        <Menu
          align="end"
          trigger={
            <IconButton icon={ArrowUpDown} label={t('library.sort')} disabled={total === 0} />
          }
        >
          <MenuChoice
            title={t('library.sortBy')}
            value={sorting}
            options={SORTINGS.map(({ value, name }) => ({ value, name: t(name) }))}
            onChange={sortBy}
          />
          <MenuSeparator />
          <MenuItem icon={ArrowUpDown} onSelect={() => sortBy(sorting)}>
            {reversed ? t('library.usual') : t('library.other')}
          </MenuItem>
        </Menu>
        <AddMenu />
      </div>
      {total === 0 ? null : <FilterField />}
      {total === 0 ? null : <FilterChips />}
      {total === 0 ? null : <ProgressFilter />}
    </header>
  );
}

function AddMenu() {
  return (
    <Menu align="end" trigger={<IconButton icon={Plus} label={t('library.add')} />}>
      <MenuItem icon={FilePlus} command="import.files" onSelect={() => runCommand('import.files')}>
        {t('library.importFiles')}
      </MenuItem>
      <MenuItem icon={FolderPlus} onSelect={() => runCommand('import.folder')}>
        {t('library.importFolder')}
      </MenuItem>
      <MenuItem icon={ClipboardPaste} onSelect={() => runCommand('import.paste')}>
        {t('library.pasteText')}
      </MenuItem>
    </Menu>
  );
}

function FilterField() {
  const filter = useListView((state) => state.words);
  return (
    <div className={styles['filter']}>
      <ListFilter size={14} strokeWidth={1.6} aria-hidden />
      <input
        id={FILTER_ID}
        type="search"
        aria-label={t('library.filter')}
        placeholder={t('library.filter')}
        autoComplete="off"
        spellCheck={false}
        value={filter}
        onChange={(event) => changeFilter({ words: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (filter === '') event.currentTarget.blur();
          else changeFilter({ words: '' });
        }}
      />
      {filter === '' ? <KeyHint command="articles.filter" joined /> : null}
      <FilterButton />
    </div>
  );
}

function NothingFound() {
  return (
    <div className={styles['empty']}>
      <EmptyState
        title={t('library.noMatch')}
        action={<Button onClick={clearFilter}>{t('library.showAll')}</Button>}
      />
    </div>
  );
}
