import { type Agreement, showSpans, useAgreement } from '../../state/agreement.ts';
import { inBackground } from '../../state/background.ts';
import { LabelSquare } from '../../ui/label-square.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { numberWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import { moveInGrid } from './grid-keys.ts';
import styles from './matrix.module.css';
import type { Names } from './names.ts';
import { valueWords } from './value-words.ts';

type Pair = Agreement['pairs'][number];

/** Props of {@link ConfusionMatrix}. */
export interface ConfusionMatrixProps {
  readonly pair: Pair;
  readonly names: Names;
}

/** A step of the ramp for a count on the diagonal. */
function stepOf(count: number, most: number): number {
  return Math.min(4, Math.floor((count / Math.max(1, most)) * 5));
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** How a cell looks, by its count among the others. */
function looksOf(pair: Pair) {
  const last = pair.keys.length - 1;
  const inside = pair.cells.slice(0, last).map((row) => row.slice(0, last));
  const most = Math.max(...inside.flat().map(({ count }) => count), 1);
  const middle = median(
    inside.flatMap((row, y) => row.flatMap(({ count }, x) => (x === y ? [] : [count]))),
  );
  return (x: number, y: number, count: number) => {
    const isMissed = x === last || y === last;
    return {
      isMissed,
      step: x === y ? stepOf(count, most) : undefined,
      isMany: x !== y && !isMissed && count > middle,
    };
  };
}

/** Which labels two analysts gave the same places; the last row and column are what one missed. */
export function ConfusionMatrix({ pair, names }: ConfusionMatrixProps) {
  const open = useAgreement((state) => state.list?.behind);
  const opened = open === undefined ? undefined : JSON.stringify(open);
  const [a, b] = [names.analyst(pair.a), names.analyst(pair.b)];
  const nameOf = (key: string | null) =>
    key === null ? t('agreement.missed') : names.label(key).name;
  const last = pair.keys.length - 1;
  const lookOf = looksOf(pair);
  const title = t('agreement.matrix', { a: names.short(pair.a), b: names.short(pair.b) });

  const cell = (y: number, x: number) => {
    const one = pair.cells[y]?.[x];
    if (one === undefined || (x === last && y === last)) {
      return <span className={styles['none']}>–</span>;
    }
    const { count, behind } = one;
    const [row, column] = [nameOf(pair.keys[y] ?? null), nameOf(pair.keys[x] ?? null)];
    const { step, isMissed, isMany } = lookOf(x, y, count);
    return (
      <button
        type="button"
        data-behind
        className={styles['cell']}
        data-step={step}
        data-missed={isMissed}
        data-many={isMany}
        tabIndex={x === 0 && y === 0 ? 0 : -1}
        aria-pressed={opened !== undefined && JSON.stringify(behind) === opened}
        aria-label={t('agreement.cell', { row, column, count })}
        onClick={() => inBackground(showSpans(t('agreement.cellTitle', { row, column }), behind))}
      >
        {numberWords(count)}
      </button>
    );
  };

  return (
    <section className={styles['part']} aria-label={title}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{title}</h2>
        <span className={styles['aside']}>
          {t('agreement.matched', {
            kappa: valueWords(pair.label.value),
            count: pair.both.count,
          })}
        </span>
      </header>
      <p className={styles['words']}>{t('agreement.matrixWords', { a, b })}</p>
      <div className={styles['scroll']}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move the focus between the buttons inside */}
        <table className={styles['matrix']} aria-label={title} onKeyDown={moveInGrid}>
          <thead>
            <tr>
              <td />
              {pair.keys.map((key) => (
                <th key={key ?? ''} scope="col">
                  <Head name={key} names={names} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pair.keys.map((key, y) => (
              <tr key={key ?? ''}>
                <th scope="row">
                  <Head name={key} names={names} spelt />
                </th>
                {pair.keys.map((other, x) => (
                  <td key={other ?? ''}>{cell(y, x)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Head(props: {
  /** Label id; `null` for what was missed. */
  readonly name: string | null;
  readonly names: Names;
  readonly spelt?: boolean;
}) {
  if (props.name === null) return t('agreement.missed');
  const { name, letter, hue } = props.names.label(props.name);
  return (
    <span className={styles['label']} title={name}>
      <LabelSquare letter={letter} hue={hue} />
      {props.spelt === true ? name : <Spoken>{name}</Spoken>}
    </span>
  );
}
