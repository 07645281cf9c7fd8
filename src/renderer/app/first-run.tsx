import { BookOpen, FolderOpen, type LucideIcon, Newspaper } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { runCommand } from '../state/commands.ts';
import { useSession } from '../state/session.ts';
import { openDialog } from '../state/view.ts';
import { Button } from '../ui/button.tsx';
import type { PlainKey } from '../words/catalogue.ts';
import { t } from '../words/words.ts';
import styles from './first-run.module.css';
import { FirstRunBar } from './first-run-bar.tsx';
import { RecentProjects } from './recent-projects.tsx';

interface DoorProps {
  readonly icon: LucideIcon;
  readonly title: PlainKey;
  readonly words: PlainKey;
  readonly button: PlainKey;
  readonly command: string;
  readonly first?: boolean;
}

const DOORS: readonly DoorProps[] = [
  {
    icon: BookOpen,
    title: 'start.sample',
    words: 'start.sampleWords',
    button: 'start.sample',
    command: 'door.sample',
    first: true,
  },
  {
    icon: Newspaper,
    title: 'start.import',
    words: 'start.importWords',
    button: 'start.importButton',
    command: 'door.import',
  },
  {
    icon: FolderOpen,
    title: 'start.open',
    words: 'start.openWords',
    button: 'start.openButton',
    command: 'door.open',
  },
];

/** The first page: three doors, and recent work below. */
export function FirstRun() {
  return (
    <div className={styles['window']}>
      <main className={styles['page']}>
        <div className={styles['column']}>
          <h1 className={styles['wordmark']}>Verbale</h1>
          <p className={styles['lead']}>{t('start.lead')}</p>
          <div className={styles['doors']}>
            {DOORS.map((door) => (
              <Door key={door.command} {...door} />
            ))}
          </div>
          <div className={styles['heading']}>
            <h2>{t('start.recent')}</h2>
            <Button look="quiet" onClick={() => openDialog('new-from')}>
              {t('start.newFrom')}
            </Button>
            <Button look="quiet" onClick={() => openDialog('new-project')}>
              {t('start.newEmpty')}
            </Button>
          </div>
          <RecentProjects />
        </div>
      </main>
      <FirstRunBar />
    </div>
  );
}

function Door({ icon: Icon, title, words, button, command, first = false }: DoorProps) {
  const busy = useSession((state) => state.busy);
  const id = useId();
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The default door has the focus, unless a person has already moved it.
    if (first && document.activeElement === document.body) ref.current?.focus();
  }, [first]);
  return (
    <section className={styles['door']} aria-labelledby={`${id}-title`}>
      <Icon size={20} strokeWidth={1.6} aria-hidden />
      <h2 id={`${id}-title`} className={styles['title']}>
        {t(title)}
      </h2>
      <p id={`${id}-words`} className={styles['words']}>
        {t(words)}
      </p>
      <Button
        ref={ref}
        look={first ? 'primary' : 'outline'}
        size="large"
        command={command}
        disabled={busy}
        aria-describedby={`${id}-title ${id}-words`}
        onClick={() => runCommand(command)}
      >
        {t(button)}
      </Button>
    </section>
  );
}
