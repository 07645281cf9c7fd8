import { useState } from 'react';
import { type Agreement, showSpans } from '../../state/agreement.ts';
import { inBackground } from '../../state/background.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { dateWords, numberWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import { moveInGrid } from './grid-keys.ts';
import styles from './parts-table.module.css';
import { rangeWords, spokenWords, valueWords } from './value-words.ts';

type Figure = Agreement['finding'];

/** A row of a table: what it is about, words, and figures. */
interface Row {
  readonly key: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly figures: readonly Figure[];
}

interface Table {
  readonly columns: readonly string[];
  /** How many of the columns behind the first are words. */
  readonly words: number;
  readonly rows: readonly Row[];
}

const BY = ['label', 'attribute', 'article', 'week', 'version'] as const;
type By = (typeof BY)[number];

const NAMES = {
  label: 'agreement.byLabel',
  attribute: 'agreement.byAttribute',
  article: 'agreement.byArticle',
  week: 'agreement.byWeek',
  version: 'agreement.byVersion',
} as const;

const MEASURES = {
  nominal: 'agreement.nominal',
  jaccard: 'agreement.jaccard',
  interval: 'agreement.interval',
} as const;

function fourNames(): string[] {
  return [
    t('agreement.finding'),
    t('agreement.boundary'),
    t('agreement.label'),
    t('agreement.attributes'),
  ];
}

type Four = Pick<Agreement, 'finding' | 'boundary' | 'label' | 'attributes'>;

function four({ finding, boundary, label, attributes }: Four): Figure[] {
  return [finding, boundary, label, attributes];
}

function weekWords(week: string): string {
  if (week === '') return t('agreement.weekUnknown');
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return t('agreement.weekOf', { day: dateWords(Date.parse(`${week}T00:00:00Z`), options) });
}

function tableOf(report: Agreement, by: By): Table {
  switch (by) {
    case 'label':
      return {
        columns: fourNames().slice(0, 3),
        words: 0,
        rows: report.byLabel.map(({ labelId, name, finding, boundary, label }) => ({
          key: labelId,
          name,
          words: [],
          figures: [finding, boundary, label],
        })),
      };
    case 'attribute':
      return {
        columns: [t('agreement.measure'), t('agreement.places'), t('agreement.agreement')],
        words: 2,
        rows: report.byAttribute.map(({ attribute, name, measure, agreement }) => ({
          key: attribute,
          name,
          words: [t(MEASURES[measure]), numberWords(agreement.count)],
          figures: [agreement],
        })),
      };
    case 'article':
      return {
        columns: [t('agreement.readers'), ...fourNames()],
        words: 1,
        rows: report.byArticle.map((one) => ({
          key: one.articleId,
          name: one.title === '' ? t('statistics.untitled') : one.title,
          words: [numberWords(one.readers)],
          figures: four(one),
        })),
      };
    case 'week':
      return {
        columns: fourNames(),
        words: 0,
        rows: report.byWeek.map((one) => ({
          key: one.week,
          name: weekWords(one.week),
          words: [],
          figures: four(one),
        })),
      };
    case 'version':
      return {
        columns: fourNames(),
        words: 0,
        rows: report.byVersion.map((one) => ({
          key: String(one.codebookVersion),
          name: t('agreement.versionName', { number: one.codebookVersion }),
          words: [],
          figures: four(one),
        })),
      };
  }
}

/** The same numbers for each label, attribute, article, week and version of the codebook. */
export function PartsTable({ report }: { readonly report: Agreement }) {
  const [by, setBy] = useState<By>('label');
  const { columns, words, rows } = tableOf(report, by);
  const title = t('agreement.parts');
  const isCut = by === 'article' && report.byArticle.length < report.scope.articles;
  return (
    <section className={styles['part']} aria-label={title}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{title}</h2>
        <Segmented
          label={t('agreement.partsBy')}
          value={by}
          options={BY.map((value) => ({ value, name: t(NAMES[value]) }))}
          onChange={setBy}
        />
      </header>
      {rows.length === 0 ? (
        <p className={styles['words']}>{t('agreement.nothingHere')}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move the focus between the buttons inside
        <table className={styles['table']} aria-label={t(NAMES[by])} onKeyDown={moveInGrid}>
          <thead>
            <tr>
              <th scope="col">{t(NAMES[by])}</th>
              {columns.map((column, at) => (
                <th key={column} scope="col" data-number={at >= words}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <PartRow key={row.key} row={row} columns={columns.slice(words)} isFirst={at === 0} />
            ))}
          </tbody>
        </table>
      )}
      {isCut ? (
        <p className={styles['words']}>
          {t('agreement.articlesCut', {
            shown: report.byArticle.length,
            total: report.scope.articles,
          })}
        </p>
      ) : null}
    </section>
  );
}

function PartRow(props: {
  readonly row: Row;
  readonly columns: readonly string[];
  readonly isFirst: boolean;
}) {
  const { row, columns, isFirst } = props;
  return (
    <tr>
      <th scope="row" dir="auto" className={styles['name']}>
        {row.name}
      </th>
      {row.words.map((one, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- columns do not move
        <td key={at}>{one}</td>
      ))}
      {row.figures.map((figure, at) => {
        const what = columns[at] ?? '';
        const spoken = t('agreement.partCell', {
          part: row.name,
          what,
          value: spokenWords(figure),
        });
        return (
          <td key={what} data-number>
            <button
              type="button"
              data-behind
              className={styles['number']}
              tabIndex={isFirst && at === 0 ? 0 : -1}
              aria-label={spoken}
              title={spoken}
              onClick={() => inBackground(showSpans(`${row.name}: ${what}`, figure.behind))}
            >
              {valueWords(figure.value)}
              {figure.low === null ? null : (
                <span className={styles['range']}>{rangeWords(figure)}</span>
              )}
            </button>
          </td>
        );
      })}
    </tr>
  );
}
