import type { Rule } from '../../../core/model/codebook.ts';
import { Markdown } from './markdown.tsx';
import styles from './reading.module.css';

/** A rule to be read: its ruling, an example and a counter-example. */
export function RuleText({ rule }: { readonly rule: Rule }) {
  return (
    <div className={styles['rule']}>
      <h4 className={styles['ruleTitle']} dir="auto">
        {`${String(rule.number)}. ${rule.title}`}
      </h4>
      <Markdown text={rule.text} level={4} />
      {rule.example === '' ? null : (
        <div className={styles['case']}>
          <p className={styles['caseName']}>Example</p>
          <Markdown text={rule.example} level={4} />
        </div>
      )}
      {rule.counterExample === '' ? null : (
        <div className={styles['case']}>
          <p className={styles['caseName']}>Counter-example</p>
          <Markdown text={rule.counterExample} level={4} />
        </div>
      )}
    </div>
  );
}
