import { Unplug } from 'lucide-react';
import { useState } from 'react';
import { inBackground } from '../state/background.ts';
import { openFolder, type Recent, useSession } from '../state/session.ts';
import styles from './recent-projects.module.css';
import { lastOpened, shortFolder } from './recent-words.ts';

/** Projects opened before, newest first. */
export function RecentProjects() {
  const recent = useSession((state) => state.recent);
  if (recent.length === 0) {
    return <p className={styles['none']}>Projects you open are listed here.</p>;
  }
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Project</th>
          <th scope="col">Folder</th>
          <th scope="col" data-number>
            Articles
          </th>
          <th scope="col" data-number>
            Annotations
          </th>
          <th scope="col">Last opened</th>
          <th scope="col">Acting as</th>
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
      <td data-number>{project.articles.toLocaleString('en')}</td>
      <td data-number>{project.annotations.toLocaleString('en')}</td>
      <td>{lastOpened(project.openedAt, now)}</td>
      <td>
        {project.reachable ? (
          project.analyst
        ) : (
          <span className={styles['away']}>
            <Unplug size={14} strokeWidth={1.6} aria-hidden />
            Not connected
          </span>
        )}
      </td>
    </tr>
  );
}
