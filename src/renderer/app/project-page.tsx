import type { ComponentType } from 'react';
import { type Place, useView } from '../state/view.ts';
import { Desk } from './desk.tsx';
import { later } from './later.tsx';
import styles from './project-page.module.css';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';

const PAGES: Readonly<Record<Place, ComponentType>> = {
  articles: Desk,
  import: later(
    () => import('../features/transfer/import-page.tsx'),
    (page) => page.ImportPage,
  ),
  statistics: later(
    () => import('../features/statistics/statistics-page.tsx'),
    (page) => page.StatisticsPage,
  ),
  agreement: later(
    () => import('../features/agreement/agreement-page.tsx'),
    (page) => page.AgreementPage,
  ),
  search: later(
    () => import('../features/search/search-page.tsx'),
    (page) => page.SearchPage,
  ),
  review: later(
    () => import('../features/review/review-page.tsx'),
    (page) => page.ReviewPage,
  ),
  codebook: later(
    () => import('../features/codebook/codebook-page.tsx'),
    (page) => page.CodebookPage,
  ),
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
