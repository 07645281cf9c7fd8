import { X } from 'lucide-react';
import { inBackground } from '../../state/background.ts';
import {
  chooseNone,
  chosenCount,
  type HitAction,
  planChange,
  useHitChanges,
} from '../../state/hit-changes.ts';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { t } from '../../words/words.ts';
import styles from './hit-bar.module.css';

function begin(action: HitAction): void {
  inBackground(planChange(action));
}

/** What can be done with the chosen hits; not there while none is. */
export function HitBar({ kept }: { readonly kept: number }) {
  const count = useHitChanges((state) => chosenCount(state, kept));
  const readOnly = useProject((state) => state.project?.readOnly === true);
  const attribute = useProject((state) => state.project?.codebook.attributes[0]?.id);
  if (count === 0) return null;
  return (
    <section aria-label={t('search.selectedHits')} className={styles['bar']}>
      <span role="status" className={styles['count']}>
        {t('search.selected', { count })}
      </span>
      <LabelMenu name={t('search.label')} kind="add" disabled={readOnly} />
      <LabelMenu name={t('search.relabel')} kind="relabel" disabled={readOnly} />
      <Button
        aria-haspopup="dialog"
        disabled={readOnly || attribute === undefined}
        title={attribute === undefined ? t('search.noAttributes') : undefined}
        onClick={() => begin({ kind: 'attribute', name: attribute ?? '', value: null })}
      >
        {t('search.setAttribute')}
      </Button>
      <Button aria-haspopup="dialog" disabled={readOnly} onClick={() => begin({ kind: 'remove' })}>
        {t('search.removeAnnotations')}
      </Button>
      <span className={styles['words']}>{t('search.previewFirst')}</span>
      <IconButton icon={X} label={t('search.letGo')} keys="Escape" onClick={chooseNone} />
    </section>
  );
}

function LabelMenu(props: {
  readonly name: string;
  readonly kind: 'add' | 'relabel';
  readonly disabled: boolean;
}) {
  const { name, kind, disabled } = props;
  const labels = useProject((state) => state.labels);
  const offered = labels.filter(({ retired }) => !retired);
  return (
    <Menu
      trigger={
        <Button look={kind === 'add' ? 'primary' : 'outline'} disabled={disabled}>
          {name}
        </Button>
      }
    >
      {offered.map((label) => (
        <MenuItem key={label.id} onSelect={() => begin({ kind, label: label.id })}>
          {label.name}
        </MenuItem>
      ))}
    </Menu>
  );
}
