import type { Annotation, Confidence } from '../../../core/model/annotation.ts';
import { Select } from '../../ui/select.tsx';
import styles from './annotation-details.module.css';
import { changeConfidence } from './edits.ts';

const NOT_SAID = 'none';

const OPTIONS: readonly { readonly value: Confidence | typeof NOT_SAID; readonly name: string }[] =
  [
    { value: NOT_SAID, name: 'Not said' },
    { value: 'low', name: 'Low: unsure' },
    { value: 'medium', name: 'Medium' },
    { value: 'high', name: 'High' },
  ];

/** How sure one is of an annotation; it never counts in agreement. */
export function ConfidenceField(props: {
  readonly annotation: Annotation;
  readonly readOnly: boolean;
}) {
  const { annotation, readOnly } = props;
  return (
    <div className={styles['field']}>
      <span className={styles['fieldName']} aria-hidden>
        Confidence
      </span>
      <Select
        label="Confidence"
        value={annotation.confidence ?? NOT_SAID}
        disabled={readOnly}
        options={OPTIONS}
        onChange={(value) => changeConfidence(annotation, value === NOT_SAID ? null : value)}
      />
    </div>
  );
}
