import { TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { useProject } from '../state/project.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { t } from '../words/words.ts';
import styles from './notice.module.css';

/** A problem that did not stop the work, above the status bar until it is put away or replaced. */
export function Notice() {
  const announcement = useProject((state) => state.announcement);
  const [closed, setClosed] = useState(0);
  const problem = announcement?.tone === 'problem' ? announcement : undefined;
  const shown = problem !== undefined && problem.id !== closed;
  return (
    <div role="alert" className={styles['place']}>
      {shown ? (
        <div className={styles['notice']}>
          <TriangleAlert size={16} strokeWidth={1.6} aria-hidden />
          <p className={styles['words']}>{problem.text}</p>
          <IconButton icon={X} label={t('app.putAway')} onClick={() => setClosed(problem.id)} />
        </div>
      ) : null}
    </div>
  );
}
