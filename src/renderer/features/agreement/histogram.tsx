import { type Agreement, showSpans, useAgreement } from '../../state/agreement.ts';
import { inBackground } from '../../state/background.ts';
import { numberWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import styles from './histogram.module.css';

type Bin = Agreement['pairs'][number]['starts'][number];

/** Props of {@link Histogram}. */
export interface HistogramProps {
  readonly title: string;
  readonly words: string;
  readonly bins: readonly Bin[];
}

/** Highest bar, in CSS pixels. */
const HEIGHT = 100;

function rangeWords({ from, to }: Bin): string {
  const number = (value: number) => numberWords(value).replace('-', '−');
  if (from === null) return `≤${number(to ?? 0)}`;
  if (to === null) return `≥${number(from)}`;
  return from === to ? number(from) : `${number(from)}…${number(to)}`;
}

/** By how many characters one starts, or ends, later than the other. */
export function Histogram({ title, words, bins }: HistogramProps) {
  const open = useAgreement((state) => state.list?.behind);
  const opened = open === undefined ? undefined : JSON.stringify(open);
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return (
    <section className={styles['part']} aria-label={title}>
      <h2 className={styles['title']}>
        {title} <span className={styles['words']}>{words}</span>
      </h2>
      <ol className={styles['bars']}>
        {bins.map((bin) => {
          const range = rangeWords(bin);
          const name = t('agreement.bin', { range, count: bin.count });
          return (
            <li key={range}>
              <button
                type="button"
                data-behind
                className={styles['bar']}
                aria-label={name}
                aria-pressed={opened !== undefined && JSON.stringify(bin.behind) === opened}
                title={name}
                onClick={() => inBackground(showSpans(`${title}: ${range}`, bin.behind))}
              >
                <span className={styles['count']}>{numberWords(bin.count)}</span>
                <span
                  className={styles['fill']}
                  data-same={bin.from === 0 && bin.to === 0}
                  style={{ height: `${String(Math.round((bin.count / most) * HEIGHT))}px` }}
                />
                <span className={styles['axis']} dir="ltr">
                  {range}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
