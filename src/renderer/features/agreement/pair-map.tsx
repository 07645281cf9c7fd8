import { useState } from 'react';
import { type Agreement, showSpans } from '../../state/agreement.ts';
import { inBackground } from '../../state/background.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { numberWords } from '../../words/amounts.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';
import { moveInGrid } from './grid-keys.ts';
import styles from './matrix.module.css';
import type { Names } from './names.ts';
import { rampStep, spokenWords, valueWords } from './value-words.ts';

type Pair = Agreement['pairs'][number];
type What = 'finding' | 'label' | 'boundary';

const WORDS: Readonly<Record<What, { readonly name: PlainKey; readonly words: PlainKey }>> = {
  finding: { name: 'agreement.finding', words: 'agreement.byPairWordsFinding' },
  label: { name: 'agreement.label', words: 'agreement.byPairWordsLabel' },
  boundary: { name: 'agreement.boundary', words: 'agreement.byPairWordsBoundary' },
};

/** Props of {@link PairMap}. */
export interface PairMapProps {
  readonly report: Agreement;
  readonly names: Names;
  readonly pair: Pair | undefined;
  readonly onPair: (pair: Pair) => void;
}

/** The heat map: values below the diagonal, how much both found above it. */
export function PairMap(props: PairMapProps) {
  const { report, names } = props;
  const [what, setWhat] = useState<What>('finding');
  const { analysts } = report.scope;
  const options = (Object.keys(WORDS) as What[]).map((value) => ({
    value,
    name: t(WORDS[value].name),
  }));
  const title = t('agreement.byPair', { what: t(WORDS[what].name) });
  return (
    <section className={styles['part']} aria-label={title}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{title}</h2>
        <Segmented
          label={t('agreement.whatByPair')}
          value={what}
          options={options}
          onChange={setWhat}
        />
      </header>
      <p className={styles['words']}>{t(WORDS[what].words)}</p>
      <div className={styles['scroll']}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move the focus between the buttons inside */}
        <table className={styles['matrix']} aria-label={title} onKeyDown={moveInGrid}>
          <thead>
            <tr>
              <td />
              {analysts.map(({ id }) => (
                <th key={id} scope="col" dir="auto" title={names.analyst(id)}>
                  {names.short(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {analysts.map(({ id }, row) => (
              <tr key={id}>
                <th scope="row" dir="auto" title={names.analyst(id)}>
                  {names.short(id)}
                </th>
                {analysts.map((other, column) => (
                  <td key={other.id}>
                    <PairCell {...props} what={what} row={row} column={column} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface PairCellProps extends PairMapProps {
  readonly what: What;
  readonly row: number;
  readonly column: number;
}

/** Two analysts: their value below the diagonal, how much both found above it. */
function PairCell({ report, names, pair, onPair, what, row, column }: PairCellProps) {
  const { analysts } = report.scope;
  const [low, high] = [Math.min(row, column), Math.max(row, column)];
  const one = report.pairs.find(({ a, b }) => a === analysts[low]?.id && b === analysts[high]?.id);
  if (row === column || one === undefined) return <span className={styles['none']}>–</span>;
  const [a, b] = [names.analyst(one.a), names.analyst(one.b)];
  if (row < column) {
    return (
      <button
        type="button"
        data-behind
        className={styles['plain']}
        tabIndex={-1}
        aria-label={t('agreement.pairBoth', { a, b, count: one.both.count })}
        onClick={() => {
          onPair(one);
          inBackground(showSpans(t('agreement.pairOf', { a, b }), one.both.behind));
        }}
      >
        {numberWords(one.both.count)}
      </button>
    );
  }
  const figure = one[what];
  const spoken = t('agreement.pairCell', { a, b, value: spokenWords(figure) });
  return (
    <button
      type="button"
      data-behind
      className={styles['cell']}
      data-step={figure.value === null ? undefined : rampStep(figure.value)}
      data-chosen={pair === one}
      tabIndex={one === (pair ?? report.pairs[0]) ? 0 : -1}
      aria-label={spoken}
      title={spoken}
      onClick={() => {
        onPair(one);
        inBackground(showSpans(t('agreement.pairOf', { a, b }), figure.behind));
      }}
    >
      {valueWords(figure.value)}
    </button>
  );
}
