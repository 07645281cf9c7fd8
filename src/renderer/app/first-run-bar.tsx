import { Lock } from 'lucide-react';
import { runCommand } from '../state/commands.ts';
import { useSession } from '../state/session.ts';
import { t } from '../words/words.ts';
import { BarKeys } from './bar-keys.tsx';
import styles from './status-bar.module.css';
import { Happened } from './status-bar.tsx';

/** The status bar of the pages without a project. */
export function FirstRunBar() {
  const version = useSession((state) => state.version);
  return (
    <footer className={styles['bar']}>
      <span className={styles['said']}>
        <Lock size={14} strokeWidth={1.6} aria-hidden />
        {t('start.offline')}
      </span>
      <Happened />
      <span className={styles['space']} />
      {version === '' ? null : <span>{`Verbale ${version}`}</span>}
      <BarKeys
        commands={['keys.open']}
        words={t('start.allKeys')}
        onClick={() => runCommand('keys.open')}
      />
    </footer>
  );
}
