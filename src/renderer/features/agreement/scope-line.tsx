import type { ReactNode } from 'react';
import { wordLabels } from '../../../core/model/codebook.ts';
import {
  type Agreement,
  type AgreementOptions,
  compareWith,
  useAgreement,
} from '../../state/agreement.ts';
import { inBackground } from '../../state/background.ts';
import { useProject } from '../../state/project.ts';
import { goTo } from '../../state/view.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Popover } from '../../ui/popover.tsx';
import { numberWords } from '../../words/amounts.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { Sentence } from '../../words/sentence.tsx';
import { t } from '../../words/words.ts';
import styles from './scope-line.module.css';
import { TickList } from './tick-list.tsx';
import { valueWords } from './value-words.ts';

const change = (options: Partial<AgreementOptions>): void => inBackground(compareWith(options));

function Choice(props: {
  readonly words: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const trigger = (
    <button type="button" className={styles['control']}>
      {props.words}
    </button>
  );
  return (
    <Popover label={props.label} trigger={trigger}>
      {props.children}
    </Popover>
  );
}

function ArticlesChoice({ report }: { readonly report: Agreement }) {
  const { readers, unsubmitted } = useAgreement((state) => state.options);
  return (
    <Choice
      words={t('agreement.articles', { count: report.scope.articles })}
      label={t('agreement.chooseArticles')}
    >
      <div className={styles['choice']}>
        <Choices
          title={t('agreement.chooseArticles')}
          value={readers}
          options={[
            { value: 'two', name: t('agreement.readTwo'), words: t('agreement.readTwoWords') },
            { value: 'all', name: t('agreement.readAll'), words: t('agreement.readAllWords') },
          ]}
          onChange={(next) => change({ readers: next })}
        />
        <CheckBox
          label={t('agreement.unsubmitted')}
          checked={unsubmitted}
          onChange={(next) => change({ unsubmitted: next })}
        />
      </div>
    </Choice>
  );
}

function AnalystsChoice({ report }: { readonly report: Agreement }) {
  const people = useProject((state) => state.project?.analysts ?? []);
  const { analysts } = report.scope;
  const chosen = new Set(analysts.map(({ id }) => id));
  return (
    <Choice
      words={t('agreement.analysts', { count: analysts.length })}
      label={t('agreement.chooseAnalysts')}
    >
      <TickList
        key={[...chosen].join(' ')}
        title={t('agreement.chooseAnalysts')}
        options={people}
        chosen={chosen}
        least={2}
        tooFew={t('agreement.twoNeeded')}
        onApply={(analystIds) => change({ analysts: [...analystIds] })}
      />
    </Choice>
  );
}

function LabelsChoice({ report }: { readonly report: Agreement }) {
  const labels = useProject((state) => state.labels);
  const chosen = new Set(report.scope.labels.map(({ id }) => id));
  return (
    <Choice
      words={t('agreement.labels', { count: chosen.size })}
      label={t('agreement.chooseLabels')}
    >
      <TickList
        key={[...chosen].join(' ')}
        title={t('agreement.chooseLabels')}
        options={wordLabels(labels)}
        chosen={chosen}
        least={1}
        tooFew={t('agreement.oneNeeded')}
        onApply={(ids) => change({ labels: [...ids] })}
      />
    </Choice>
  );
}

const RULES = ['half', 'iou', 'any', 'exact'] as const;
type Rule = (typeof RULES)[number];

const RULE_WORDS: Readonly<Record<Rule, { readonly name: PlainKey; readonly words: PlainKey }>> = {
  half: { name: 'agreement.half', words: 'agreement.halfWords' },
  iou: { name: 'agreement.iou', words: 'agreement.iouWords' },
  any: { name: 'agreement.any', words: 'agreement.anyWords' },
  exact: { name: 'agreement.exact', words: 'agreement.exactWords' },
};

function ruleWords(rule: AgreementOptions['rule']): string {
  switch (rule.kind) {
    case 'half':
      return t('agreement.ruleHalf');
    case 'any':
      return t('agreement.ruleAny');
    case 'exact':
      return t('agreement.ruleExact');
    case 'iou':
      return t('agreement.ruleIou', { number: valueWords(rule.least) });
  }
}

function RuleChoice({ report }: { readonly report: Agreement }) {
  const { rule } = report.scope;
  return (
    <Choice words={ruleWords(rule)} label={t('agreement.chooseRule')}>
      <div className={styles['choice']}>
        <Choices
          title={t('agreement.chooseRule')}
          value={rule.kind}
          options={RULES.map((value) => ({
            value,
            name: t(RULE_WORDS[value].name),
            words: t(RULE_WORDS[value].words),
          }))}
          onChange={(kind) => change({ rule: kind === 'iou' ? { kind, least: 0.5 } : { kind } })}
        />
      </div>
    </Choice>
  );
}

/** What is compared, as a sentence whose bold parts are controls. */
export function ScopeLine({ report }: { readonly report: Agreement }) {
  const { articles, readByAll, codebookVersion } = report.scope;
  const isAll = articles > 0 && articles === readByAll;
  return (
    <p className={styles['scope']}>
      <Sentence
        of={isAll ? 'agreement.scopeAll' : 'agreement.scopeTwo'}
        values={{
          articles: <ArticlesChoice report={report} />,
          analysts: <AnalystsChoice report={report} />,
          version: (
            <button type="button" className={styles['control']} onClick={() => goTo('codebook')}>
              {numberWords(codebookVersion)}
            </button>
          ),
          labels: <LabelsChoice report={report} />,
          rule: <RuleChoice report={report} />,
        }}
      />
    </p>
  );
}
