import { ImportPage } from '../features/transfer/import-page.tsx';
import { useView } from '../state/view.ts';
import { Desk } from './desk.tsx';
import styles from './project-page.module.css';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';

/** The window with a project: bar, place, status. */
export function ProjectPage() {
  const place = useView((state) => state.place);
  return (
    <div className={styles['window']}>
      <TopBar />
      <main className={styles['place']}>{place === 'import' ? <ImportPage /> : <Desk />}</main>
      <StatusBar />
    </div>
  );
}
