import { KeyHint } from '../../ui/key-hint.tsx';
import { t } from '../../words/words.ts';
import { FIXED_KEYS } from './fixed-keys.ts';
import styles from './shortcuts.module.css';

/** Keys that stay as they are, by the place where they work. */
export function FixedKeysList() {
  const names = [...new Set(FIXED_KEYS.map(({ group }) => group))];
  return names.map((name) => (
    <section key={name} aria-label={t(name)} className={styles['group']}>
      <h3 className={styles['name']}>
        {t(name)}
        <span className={styles['always']}>{t('shortcuts.stay')}</span>
      </h3>
      <ul>
        {FIXED_KEYS.filter(({ group }) => group === name).map(({ title, keys }) => (
          <li key={title} className={styles['row']}>
            <div className={styles['line']}>
              <span className={styles['title']}>{t(title)}</span>
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
