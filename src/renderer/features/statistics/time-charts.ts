import type { LayerState } from '../../../core/model/layer-document.ts';
import { type DayRange, type Period, periodFor, periodsIn } from '../../../core/statistics/days.ts';
import type { DayCount } from '../../../core/statistics/report.ts';
import { dateWords } from '../../words/amounts.ts';
import type { Key, PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';
import { type BarRow, barsPicture } from './bars-picture.ts';
import { type ChartData, usedLooks } from './chart-data.ts';
import { columnsPicture } from './columns-picture.ts';
import { growthPicture } from './growth-picture.ts';
import { labelParts } from './label-charts.ts';
import { withLegend } from './legend.ts';
import type { Ink, Picture } from './picture.ts';
import { numberWords } from './scale.ts';

const COLUMN_WIDTH = 14;
const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' };
const MONTH: Intl.DateTimeFormatOptions = { month: 'short', year: 'numeric', timeZone: 'UTC' };

function dayWords(day: string, options: Intl.DateTimeFormatOptions): string {
  return dateWords(Date.parse(`${day}T00:00:00Z`), options);
}

function rangeWords({ from, to }: DayRange, period: Period): string {
  if (period === 'month') return dayWords(from, { ...MONTH, month: 'long' });
  const long: Intl.DateTimeFormatOptions = { ...DAY, month: 'long', year: 'numeric' };
  return period === 'day'
    ? dayWords(from, long)
    : t('statistics.week', { from: dayWords(from, long), to: dayWords(to, long) });
}

/** One period and what was done in it. */
interface Stretch {
  readonly range: DayRange;
  readonly short: string;
  readonly words: string;
  readonly days: readonly DayCount[];
}

const PERIODS: Readonly<Record<Period, PlainKey>> = {
  day: 'statistics.acrossDays',
  week: 'statistics.acrossWeeks',
  month: 'statistics.acrossMonths',
};

function stretchesOf(days: readonly DayCount[], width: number) {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { across: t(PERIODS.day), stretches: [] };
  const range = { from: first.day, to: last.day };
  const period = periodFor(range, Math.max(7, Math.floor(width / COLUMN_WIDTH)));
  const stretches = periodsIn(range, period).map((one): Stretch => {
    return {
      range: one,
      short: dayWords(one.from, period === 'month' ? MONTH : DAY),
      words: rangeWords(one, period),
      days: days.filter(({ day }) => one.from <= day && day <= one.to),
    };
  });
  return { across: t(PERIODS[period]), stretches };
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
  const title = t('statistics.timeTitle');
  return withLegend(
    columnsPicture({ title, axis: t('statistics.annotationsAxis'), across, columns, width }),
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
    const soFar = t(what === 'articles' ? 'statistics.articleCount' : 'statistics.annotations', {
      count: value,
    });
    const ask =
      what === 'articles'
        ? { title: t('statistics.begun', { days: words }), articles: { begun: range } }
        : { title: t('statistics.marked', { days: words }), annotations: { days: range } };
    const spoken = t('statistics.soFar', { days: words, total: soFar, added });
    return { key: range.from, name: short, value, spoken, ask };
  });
  const articles = t('statistics.articleCount', { count: report.articles });
  const goal = { value: report.articles, name: t('statistics.allArticles', { articles }) };
  return growthPicture({
    title: what === 'articles' ? t('statistics.begunTitle') : t('statistics.annotationsTitle'),
    axis: what === 'articles' ? t('statistics.begunAxis') : t('statistics.annotationsAxis'),
    across,
    points,
    width,
    ...(what === 'articles' ? { goal } : {}),
  });
}

const STATES = [
  {
    state: 'submitted',
    name: 'statistics.stateSubmitted',
    named: 'statistics.analystSubmitted',
    fill: 'ink2',
  },
  {
    state: 'in-progress',
    name: 'statistics.stateOpen',
    named: 'statistics.analystOpen',
    fill: 'accent',
  },
  { state: 'new', name: 'statistics.stateToDo', named: 'statistics.analystToDo', fill: 'line' },
] as const satisfies readonly { state: LayerState; name: PlainKey; named: Key; fill: Ink }[];

/** How far each analyst is with the articles of the project. A row for each state. */
export function statesChart({ report, names }: ChartData, width: number): Picture {
  const several = report.analysts.length > 1;
  const rows = report.analysts.flatMap(({ analyst, states }) =>
    STATES.map(({ state, name, named, fill }): BarRow => {
      const value = states[state];
      const words = several ? t(named, { analyst: names.analyst(analyst) }) : t(name);
      const ask = { title: words, articles: { analyst, state } };
      const part = {
        value,
        fill,
        name: t('statistics.stateName', {
          state: words,
          articles: t('statistics.articleCount', { count: value }),
        }),
        ask,
      };
      return { key: `${analyst} ${state}`, name: words, note: numberWords(value), parts: [part] };
    }),
  );
  return barsPicture({
    title: t('statistics.states'),
    axis: t('statistics.articles'),
    rows,
    width,
  });
}
