import styles from './counts.module.css';
import { Spoken } from './spoken.tsx';

/** How often a label occurs. */
export interface LabelCount {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly hue: string;
  readonly count: number;
}

/** Letters and numbers, such as “C 6 T 3 S 3”; read aloud with the labels' names. */
export function Counts({
  counts,
  plain = false,
}: {
  readonly counts: readonly LabelCount[];
  readonly plain?: boolean;
}) {
  return (
    <span className={styles['counts']} data-plain={plain}>
      {counts.map((one) => (
        <span key={one.id} className={styles['count']} aria-hidden>
          <b className={styles['letter']} data-hue={one.hue}>
            {one.letter}
          </b>
          {one.count}
        </span>
      ))}
      <Spoken>{counts.map((one) => `${one.name}: ${String(one.count)}. `).join('')}</Spoken>
    </span>
  );
}
