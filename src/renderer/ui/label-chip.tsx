import type { CSSProperties } from 'react';
import styles from './label-chip.module.css';

/** Props of {@link LabelChip}. */
export interface LabelChipProps {
  readonly letter: string;
  readonly hue: string;
}

/** A label's square letter. Its name stands beside it, so it is silent for screen readers. */
export function LabelChip({ letter, hue }: LabelChipProps) {
  const colour = { '--chip': `var(--label-${hue}-chip)` } as CSSProperties;
  return (
    <span className={styles['chip']} style={colour} data-hue={hue} aria-hidden="true">
      {letter}
    </span>
  );
}

/** Props of {@link LabelLine}. */
export interface LabelLineProps {
  /** A CSS image: one period of the label's line pattern, as it is drawn under words. */
  readonly image: string;
  /** Pixels. */
  readonly thickness: number;
}

/** A label's line pattern, under its name. */
export function LabelLine({ image, thickness }: LabelLineProps) {
  const look = { '--image': image, '--thick': `${thickness}px` } as CSSProperties;
  return <span className={styles['line']} style={look} aria-hidden="true" />;
}
