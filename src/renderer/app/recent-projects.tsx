import { Unplug } from 'lucide-react';
import { useState } from 'react';
import { inBackground } from '../state/background.ts';
import { openFolder, type Recent, useSession } from '../state/session.ts';
import { numberWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';
import styles from './recent-projects.module.css';
import { lastOpened, shortFolder } from './recent-words.ts';

/** Projects opened before, newest first. */
export function RecentProjects() {
  const recent = useSession((state) => state.recent);
  if (recent.length === 0) {
    return <p className={styles['none']}>{t('start.recentNone')}</p>;
  }
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('start.columnProject')}</th>
          <th scope="col">{t('start.columnFolder')}</th>
          <th scope="col" data-number>
            {t('start.columnArticles')}
          </th>
          <th scope="col" data-number>
            {t('start.columnAnnotations')}
          </th>
          <th scope="col">{t('start.columnOpened')}</th>
          <th scope="col">{t('start.columnAs')}</th>
        </tr>
      </thead>
      <tbody>
        {recent.map((project) => (
          <Row key={project.folder} project={project} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ project }: { readonly project: Recent }) {
  const busy = useSession((state) => state.busy);
  const [now] = useState(() => new Date());
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={styles['open']}
          disabled={busy || !project.reachable}
          onClick={() => inBackground(openFolder(project.folder))}
        >
          {project.name}
        </button>
      </th>
      <td title={project.folder}>
        <span className={styles['folder']}>{shortFolder(project.folder)}</span>
      </td>
      <td data-number>{numberWords(project.articles)}</td>
      <td data-number>{numberWords(project.annotations)}</td>
      <td>{lastOpened(project.openedAt, now)}</td>
      <td>
        {project.reachable ? (
          project.analyst
        ) : (
          <span className={styles['away']}>
            <Unplug size={14} strokeWidth={1.6} aria-hidden />
            {t('start.notConnected')}
          </span>
        )}
      </td>
    </tr>
  );
}
