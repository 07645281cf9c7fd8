import type { ComponentType } from 'react';
import { CodebookPage } from '../features/codebook/codebook-page.tsx';
import { SearchPage } from '../features/search/search-page.tsx';
import { StatisticsPage } from '../features/statistics/statistics-page.tsx';
import { ImportPage } from '../features/transfer/import-page.tsx';
import { type Place, useView } from '../state/view.ts';
import { Desk } from './desk.tsx';
import styles from './project-page.module.css';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';

const PAGES: Readonly<Record<Place, ComponentType>> = {
  articles: Desk,
  import: ImportPage,
  statistics: StatisticsPage,
  search: SearchPage,
  codebook: CodebookPage,
};

/** The window with a project: bar, place, status. */
export function ProjectPage() {
  const Page = PAGES[useView((state) => state.place)];
  return (
    <div className={styles['window']}>
      <TopBar />
      <main className={styles['place']}>
        <Page />
      </main>
      <StatusBar />
    </div>
  );
}
