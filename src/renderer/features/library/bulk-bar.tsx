import { Trash2, X } from 'lucide-react';
import { useMemo } from 'react';
import { LAYER_STATES } from '../../../core/model/layer-document.ts';
import { runCommand } from '../../state/commands.ts';
import { type ArticleRow, useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { t } from '../../words/words.ts';
import { exportChosen, markChosen, removeChosen } from './bulk-actions.ts';
import styles from './bulk-bar.module.css';
import { clearSelection, rowsIn, useSelection } from './selection.ts';
import { STATE_ICONS, stateName } from './state-names.ts';

/** What can be done with the selected articles; not there while none is. */
export function BulkBar({ rows }: { readonly rows: readonly ArticleRow[] }) {
  const ids = useSelection((state) => state.ids);
  const readOnly = useProject((state) => state.project?.readOnly === true);
  const count = useMemo(() => rowsIn(rows, ids).length, [rows, ids]);
  if (count === 0) return null;
  return (
    <section aria-label={t('library.selectedArticles')} className={styles['bar']}>
      <div className={styles['head']}>
        <span role="status" className={styles['count']}>
          {t('library.countSelected', { count })}
        </span>
        <IconButton icon={X} label={t('library.letGo')} keys="Escape" onClick={clearSelection} />
      </div>
      <div className={styles['actions']}>
        <Button look="quiet" disabled={readOnly} onClick={() => runCommand('articles.tag')}>
          {t('library.tag')}
        </Button>
        <Button look="quiet" disabled={readOnly} onClick={() => runCommand('articles.assign')}>
          {t('library.assign')}
        </Button>
        <Menu
          trigger={
            <Button look="quiet" disabled={readOnly}>
              {t('library.mark')}
            </Button>
          }
        >
          {LAYER_STATES.map((state) => (
            <MenuItem key={state} icon={STATE_ICONS[state]} onSelect={() => markChosen(state)}>
              {stateName(state)}
            </MenuItem>
          ))}
        </Menu>
        <Button look="quiet" onClick={exportChosen}>
          {t('library.export')}
        </Button>
        <IconButton
          icon={Trash2}
          label={t('library.removeSelected')}
          disabled={readOnly}
          onClick={removeChosen}
        />
      </div>
    </section>
  );
}
