import { showGuidelines, useGuidelines } from '../../state/guidelines.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { t } from '../../words/words.ts';
import styles from './reading.module.css';

/** Chooses between the annotations and the guidelines beside the text. */
export function GuidelinesSwitch() {
  const shown = useGuidelines((state) => state.shown);
  return (
    <div className={styles['switch']}>
      <Segmented
        label={t('app.besideText')}
        value={shown ? 'guidelines' : 'annotations'}
        options={[
          { value: 'annotations', name: t('app.annotations') },
          { value: 'guidelines', name: t('app.guidelines') },
        ]}
        onChange={(value) => showGuidelines(value === 'guidelines')}
      />
    </div>
  );
}
