import type { Report } from '../../../core/statistics/report.ts';
import { inBackground } from '../../state/background.ts';
import { countWork, showBehind, useStatistics } from '../../state/statistics.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { countWords } from './chart-data.ts';
import { densityWords } from './label-charts.ts';
import styles from './statistics-page.module.css';

const SCOPES = [
  { value: 'mine', name: 'My layer' },
  { value: 'all', name: 'All analysts' },
] as const;

/** The heading: whose work is counted, and the whole of it in one sentence. */
export function StatisticsHead({ report }: { readonly report: Report | undefined }) {
  const whose = useStatistics((state) => state.whose);
  return (
    <header className={styles['head']}>
      <h1 className={styles['title']}>Statistics</h1>
      <Segmented
        label="Whose work"
        value={whose}
        options={SCOPES}
        onChange={(next) => inBackground(countWork(next))}
      />
      {report === undefined || report.annotations + report.furniture === 0 ? null : (
        <Summary report={report} />
      )}
    </header>
  );
}

function Summary({ report }: { readonly report: Report }) {
  const { annotations, annotated, articles, furniture, undated } = report;
  const density = densityWords(report);
  return (
    <p className={styles['summary']}>
      {`${countWords(annotations)} in ${annotated.toLocaleString('en')} of ${countWords(articles, 'article')}`}
      {density === '' ? '. ' : `, ${density}. `}
      {furniture === 0 ? null : (
        <>
          <Button
            look="link"
            onClick={() =>
              inBackground(showBehind({ title: 'In furniture', annotations: { furniture: true } }))
            }
          >
            {countWords(furniture)}
          </Button>
          {furniture === 1 ? ' stands' : ' stand'} wholly in furniture and{' '}
          {furniture === 1 ? 'is' : 'are'} in no other number.{' '}
        </>
      )}
      {undated === 0 ? null : (
        <>
          <Button
            look="link"
            onClick={() =>
              inBackground(showBehind({ title: 'Without a day', annotations: { days: 'undated' } }))
            }
          >
            {countWords(undated)}
          </Button>
          {undated === 1 ? ' has' : ' have'} no day and {undated === 1 ? 'is' : 'are'} missing over
          time.{' '}
        </>
      )}
      Words in furniture are not counted.
    </p>
  );
}
