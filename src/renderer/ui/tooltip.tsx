import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { type Hinted, KeyHint } from './key-hint.tsx';
import styles from './tooltip.module.css';

/** Props of {@link Tooltip}. */
export interface TooltipProps extends Hinted {
  readonly text: string;
  readonly side?: 'top' | 'bottom' | 'right' | 'left';
  /** The element it belongs to; takes a ref and event handlers. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** Says what something is when it is pointed at or focused. */
export function Tooltip({ text, keys, command, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        {/* What it says is the name or the description of its button: to be seen, not read twice. */}
        <Base.Positioner aria-hidden side={side} sideOffset={6} className={styles['positioner']}>
          <Base.Popup className={styles['popup']}>
            {text}
            <KeyHint keys={keys} command={command} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
