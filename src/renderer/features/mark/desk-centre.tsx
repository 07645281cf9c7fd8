import styles from './desk-centre.module.css';
import { LabelsToolbar } from './labels-toolbar.tsx';
import { Reader } from './reader.tsx';

/** The labels, and under them the text. */
export function DeskCentre() {
  return (
    <div className={styles['centre']}>
      <LabelsToolbar />
      <div className={styles['text']}>
        <Reader />
      </div>
    </div>
  );
}
