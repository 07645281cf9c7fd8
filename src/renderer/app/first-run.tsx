import { BookOpen, FolderOpen, type LucideIcon, Newspaper } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { runCommand } from '../state/commands.ts';
import { useSession } from '../state/session.ts';
import { openDialog } from '../state/view.ts';
import { Button } from '../ui/button.tsx';
import styles from './first-run.module.css';
import { FirstRunBar } from './first-run-bar.tsx';
import { RecentProjects } from './recent-projects.tsx';

interface DoorProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly words: string;
  readonly button: string;
  readonly command: string;
  readonly first?: boolean;
}

const DOORS: readonly DoorProps[] = [
  {
    icon: BookOpen,
    title: 'Open the sample',
    words: 'A few short articles with annotations. Try every tool; nothing to lose.',
    button: 'Open the sample',
    command: 'door.sample',
    first: true,
  },
  {
    icon: Newspaper,
    title: 'Import articles',
    words: 'Text, HTML, saved web pages, Markdown, or work exported as jsonl. Or drop files here.',
    button: 'Choose files',
    command: 'door.import',
  },
  {
    icon: FolderOpen,
    title: 'Open a project',
    words: 'A folder whose name ends in .verbale.',
    button: 'Choose a folder',
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
          <p className={styles['lead']}>
            Mark claims, threats and sanctions proposals in news text, and keep every word in its
            place.
          </p>
          <div className={styles['doors']}>
            {DOORS.map((door) => (
              <Door key={door.command} {...door} />
            ))}
          </div>
          <div className={styles['heading']}>
            <h2>Recent projects</h2>
            <Button look="quiet" onClick={() => openDialog('new-project')}>
              New, empty project
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
        {title}
      </h2>
      <p id={`${id}-words`} className={styles['words']}>
        {words}
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
        {button}
      </Button>
    </section>
  );
}
