import type { Annotation, Confidence } from '../../../core/model/annotation.ts';
import { Select } from '../../ui/select.tsx';
import { t } from '../../words/words.ts';
import styles from './annotation-details.module.css';
import { changeConfidence } from './edits.ts';

const NOT_SAID = 'none';

type Choice = Confidence | typeof NOT_SAID;

function options(): readonly { readonly value: Choice; readonly name: string }[] {
  return [
    { value: NOT_SAID, name: t('annotate.confidenceNone') },
    { value: 'low', name: t('annotate.confidenceLow') },
    { value: 'medium', name: t('annotate.confidenceMedium') },
    { value: 'high', name: t('annotate.confidenceHigh') },
  ];
}

/** How sure one is of an annotation; it never counts in agreement. */
export function ConfidenceField(props: {
  readonly annotation: Annotation;
  readonly readOnly: boolean;
}) {
  const { annotation, readOnly } = props;
  return (
    <div className={styles['field']}>
      <span className={styles['fieldName']} aria-hidden>
        {t('annotate.confidence')}
      </span>
      <Select
        label={t('annotate.confidence')}
        value={annotation.confidence ?? NOT_SAID}
        disabled={readOnly}
        options={options()}
        onChange={(value) => changeConfidence(annotation, value === NOT_SAID ? null : value)}
      />
    </div>
  );
}
