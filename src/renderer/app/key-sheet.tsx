import { allCommands, type Command, keysFor } from '../state/commands.ts';
import { useProject } from '../state/project.ts';
import { closeDialog } from '../state/view.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { t } from '../words/words.ts';
import styles from './key-sheet.module.css';

interface Group {
  readonly name: string;
  readonly commands: readonly Command[];
}

/** A number key without a label does nothing: it is not listed. */
function isIdle(command: Command): boolean {
  if (!command.id.startsWith('label.')) return false;
  const { labels } = useProject.getState();
  return labels.every((label) => `label.${label.shortcut}` !== command.id);
}

function groups(): readonly Group[] {
  const byName = new Map<string, Command[]>();
  for (const command of allCommands()) {
    if (keysFor(command).length === 0 || isIdle(command)) continue;
    byName.set(command.group, [...(byName.get(command.group) ?? []), command]);
  }
  return [...byName].map(([name, commands]) => ({ name, commands }));
}

/** All keys, by what they are for. */
export function KeySheet() {
  return (
    <Dialog open title={t('app.allKeys')} width="wide" toRead onClose={closeDialog}>
      <div className={styles['sheet']}>
        {groups().map(({ name, commands }) => (
          <section key={name} className={styles['group']}>
            <h3 className={styles['name']}>{name}</h3>
            <ul>
              {commands.map((command) => (
                <li key={command.id} className={styles['row']}>
                  <span>{command.title.replace(/…$/u, '')}</span>
                  <KeyHint keys={keysFor(command)[0]} spoken />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
