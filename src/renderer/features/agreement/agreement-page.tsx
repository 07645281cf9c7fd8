import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import {
  type Agreement,
  compare,
  compareWith,
  followAgreement,
  saveReport,
  useAgreement,
} from '../../state/agreement.ts';
import { inBackground } from '../../state/background.ts';
import { goTo } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './agreement-page.module.css';
import { BehindList } from './behind-list.tsx';
import { Comparing } from './comparing.tsx';
import { ConfusionMatrix } from './confusion-matrix.tsx';
import { FigureCard } from './figure-card.tsx';
import { Histogram } from './histogram.tsx';
import { LeftLine } from './left-line.tsx';
import { type Names, useNames } from './names.ts';
import { PairMap } from './pair-map.tsx';
import { PartsTable } from './parts-table.tsx';
import { ScopeLine } from './scope-line.tsx';
import { valueWords } from './value-words.ts';

const FORMATS = [
  ['json', 'agreement.asJson'],
  ['csv', 'agreement.asCsv'],
  ['markdown', 'agreement.asMarkdown'],
  ['html', 'agreement.asHtml'],
] as const;

/** The place where a team sees how far it agrees, in what, and where not. */
export function AgreementPage() {
  useEffect(() => followAgreement(), []);
  const report = useAgreement((state) => state.report);
  const list = useAgreement((state) => state.list);
  const names = useNames();
  return (
    <div className={styles['page']}>
      <div className={styles['main']}>
        <div className={styles['sheet']}>
          <h1>
            <Spoken>{t('agreement.title')}</Spoken>
          </h1>
          {report === undefined ? null : <Head report={report} />}
          <Comparing />
          <Trouble />
          {report === undefined ? null : <Numbers report={report} names={names} />}
        </div>
      </div>
      {list === undefined ? null : <BehindList list={list} names={names} />}
    </div>
  );
}

function Head({ report }: { readonly report: Agreement }) {
  return (
    <header className={styles['head']}>
      <ScopeLine report={report} />
      <Menu align="end" trigger={<Button icon={Download}>{t('agreement.export')}</Button>}>
        {FORMATS.map(([format, words]) => (
          <MenuItem key={format} onSelect={() => inBackground(saveReport(format))}>
            {t(words)}
          </MenuItem>
        ))}
      </Menu>
      <LeftLine report={report} />
    </header>
  );
}

function Trouble() {
  const working = useAgreement((state) => state.working);
  const error = useAgreement((state) => state.error);
  const report = useAgreement((state) => state.report);
  const again = <Button onClick={() => inBackground(compare())}>{t('agreement.again')}</Button>;
  if (working) return null;
  if (error !== undefined) {
    return (
      <ErrorState title={t('agreement.notMade')} actions={again}>
        {t('agreement.workAsWas', { reason: said(error.message) })}
      </ErrorState>
    );
  }
  if (report === undefined) return <EmptyState title={t('agreement.stopped')} action={again} />;
  return report.complete ? null : (
    <p className={styles['outdated']}>
      {t('agreement.outdated')} {again}
    </p>
  );
}

function Nothing({ report }: { readonly report: Agreement }) {
  return (
    <EmptyState
      title={t('agreement.nothingYet')}
      action={
        <>
          <Button onClick={() => goTo('articles')}>{t('statistics.goArticles')}</Button>
          {report.scope.unsubmitted ? null : (
            <Button onClick={() => inBackground(compareWith({ unsubmitted: true }))}>
              {t('agreement.withUnsubmitted')}
            </Button>
          )}
        </>
      }
    >
      {t('agreement.nothingYetWords')}
    </EmptyState>
  );
}

function Numbers({ report, names }: { readonly report: Agreement; readonly names: Names }) {
  const [chosen, setChosen] = useState<readonly [string, string]>();
  if (report.scope.articles === 0) return <Nothing report={report} />;
  const pair =
    report.pairs.find(({ a, b }) => a === chosen?.[0] && b === chosen[1]) ?? report.pairs[0];
  const short = pair === undefined ? undefined : { a: names.short(pair.a), b: names.short(pair.b) };
  const late = (pair?.ends ?? []).filter(({ from }) => from !== null && from >= 8);
  const count = late.reduce((sum, bin) => sum + bin.count, 0);
  const known = report.byAttribute.filter(({ agreement }) => agreement.value !== null).length;
  return (
    <div className={styles['numbers']}>
      <div role="group" aria-label={t('agreement.four')} className={styles['four']}>
        <FigureCard
          name={t('agreement.finding')}
          ask={t('agreement.findingAsk')}
          measure={t('agreement.findingMeasure', { exact: valueWords(report.exact.value) })}
          figure={report.finding}
        />
        <FigureCard
          name={t('agreement.boundary')}
          ask={t('agreement.boundaryAsk')}
          measure={t('agreement.boundaryMeasure')}
          figure={report.boundary}
        />
        <FigureCard
          name={t('agreement.label')}
          ask={t('agreement.labelAsk')}
          measure={t('agreement.labelMeasure')}
          figure={report.label}
        />
        <FigureCard
          name={t('agreement.attributes')}
          ask={t('agreement.attributesAsk')}
          measure={t('agreement.attributesMeasure', { count: known })}
          figure={report.attributes}
        />
      </div>
      <PairMap report={report} names={names} pair={pair} onPair={({ a, b }) => setChosen([a, b])} />
      {pair === undefined ? null : <ConfusionMatrix pair={pair} names={names} />}
      {pair === undefined || short === undefined ? null : (
        <>
          <Histogram
            title={t('agreement.starts')}
            words={t('agreement.startsWords', short)}
            bins={pair.starts}
          />
          <Histogram
            title={t('agreement.ends')}
            words={t('agreement.endsWords', { count })}
            bins={pair.ends}
          />
        </>
      )}
      <PartsTable report={report} />
    </div>
  );
}
