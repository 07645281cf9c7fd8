import { Toolbar } from '@base-ui/react/toolbar';
import { ChevronDown } from 'lucide-react';
import type { Label } from '../../../core/model/codebook.ts';
import { LabelSquare } from '../../ui/label-square.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { t } from '../../words/words.ts';
import { applyLabel } from './edits.ts';
import { LabelIcon } from './label-icon.tsx';
import styles from './toolbar.module.css';

/** Props of {@link MoreLabels}. */
export interface MoreLabelsProps {
  readonly labels: readonly Label[];
  /** The one of them that the selected annotation has. */
  readonly active: Label | undefined;
  readonly disabled: boolean;
}

/** The labels that have no room in the bar; its button shows the one that is active. */
export function MoreLabels({ labels, active, disabled }: MoreLabelsProps) {
  const count = labels.length;
  const name =
    active === undefined
      ? t('annotate.moreLabels', { count })
      : t('annotate.moreLabelsActive', { count, name: active.name });
  return (
    <Menu
      trigger={
        <Toolbar.Button
          aria-label={name}
          disabled={disabled}
          className={styles['label']}
          data-hue={active?.hue}
          data-active={active !== undefined}
          // The text keeps its selection.
          onMouseDown={(event) => event.preventDefault()}
        >
          {active === undefined ? null : <LabelSquare letter={active.letter} hue={active.hue} />}
          <span aria-hidden>
            {active === undefined ? t('annotate.moreShort', { count }) : active.name}
          </span>
          <ChevronDown size={14} strokeWidth={1.6} aria-hidden className={styles['chevron']} />
        </Toolbar.Button>
      }
    >
      {labels.map((label) => (
        <MenuItem
          key={label.id}
          keys={label.shortcut === '' ? undefined : label.shortcut}
          onSelect={() => applyLabel(label)}
        >
          <span className={styles['choice']} data-hue={label.hue}>
            <LabelSquare letter={label.letter} hue={label.hue} />
            {label.name}
            <LabelIcon labelId={label.id} className={styles['icon']} />
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}
