import { Fragment } from 'react';
import { type Agreement, showSpans } from '../../state/agreement.ts';
import { inBackground } from '../../state/background.ts';
import { Button } from '../../ui/button.tsx';
import type { Key } from '../../words/catalogue.ts';
import { Sentence } from '../../words/sentence.tsx';
import { t } from '../../words/words.ts';
import styles from './agreement-page.module.css';

type Left = Agreement['left'][number];

const WORDS = {
  'one-reader': 'agreement.leftOneReader',
  'not-all-readers': 'agreement.leftNotAll',
  'no-reader': 'agreement.leftNoReader',
  'article-not-chosen': 'agreement.leftNotChosen',
  'analyst-not-chosen': 'agreement.leftNotChosen',
  'not-submitted': 'agreement.leftNotSubmitted',
  furniture: 'agreement.leftFurniture',
  'helper-label': 'agreement.leftHelper',
  'retired-label': 'agreement.leftRetired',
  'label-not-chosen': 'agreement.leftLabel',
  'unknown-label': 'agreement.leftUnknown',
} as const satisfies Readonly<Record<Left['reason'], Key>>;

const WHAT = {
  articles: 'agreement.articles',
  layers: 'agreement.layers',
  annotations: 'agreement.annotations',
} as const;

function leftWords({ reason, what, count }: Left): string {
  return t(WORDS[reason], { what: t(WHAT[what], { count }) });
}

/** What was left out and why; each opens what it is. Then what chance is made of. */
export function LeftLine({ report }: { readonly report: Agreement }) {
  const { left, scope } = report;
  const list = (
    <>
      {left.map((one) => (
        <Fragment key={one.reason}>
          <Button
            look="link"
            data-behind
            onClick={() =>
              inBackground(
                showSpans(t('agreement.leftTitle', { what: leftWords(one) }), one.behind),
              )
            }
          >
            {leftWords(one)}
          </Button>
          {', '}
        </Fragment>
      ))}
      {scope.blind ? `${t('agreement.leftBlind')}, ` : ''}
      {t('agreement.leftAlways')}
    </>
  );
  return (
    <p className={styles['left']}>
      <Sentence of="agreement.left" values={{ list }} />{' '}
      {t('agreement.ranges', { count: scope.resamples, seed: scope.seed })}
    </p>
  );
}
