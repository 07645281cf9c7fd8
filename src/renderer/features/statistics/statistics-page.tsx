import { useEffect, useMemo } from 'react';
import { inBackground } from '../../state/background.ts';
import { useProject } from '../../state/project.ts';
import { count, countWork, followStatistics, useStatistics } from '../../state/statistics.ts';
import { goTo } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { said } from '../../words/said.ts';
import { t, useLanguage } from '../../words/words.ts';
import { BehindList } from './behind-list.tsx';
import { type ChartData, chartData } from './chart-data.ts';
import { Charts } from './charts.tsx';
import { Counting } from './counting.tsx';
import { StatisticsHead } from './statistics-head.tsx';
import styles from './statistics-page.module.css';

function useChartData(): ChartData | undefined {
  const statistics = useStatistics((state) => state.statistics);
  const project = useProject((state) => state.project);
  const labels = useProject((state) => state.labels);
  const rows = useProject((state) => state.rows);
  const language = useLanguage();
  return useMemo(
    () =>
      statistics === undefined || project === undefined
        ? undefined
        : chartData(statistics, project, labels, rows),
    // Names that are missing are words of the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- so the language counts too
    [statistics, project, labels, rows, language],
  );
}

/** The place where a project's work is counted, drawn, and taken out as pictures and tables. */
export function StatisticsPage() {
  useEffect(() => followStatistics(), []);
  const data = useChartData();
  const list = useStatistics((state) => state.list);
  return (
    <div className={styles['page']}>
      <div className={styles['main']} data-charts>
        <div className={styles['sheet']}>
          <StatisticsHead report={data?.report} />
          {data === undefined ? <NoNumbers /> : <Numbers data={data} />}
        </div>
      </div>
      {list === undefined || data === undefined ? null : <BehindList list={list} data={data} />}
    </div>
  );
}

function Numbers({ data }: { readonly data: ChartData }) {
  const whose = useStatistics((state) => state.whose);
  const { articles, annotations } = data.report;
  if (articles === 0) {
    return (
      <EmptyState
        title={t('statistics.nothingYet')}
        action={<Button onClick={() => goTo('import')}>{t('statistics.goImport')}</Button>}
      >
        {t('statistics.needArticles')}
      </EmptyState>
    );
  }
  if (annotations + (data.report.documents?.length ?? 0) > 0) return <Charts data={data} />;
  return (
    <EmptyState
      title={whose === 'mine' ? t('statistics.markedNothing') : t('statistics.nobodyMarked')}
      action={
        <>
          <Button onClick={() => goTo('articles')}>{t('statistics.goArticles')}</Button>
          {whose === 'mine' ? (
            <Button onClick={() => inBackground(countWork('all'))}>
              {t('statistics.countAll')}
            </Button>
          ) : null}
        </>
      }
    >
      {t('statistics.howToMark')}
    </EmptyState>
  );
}

function NoNumbers() {
  const counting = useStatistics((state) => state.counting);
  const error = useStatistics((state) => state.error);
  const again = <Button onClick={() => inBackground(count())}>{t('statistics.again')}</Button>;
  if (counting) return <Counting />;
  if (error !== undefined) {
    return (
      <ErrorState title={t('statistics.nothingCounted')} actions={again}>
        {t('statistics.workAsWas', { reason: said(error.message) })}
      </ErrorState>
    );
  }
  return (
    <EmptyState title={t('statistics.stopped')} action={again}>
      {t('statistics.stoppedWords')}
    </EmptyState>
  );
}
