import { Keyboard, Search, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { allCommands, type Command } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { useSettings } from '../../state/settings.ts';
import { closeDialog } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { t } from '../../words/words.ts';
import { commandGroups, type Wanted } from './command-groups.ts';
import { allConflicts } from './conflicts.ts';
import { FixedKeysList } from './fixed-keys-list.tsx';
import { KeyCapture } from './key-capture.tsx';
import { ShortcutRow } from './shortcut-row.tsx';
import styles from './shortcuts.module.css';
import { ShortcutsFoot } from './shortcuts-foot.tsx';

/** All commands and their keys, which can be changed here. */
export function ShortcutsDialog() {
  const [wanted, setWanted] = useState<Wanted>({ words: '', keys: undefined });
  return (
    <Dialog
      open
      title={t('shortcuts.title')}
      width="wide"
      onClose={closeDialog}
      onMain={closeDialog}
      footer={<ShortcutsFoot />}
    >
      <Find wanted={wanted} onChange={setWanted} />
      <Groups wanted={wanted} />
      {wanted.words === '' && wanted.keys === undefined ? <FixedKeysList /> : null}
    </Dialog>
  );
}

function useClashes(): ReadonlyMap<string, readonly Command[]> {
  const own = useSettings((state) => state.keys);
  const labels = useProject((state) => state.labels);
  return useMemo(() => {
    const found = new Map<string, Command[]>();
    for (const {
      commands: [a, b],
    } of allConflicts(allCommands())) {
      found.set(a.id, [...(found.get(a.id) ?? []), b]);
      found.set(b.id, [...(found.get(b.id) ?? []), a]);
    }
    return found;
    // oxlint-disable-next-line react/exhaustive-deps -- read through `keysFor`
  }, [own, labels]);
}

const NONE: readonly Command[] = [];

function Groups({ wanted }: { readonly wanted: Wanted }) {
  useSettings((state) => state.keys);
  const clashes = useClashes();
  const groups = commandGroups(wanted);
  if (groups.length === 0) {
    return <p className={styles['none']}>{t('shortcuts.noCommand')}</p>;
  }
  return groups.map(({ name, commands }) => (
    <section key={name} aria-label={name} className={styles['group']}>
      <h3 className={styles['name']}>{name}</h3>
      <ul>
        {commands.map((command) => (
          <ShortcutRow
            key={command.id}
            command={command}
            clashes={clashes.get(command.id) ?? NONE}
          />
        ))}
      </ul>
    </section>
  ));
}

interface FindProps {
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
}

/** Looks for commands by their names, or by a key that is pressed. */
function Find({ wanted, onChange }: FindProps) {
  const [waiting, setWaiting] = useState(false);
  return (
    <search className={styles['find']}>
      <div className={styles['field']}>
        <Search size={14} strokeWidth={1.6} aria-hidden />
        <input
          type="search"
          aria-label={t('shortcuts.filter')}
          placeholder={t('shortcuts.filter')}
          autoComplete="off"
          spellCheck={false}
          value={wanted.words}
          onChange={(event) => onChange({ ...wanted, words: event.target.value })}
        />
      </div>
      {waiting ? (
        <KeyCapture
          label={t('shortcuts.pressToFind')}
          words={t('shortcuts.pressAKey')}
          onKeys={(keys) => {
            onChange({ ...wanted, keys });
            setWaiting(false);
          }}
          onCancel={() => setWaiting(false)}
        />
      ) : (
        <Button icon={Keyboard} onClick={() => setWaiting(true)}>
          {t('shortcuts.findByKey')}
        </Button>
      )}
      {wanted.keys === undefined ? null : (
        <span className={styles['wanted']}>
          <KeyHint keys={wanted.keys} spoken />
          <IconButton
            icon={X}
            label={t('shortcuts.anyKey')}
            onClick={() => onChange({ ...wanted, keys: undefined })}
          />
        </span>
      )}
    </search>
  );
}
