import type { Rule } from '../../../core/model/codebook.ts';
import { t } from '../../words/words.ts';
import { Markdown } from './markdown.tsx';
import styles from './reading.module.css';

/** A rule to be read: its ruling, an example and a counter-example. */
export function RuleText(props: { readonly rule: Rule; readonly level: 3 | 4 }) {
  const { rule, level } = props;
  const Heading = `h${level}` as const;
  return (
    <div className={styles['rule']}>
      <Heading className={styles['ruleTitle']} dir="auto">
        {`${String(rule.number)}. ${rule.title}`}
      </Heading>
      <Markdown text={rule.text} level={level} />
      {rule.example === '' ? null : (
        <div className={styles['case']}>
          <p className={styles['caseName']}>{t('codebook.example')}</p>
          <Markdown text={rule.example} level={level} />
        </div>
      )}
      {rule.counterExample === '' ? null : (
        <div className={styles['case']}>
          <p className={styles['caseName']}>{t('codebook.counterExample')}</p>
          <Markdown text={rule.counterExample} level={level} />
        </div>
      )}
    </div>
  );
}
