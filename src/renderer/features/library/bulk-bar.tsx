import { Trash2, X } from 'lucide-react';
import { useMemo } from 'react';
import { LAYER_STATES } from '../../../core/model/layer-document.ts';
import { runCommand } from '../../state/commands.ts';
import { type ArticleRow, useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { exportChosen, markChosen, removeChosen } from './bulk-actions.ts';
import styles from './bulk-bar.module.css';
import { clearSelection, rowsIn, useSelection } from './selection.ts';
import { STATE_ICONS, STATE_NAMES } from './state-names.ts';

/** What can be done with the selected articles; not there while none is. */
export function BulkBar({ rows }: { readonly rows: readonly ArticleRow[] }) {
  const ids = useSelection((state) => state.ids);
  const readOnly = useProject((state) => state.project?.readOnly === true);
  const count = useMemo(() => rowsIn(rows, ids).length, [rows, ids]);
  if (count === 0) return null;
  return (
    <section aria-label="Selected articles" className={styles['bar']}>
      <div className={styles['head']}>
        <span role="status" className={styles['count']}>
          {`${count.toLocaleString('en')} selected`}
        </span>
        <IconButton
          icon={X}
          label="Let go of the selection"
          keys="Escape"
          onClick={clearSelection}
        />
      </div>
      <div className={styles['actions']}>
        <Button look="quiet" disabled={readOnly} onClick={() => runCommand('articles.tag')}>
          Tag
        </Button>
        <Button look="quiet" disabled={readOnly} onClick={() => runCommand('articles.assign')}>
          Assign
        </Button>
        <Menu
          trigger={
            <Button look="quiet" disabled={readOnly}>
              Mark
            </Button>
          }
        >
          {LAYER_STATES.map((state) => (
            <MenuItem key={state} icon={STATE_ICONS[state]} onSelect={() => markChosen(state)}>
              {STATE_NAMES[state]}
            </MenuItem>
          ))}
        </Menu>
        <Button look="quiet" onClick={exportChosen}>
          Export
        </Button>
        <IconButton
          icon={Trash2}
          label="Remove the selected articles"
          disabled={readOnly}
          onClick={removeChosen}
        />
      </div>
    </section>
  );
}
