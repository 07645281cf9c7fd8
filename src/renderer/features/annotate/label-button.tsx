import { Toolbar } from '@base-ui/react/toolbar';
import { useId } from 'react';
import type { Label } from '../../../core/model/codebook.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { applyLabel } from './edits.ts';
import { LabelFace } from './label-face.tsx';
import styles from './toolbar.module.css';

/** Props of {@link LabelButton}. */
export interface LabelButtonProps {
  readonly label: Label;
  /** True where the selected annotation has this label. */
  readonly active: boolean;
  readonly disabled: boolean;
}

/** Marks what is selected with a label. Its accessible name is the label's name and no more. */
export function LabelButton({ label, active, disabled }: LabelButtonProps) {
  const id = useId();
  return (
    <>
      <Tooltip text={label.definition === '' ? label.name : label.definition}>
        <Toolbar.Button
          aria-label={label.name}
          aria-describedby={id}
          aria-keyshortcuts={label.shortcut === '' ? undefined : label.shortcut}
          aria-pressed={active}
          disabled={disabled}
          className={styles['label']}
          data-hue={label.hue}
          // The text keeps its selection and the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => applyLabel(label)}
        >
          <LabelFace label={label} />
        </Toolbar.Button>
      </Tooltip>
      <span hidden id={id}>
        {label.definition}
      </span>
    </>
  );
}
