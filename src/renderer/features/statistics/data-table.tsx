import type { Table } from '../../../core/statistics/table.ts';
import { t } from '../../words/words.ts';
import styles from './data-table.module.css';
import { numberWords } from './scale.ts';

/** Props of {@link DataTable}. */
export interface DataTableProps {
  readonly title: string;
  readonly table: Table;
  readonly note?: string | undefined;
}

/** The numbers of a chart, for whoever would rather read them. */
export function DataTable({ title, table, note }: DataTableProps) {
  const rows = table.rows.map((cells) => ({ key: JSON.stringify(cells), cells }));
  return (
    <div
      className={styles['scroller']}
      role="region"
      aria-label={t('statistics.numbersOf', { title })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
      tabIndex={0}
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={column} scope="col" data-number={typeof table.rows[0]?.[index] === 'number'}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={table.columns[index]} data-number={typeof cell === 'number'} dir="auto">
                  {typeof cell === 'number' ? numberWords(cell) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note === undefined ? null : <p className={styles['note']}>{note}</p>}
    </div>
  );
}
