import { useState } from 'react';
import type { MeetingUnit } from '../../../core/statistics/co-occurrence.ts';
import type { ArticleOrder } from '../../../core/statistics/report.ts';
import { Segmented } from '../../ui/segmented.tsx';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';
import { AttributeSection } from './attribute-section.tsx';
import { Chart } from './chart.tsx';
import type { ChartData } from './chart-data.ts';
import {
  analystsChart,
  articlesChart,
  documentsChart,
  labelsChart,
  meetingsChart,
} from './label-charts.ts';
import styles from './statistics-page.module.css';
import { daysChart, type Growing, progressChart, statesChart } from './time-charts.ts';

/** Props of every chart. */
export interface WithData {
  readonly data: ChartData;
}

/** All charts, the broadest question first. */
export function Charts({ data }: WithData) {
  const undated = data.report.days.length === 0 ? t('statistics.noDays') : undefined;
  return (
    <div className={styles['charts']}>
      <Chart
        id="labels"
        title={t('statistics.labels')}
        words={t('statistics.labelsWords')}
        data={data}
        draw={(width) => labelsChart(data, width)}
      />
      <DocumentsSection data={data} />
      <MeetingsSection data={data} />
      <Chart
        id="days"
        title={t('statistics.overTime')}
        words={t('statistics.overTimeWords')}
        data={data}
        draw={(width) => daysChart(data, width)}
        empty={undated}
      />
      <ProgressSection data={data} />
      <AttributeSection data={data} />
      <Chart
        id="states"
        title={t('statistics.states')}
        words={t('statistics.statesWords')}
        data={data}
        draw={(width) => statesChart(data, width)}
      />
      <Chart
        id="analysts"
        title={t('statistics.analysts')}
        words={t('statistics.analystsWords')}
        data={data}
        draw={(width) => analystsChart(data, width)}
        wide
      />
      <ArticlesSection data={data} />
    </div>
  );
}

/** Labels of whole articles, where the codebook has some or somebody gave one. */
function DocumentsSection({ data }: WithData) {
  const { documents = [] } = data.report;
  if (documents.length + (data.names.documentLabels?.length ?? 0) === 0) return null;
  return (
    <Chart
      id="documents"
      title={t('statistics.documents')}
      words={t('statistics.documentsWords')}
      data={data}
      draw={(width) => documentsChart(data, width)}
    />
  );
}

interface Choice<V extends string> {
  readonly value: V;
  readonly name: PlainKey;
}

/** Choices with their names in the language that is shown. */
function worded<V extends string>(choices: readonly Choice<V>[]): { value: V; name: string }[] {
  return choices.map(({ value, name }) => ({ value, name: t(name) }));
}

const UNITS = [
  { value: 'overlap', name: 'statistics.unitWords' },
  { value: 'sentence', name: 'statistics.unitSentence' },
  { value: 'article', name: 'statistics.unitArticle' },
] as const;

const UNIT_WORDS: Readonly<Record<MeetingUnit, PlainKey>> = {
  overlap: 'statistics.overlapWords',
  sentence: 'statistics.sentenceWords',
  article: 'statistics.articleWords',
};

function MeetingsSection({ data }: WithData) {
  const [unit, setUnit] = useState<MeetingUnit>('overlap');
  return (
    <Chart
      id="meetings"
      title={t('statistics.meetings')}
      words={t(UNIT_WORDS[unit])}
      data={data}
      draw={(width) => meetingsChart(data, unit, width)}
      controls={
        <Segmented
          label={t('statistics.within')}
          value={unit}
          options={worded(UNITS)}
          onChange={setUnit}
        />
      }
    />
  );
}

const GROWING = [
  { value: 'articles', name: 'statistics.growArticles' },
  { value: 'annotations', name: 'statistics.growAnnotations' },
] as const;

function ProgressSection({ data }: WithData) {
  const [what, setWhat] = useState<Growing>('articles');
  return (
    <Chart
      id="progress"
      title={t('statistics.progress')}
      words={
        what === 'articles' ? t('statistics.progressArticles') : t('statistics.progressAnnotations')
      }
      data={data}
      draw={(width) => progressChart(data, what, width)}
      controls={
        <Segmented
          label={t('statistics.whatGrows')}
          value={what}
          options={worded(GROWING)}
          onChange={setWhat}
        />
      }
      empty={data.report.days.length === 0 ? t('statistics.noDays') : undefined}
    />
  );
}

const ORDERS = [
  { value: 'annotations', name: 'statistics.orderMost' },
  { value: 'density', name: 'statistics.orderDensity' },
] as const;

function ArticlesSection({ data }: WithData) {
  const [order, setOrder] = useState<ArticleOrder>('annotations');
  const { byArticle, annotated } = data.report;
  const shown =
    annotated > byArticle.length
      ? t('statistics.articlesFirst', { shown: byArticle.length, total: annotated })
      : t('statistics.articlesAll');
  return (
    <Chart
      id="articles"
      title={t('statistics.growArticles')}
      words={shown}
      data={data}
      draw={(width) => articlesChart(data, order, width)}
      controls={
        <Segmented
          label={t('statistics.order')}
          value={order}
          options={worded(ORDERS)}
          onChange={setOrder}
        />
      }
      wide
    />
  );
}
