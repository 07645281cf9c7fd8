import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import styles from './icon-button.module.css';
import type { Hinted } from './key-hint.tsx';
import { Tooltip } from './tooltip.tsx';

/** Props of {@link IconButton}. */
export interface IconButtonProps
  extends Omit<ComponentPropsWithRef<'button'>, 'type' | 'aria-label'>,
    Hinted {
  readonly icon: LucideIcon;
  /** Its name, for the tooltip and for assistive technology. */
  readonly label: string;
}

/** A button that is an icon; its name and key are in the tooltip. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  command,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys} command={command}>
      <button
        {...rest}
        type="button"
        aria-label={label}
        className={clsx(styles['button'], className)}
      >
        <Icon size={16} strokeWidth={1.6} aria-hidden />
      </button>
    </Tooltip>
  );
}
