import type { LayerState } from '../../../core/model/layer-document.ts';
import { type DayRange, type Period, periodFor, periodsIn } from '../../../core/statistics/days.ts';
import type { DayCount } from '../../../core/statistics/report.ts';
import { type BarRow, barsPicture } from './bars-picture.ts';
import { type ChartData, countWords, usedLooks } from './chart-data.ts';
import { columnsPicture } from './columns-picture.ts';
import { growthPicture } from './growth-picture.ts';
import { labelParts } from './label-charts.ts';
import { withLegend } from './legend.ts';
import type { Ink, Picture } from './picture.ts';
import { numberWords } from './scale.ts';

const COLUMN_WIDTH = 14;
const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' };
const MONTH: Intl.DateTimeFormatOptions = { month: 'short', year: 'numeric', timeZone: 'UTC' };

function dateWords(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', options);
}

function rangeWords({ from, to }: DayRange, period: Period): string {
  if (period === 'month') return dateWords(from, { ...MONTH, month: 'long' });
  const long: Intl.DateTimeFormatOptions = { ...DAY, month: 'long', year: 'numeric' };
  return period === 'day'
    ? dateWords(from, long)
    : `week of ${dateWords(from, long)} to ${dateWords(to, long)}`;
}

/** One period and what was done in it. */
interface Stretch {
  readonly range: DayRange;
  readonly short: string;
  readonly words: string;
  readonly days: readonly DayCount[];
}

const PERIODS: Readonly<Record<Period, string>> = {
  day: 'Days, UTC',
  week: 'Weeks from Monday, UTC',
  month: 'Months, UTC',
};

function stretchesOf(days: readonly DayCount[], width: number) {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { across: PERIODS.day, stretches: [] };
  const range = { from: first.day, to: last.day };
  const period = periodFor(range, Math.max(7, Math.floor(width / COLUMN_WIDTH)));
  const stretches = periodsIn(range, period).map((one): Stretch => {
    return {
      range: one,
      short: dateWords(one.from, period === 'month' ? MONTH : DAY),
      words: rangeWords(one, period),
      days: days.filter(({ day }) => one.from <= day && day <= one.to),
    };
  });
  return { across: PERIODS[period], stretches };
}

function sumByLabel(days: readonly DayCount[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { byLabel } of days) {
    for (const [label, count] of Object.entries(byLabel)) sums[label] = (sums[label] ?? 0) + count;
  }
  return sums;
}

/** What was marked when. */
export function daysChart(data: ChartData, width: number): Picture {
  const { report, looks } = data;
  const { across, stretches } = stretchesOf(report.days, width);
  const columns = stretches.map(({ range, short, words, days }) => ({
    key: range.from,
    name: short,
    parts: labelParts(looks, sumByLabel(days), words, { days: range }),
  }));
  const title = 'Annotations over time';
  return withLegend(
    columnsPicture({ title, axis: 'Annotations', across, columns, width }),
    usedLooks(data),
  );
}

/** What grows. */
export type Growing = 'articles' | 'annotations';

/** How far the project was at the end of each period. */
export function progressChart({ report }: ChartData, what: Growing, width: number): Picture {
  const { across, stretches } = stretchesOf(report.days, width);
  let value = 0;
  const points = stretches.map(({ range, short, words, days }) => {
    const added = days.reduce(
      (sum, one) => sum + (what === 'articles' ? one.begun : one.annotations),
      0,
    );
    value += added;
    const soFar = what === 'articles' ? countWords(value, 'article') : countWords(value);
    const ask =
      what === 'articles'
        ? { title: `Begun, ${words}`, articles: { begun: range } }
        : { title: `Marked, ${words}`, annotations: { days: range } };
    const spoken = `${words}: ${soFar} so far, ${numberWords(added)} new`;
    return { key: range.from, name: short, value, spoken, ask };
  });
  const goal = { value: report.articles, name: `All ${countWords(report.articles, 'article')}` };
  return growthPicture({
    title: what === 'articles' ? 'Articles begun so far' : 'Annotations so far',
    axis: what === 'articles' ? 'Articles begun' : 'Annotations',
    across,
    points,
    width,
    ...(what === 'articles' ? { goal } : {}),
  });
}

const STATES: readonly { readonly state: LayerState; readonly name: string; readonly fill: Ink }[] =
  [
    { state: 'submitted', name: 'Submitted', fill: 'ink2' },
    { state: 'in-progress', name: 'Open', fill: 'accent' },
    { state: 'new', name: 'To do', fill: 'line' },
  ];

/** How far each analyst is with the articles of the project. A row for each state. */
export function statesChart({ report, names }: ChartData, width: number): Picture {
  const several = report.analysts.length > 1;
  const rows = report.analysts.flatMap(({ analyst, states }) =>
    STATES.map(({ state, name, fill }): BarRow => {
      const value = states[state];
      const words = several ? `${names.analyst(analyst)}, ${name.toLowerCase()}` : name;
      const ask = { title: words, articles: { analyst, state } };
      const part = { value, fill, name: `${words}: ${countWords(value, 'article')}`, ask };
      return { key: `${analyst} ${state}`, name: words, note: numberWords(value), parts: [part] };
    }),
  );
  return barsPicture({ title: 'Articles by state', axis: 'Articles', rows, width });
}
