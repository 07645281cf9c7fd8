import type { ReactNode } from 'react';
import styles from './settings-dialog.module.css';

/** One thing that may be set: its name, a few words, and the control. */
export function SettingRow(props: {
  readonly name: string;
  readonly words: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles['row']}>
      <div>
        <h3 className={styles['name']}>{props.name}</h3>
        <p className={styles['words']}>{props.words}</p>
      </div>
      {props.children}
    </div>
  );
}
