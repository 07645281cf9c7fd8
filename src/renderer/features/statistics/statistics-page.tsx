import { useEffect, useMemo } from 'react';
import { inBackground } from '../../state/background.ts';
import { useProject } from '../../state/project.ts';
import { count, countWork, followStatistics, useStatistics } from '../../state/statistics.ts';
import { goTo } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { BehindPane } from './behind-pane.tsx';
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
  return useMemo(
    () =>
      statistics === undefined || project === undefined
        ? undefined
        : chartData(statistics, project, labels, rows),
    [statistics, project, labels, rows],
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
      {list === undefined || data === undefined ? null : <BehindPane list={list} data={data} />}
    </div>
  );
}

function Numbers({ data }: { readonly data: ChartData }) {
  const whose = useStatistics((state) => state.whose);
  const { articles, annotations } = data.report;
  if (articles === 0) {
    return (
      <EmptyState
        title="There is nothing to count yet."
        action={<Button onClick={() => goTo('import')}>Go to import</Button>}
      >
        Statistics are about annotations, and annotations need articles.
      </EmptyState>
    );
  }
  if (annotations > 0) return <Charts data={data} />;
  return (
    <EmptyState
      title={whose === 'mine' ? 'You have marked nothing yet.' : 'Nobody has marked anything yet.'}
      action={
        <>
          <Button onClick={() => goTo('articles')}>Go to the articles</Button>
          {whose === 'mine' ? (
            <Button onClick={() => inBackground(countWork('all'))}>Count all analysts</Button>
          ) : null}
        </>
      }
    >
      Select words in an article and press 1. What you mark is counted here.
    </EmptyState>
  );
}

function NoNumbers() {
  const counting = useStatistics((state) => state.counting);
  const error = useStatistics((state) => state.error);
  const again = <Button onClick={() => inBackground(count())}>Count again</Button>;
  if (counting) return <Counting />;
  if (error !== undefined) {
    return (
      <ErrorState title="Nothing was counted." actions={again}>
        {error.message} Your work is as it was.
      </ErrorState>
    );
  }
  return (
    <EmptyState title="Counting was stopped." action={again}>
      No number is shown that leaves something out.
    </EmptyState>
  );
}
