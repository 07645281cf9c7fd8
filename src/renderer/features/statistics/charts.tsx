import { useState } from 'react';
import type { MeetingUnit } from '../../../core/statistics/co-occurrence.ts';
import type { ArticleOrder } from '../../../core/statistics/report.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { AttributeSection } from './attribute-section.tsx';
import { Chart } from './chart.tsx';
import type { ChartData } from './chart-data.ts';
import { analystsChart, articlesChart, labelsChart, meetingsChart } from './label-charts.ts';
import styles from './statistics-page.module.css';
import { daysChart, type Growing, progressChart, statesChart } from './time-charts.ts';

/** Props of every chart. */
export interface WithData {
  readonly data: ChartData;
}

const NO_DAYS = 'None of these annotations says when it was made.';

/** All charts, the broadest question first. */
export function Charts({ data }: WithData) {
  const undated = data.report.days.length === 0 ? NO_DAYS : undefined;
  return (
    <div className={styles['charts']}>
      <Chart
        id="labels"
        title="Labels"
        words="How often each label was used, and how often in 1,000 words of the articles that have annotations."
        data={data}
        draw={(width) => labelsChart(data, width)}
      />
      <MeetingsSection data={data} />
      <Chart
        id="days"
        title="Over time"
        words="When annotations were made. Days begin and end in UTC."
        data={data}
        draw={(width) => daysChart(data, width)}
        empty={undated}
      />
      <ProgressSection data={data} />
      <AttributeSection data={data} />
      <Chart
        id="states"
        title="Articles by state"
        words="To do: nothing marked. Open: something marked. Submitted: frozen by the analyst."
        data={data}
        draw={(width) => statesChart(data, width)}
      />
      <Chart
        id="analysts"
        title="Analysts"
        words="Who used which labels. An article’s words count once for each analyst who marked it."
        data={data}
        draw={(width) => analystsChart(data, width)}
        wide
      />
      <ArticlesSection data={data} />
    </div>
  );
}

const UNITS = [
  { value: 'overlap', name: 'Words' },
  { value: 'sentence', name: 'Sentence' },
  { value: 'article', name: 'Article' },
] as const;

const UNIT_WORDS: Readonly<Record<MeetingUnit, string>> = {
  overlap: 'Pairs of annotations by one analyst that share at least one character.',
  sentence: 'Sentences in which one analyst marked both labels; on the diagonal, twice the same.',
  article: 'Articles in which one analyst marked both labels; on the diagonal, twice the same.',
};

function MeetingsSection({ data }: WithData) {
  const [unit, setUnit] = useState<MeetingUnit>('overlap');
  return (
    <Chart
      id="meetings"
      title="Labels that meet"
      words={UNIT_WORDS[unit]}
      data={data}
      draw={(width) => meetingsChart(data, unit, width)}
      controls={
        <Segmented label="Within the same" value={unit} options={UNITS} onChange={setUnit} />
      }
    />
  );
}

const GROWING = [
  { value: 'articles', name: 'Articles' },
  { value: 'annotations', name: 'Annotations' },
] as const;

function ProgressSection({ data }: WithData) {
  const [what, setWhat] = useState<Growing>('articles');
  return (
    <Chart
      id="progress"
      title="Progress"
      words={
        what === 'articles'
          ? 'Articles with at least one annotation, by the day of the first one, added up.'
          : 'Annotations, by the day they were made, added up.'
      }
      data={data}
      draw={(width) => progressChart(data, what, width)}
      controls={<Segmented label="What grows" value={what} options={GROWING} onChange={setWhat} />}
      empty={data.report.days.length === 0 ? NO_DAYS : undefined}
    />
  );
}

const ORDERS = [
  { value: 'annotations', name: 'Most annotations' },
  { value: 'density', name: 'Most in 1,000 words' },
] as const;

function ArticlesSection({ data }: WithData) {
  const [order, setOrder] = useState<ArticleOrder>('annotations');
  const { byArticle, annotated } = data.report;
  const shown =
    annotated > byArticle.length
      ? `The first ${String(byArticle.length)} of ${annotated.toLocaleString('en')} articles with annotations; the CSV has all.`
      : 'Every article with annotations.';
  return (
    <Chart
      id="articles"
      title="Articles"
      words={shown}
      data={data}
      draw={(width) => articlesChart(data, order, width)}
      controls={<Segmented label="Order" value={order} options={ORDERS} onChange={setOrder} />}
      wide
    />
  );
}
