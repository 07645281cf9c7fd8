import { KeyHint } from '../../ui/key-hint.tsx';
import { FIXED_KEYS } from './fixed-keys.ts';
import styles from './shortcuts.module.css';

/** Keys that stay as they are, by the place where they work. */
export function FixedKeysList() {
  const names = [...new Set(FIXED_KEYS.map(({ group }) => group))];
  return names.map((name) => (
    <section key={name} aria-label={name} className={styles['group']}>
      <h3 className={styles['name']}>
        {name}
        <span className={styles['always']}>These stay as they are</span>
      </h3>
      <ul>
        {FIXED_KEYS.filter(({ group }) => group === name).map(({ title, keys }) => (
          <li key={title} className={styles['row']}>
            <div className={styles['line']}>
              <span className={styles['title']}>{title}</span>
              <span className={styles['keys']}>
                {keys.map((one) => (
                  <KeyHint key={one} keys={one} spoken className={styles['still']} />
                ))}
              </span>
              <span className={styles['reset']} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  ));
}
