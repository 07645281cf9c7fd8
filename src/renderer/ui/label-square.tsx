import './label-hues.css';
import clsx from 'clsx';
import styles from './label-square.module.css';

/** Props of {@link LabelSquare}. */
export interface LabelSquareProps {
  readonly letter: string;
  /** Colour family of the label. A grey one, the helper labels' own, is outlined. */
  readonly hue: string;
  readonly className?: string | undefined;
}

/** A label's letter in its square. For the eye only: the label's name stands beside it or is spoken. */
export function LabelSquare({ letter, hue, className }: LabelSquareProps) {
  return (
    <span aria-hidden className={clsx(styles['square'], className)} data-hue={hue}>
      {letter}
    </span>
  );
}
