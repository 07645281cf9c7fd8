import type { Report } from '../../../core/statistics/report.ts';
import { inBackground } from '../../state/background.ts';
import { countWork, showBehind, useStatistics } from '../../state/statistics.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Sentence } from '../../words/sentence.tsx';
import { t } from '../../words/words.ts';
import { densityWords } from './label-charts.ts';
import styles from './statistics-page.module.css';

function scopes() {
  return [
    { value: 'mine', name: t('statistics.mine') },
    { value: 'all', name: t('statistics.all') },
  ] as const;
}

/** The heading: whose work is counted, and the whole of it in one sentence. */
export function StatisticsHead({ report }: { readonly report: Report | undefined }) {
  const whose = useStatistics((state) => state.whose);
  return (
    <header className={styles['head']}>
      <h1 className={styles['title']}>{t('statistics.title')}</h1>
      <Segmented
        label={t('statistics.whose')}
        value={whose}
        options={scopes()}
        onChange={(next) => inBackground(countWork(next))}
      />
      {report === undefined || report.annotations + report.furniture === 0 ? null : (
        <Summary report={report} />
      )}
    </header>
  );
}

function BehindLink(props: {
  readonly count: number;
  readonly ask: Parameters<typeof showBehind>[0];
}) {
  return (
    <Button look="link" onClick={() => inBackground(showBehind(props.ask))}>
      {t('statistics.annotations', { count: props.count })}
    </Button>
  );
}

function Summary({ report }: { readonly report: Report }) {
  const { annotations, annotated, articles, furniture, undated } = report;
  const density = densityWords(report);
  const counted = {
    annotations: t('statistics.annotations', { count: annotations }),
    annotated,
    articles: t('statistics.articleCount', { count: articles }),
  };
  return (
    <p className={styles['summary']}>
      {density === ''
        ? t('statistics.summary', counted)
        : t('statistics.summaryDensity', { ...counted, density })}{' '}
      {furniture === 0 ? null : (
        <>
          <Sentence
            of="statistics.furniture"
            values={{
              count: furniture,
              link: (
                <BehindLink
                  count={furniture}
                  ask={{ title: t('statistics.inFurniture'), annotations: { furniture: true } }}
                />
              ),
            }}
          />{' '}
        </>
      )}
      {undated === 0 ? null : (
        <>
          <Sentence
            of="statistics.undated"
            values={{
              count: undated,
              link: (
                <BehindLink
                  count={undated}
                  ask={{ title: t('statistics.withoutDay'), annotations: { days: 'undated' } }}
                />
              ),
            }}
          />{' '}
        </>
      )}
      {t('statistics.notCounted')}
    </p>
  );
}
