import styles from './progress-bar.module.css';

/** Props of {@link ProgressBar}. */
export interface ProgressBarProps {
  /** Accessible name. */
  readonly label: string;
  /** Proportion 0–1, or `undefined` where it is not known. */
  readonly value: number | undefined;
}

/** A 4 px bar; without a value it says only that something is going on. */
export function ProgressBar({ label, value }: ProgressBarProps) {
  const share = value === undefined ? undefined : Math.round(value * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share}
      className={styles['track']}
    >
      <div
        className={styles['bar']}
        data-known={value !== undefined}
        style={value === undefined ? undefined : { inlineSize: `${String(share ?? 0)}%` }}
      />
    </div>
  );
}
