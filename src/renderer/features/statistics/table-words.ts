import { type ChartId, type Table, tableOf } from '../../../core/statistics/table.ts';
import { said } from '../../words/said.ts';
import type { ChartData } from './chart-data.ts';

/** The cells that are words of ours, not names of the project. */
function isOwn(chart: ChartId, cell: string | number, column: number): cell is string {
  return cell === '(nothing said)' || (chart === 'meetings' && column === 0);
}

/** The numbers of a chart under headings in the language that is shown; in the CSV they are English. */
export function tableInWords(chart: ChartId, { report, names }: ChartData): Table {
  const { columns, rows } = tableOf(report, chart, names);
  const labels = new Set(names.labels.map(({ name }) => name));
  return {
    columns: columns.map((column) => (labels.has(column) ? column : said(column))),
    rows: rows.map((cells) =>
      cells.map((cell, at) => (isOwn(chart, cell, at) ? said(cell) : cell)),
    ),
  };
}
