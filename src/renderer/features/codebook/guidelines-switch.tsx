import { showGuidelines, useGuidelines } from '../../state/guidelines.ts';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './reading.module.css';

/** Chooses between the annotations and the guidelines beside the text. */
export function GuidelinesSwitch() {
  const shown = useGuidelines((state) => state.shown);
  return (
    <div className={styles['switch']}>
      <Segmented
        label="Beside the text"
        value={shown ? 'guidelines' : 'annotations'}
        options={[
          { value: 'annotations', name: 'Annotations' },
          { value: 'guidelines', name: 'Guidelines' },
        ]}
        onChange={(value) => showGuidelines(value === 'guidelines')}
      />
    </div>
  );
}
