import './label-hues.css';
import styles from './label-line.module.css';

/** Props of {@link LabelLine}. */
export interface LabelLineProps {
  readonly hue: string;
  readonly pattern: 'single' | 'double' | 'dashed' | 'dotted';
}

/** The line a label draws under its words, 4 px high and as wide as what it stands under. */
export function LabelLine({ hue, pattern }: LabelLineProps) {
  return <span aria-hidden className={styles['line']} data-hue={hue} data-pattern={pattern} />;
}
