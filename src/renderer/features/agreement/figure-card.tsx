import { type Agreement, showSpans, useAgreement } from '../../state/agreement.ts';
import { inBackground } from '../../state/background.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './figure-card.module.css';
import { rangeWords, spokenWords, valueWords } from './value-words.ts';

/** Props of {@link FigureCard}. */
export interface FigureCardProps {
  readonly name: string;
  /** The question it answers. */
  readonly ask: string;
  /** The measure’s own name. */
  readonly measure: string;
  readonly figure: Agreement['finding'];
}

function percent(value: number): string {
  return `${String(Math.max(0, Math.min(1, value)) * 100)}%`;
}

/** One of the four questions: its number, how sure it is, and what it asks. */
export function FigureCard({ name, ask, measure, figure }: FigureCardProps) {
  const { value, reason, low, high, behind } = figure;
  const open = useAgreement((state) => state.list?.behind);
  const isOpen = open !== undefined && JSON.stringify(open) === JSON.stringify(behind);
  return (
    <section className={styles['card']} aria-label={name}>
      <h2 className={styles['head']}>
        <span>{name}</span>
        <span className={styles['range']}>{low === null ? '' : rangeWords(figure)}</span>
      </h2>
      <button
        type="button"
        data-behind
        className={styles['value']}
        aria-pressed={isOpen}
        aria-label={t('agreement.figureName', { name, value: spokenWords(figure) })}
        onClick={() => inBackground(showSpans(name, behind))}
      >
        {valueWords(value)}
      </button>
      <div className={styles['strip']} aria-hidden>
        <i className={styles['tick']} style={{ insetInlineStart: '67%' }} />
        <i className={styles['tick']} style={{ insetInlineStart: '80%' }} />
        {low === null || high === null ? null : (
          <i
            className={styles['band']}
            style={{ insetInlineStart: percent(low), insetInlineEnd: percent(1 - high) }}
          />
        )}
        {value === null ? null : (
          <i className={styles['mark']} style={{ insetInlineStart: percent(value) }} />
        )}
      </div>
      <p className={styles['ask']}>{ask}</p>
      <p className={styles['measure']}>{value === null ? said(reason ?? '') : measure}</p>
    </section>
  );
}
