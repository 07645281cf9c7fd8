import { FileCode, FileText, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { keysFor, runCommand } from '../../state/commands.ts';
import { closeDialog } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { t } from '../../words/words.ts';
import { commandGroups, plainTitle } from './command-groups.ts';
import { FIXED_KEYS } from './fixed-keys.ts';
import styles from './key-sheet.module.css';

/** All keys, by what they are for. */
export function KeySheet() {
  const groups = commandGroups({ words: '', keys: undefined });
  const fixed = [...new Set(FIXED_KEYS.map(({ group }) => group))];
  return (
    <Dialog open title={t('keys.open')} width="wide" toRead onClose={closeDialog} footer={<Foot />}>
      <div className={styles['sheet']}>
        {groups.map(({ name, commands }) => (
          <Group key={name} name={name}>
            {commands.map((command) => (
              <Line key={command.id} title={plainTitle(command)} keys={keysFor(command)} />
            ))}
          </Group>
        ))}
        {fixed.map((name) => (
          <Group key={name} name={name}>
            {FIXED_KEYS.filter(({ group }) => group === name).map(({ title, keys }) => (
              <Line key={title} title={title} keys={keys} />
            ))}
          </Group>
        ))}
      </div>
    </Dialog>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className={styles['group']}>
      <h3 className={styles['name']}>{name}</h3>
      <ul>{children}</ul>
    </section>
  );
}

function Line({ title, keys }: { readonly title: string; readonly keys: readonly string[] }) {
  if (keys.length === 0) return null;
  return (
    <li className={styles['row']}>
      <span>{title}</span>
      <span className={styles['keys']}>
        {keys.map((one) => (
          <KeyHint key={one} keys={one} spoken />
        ))}
      </span>
    </li>
  );
}

function Foot() {
  return (
    <>
      <Button look="quiet" icon={Printer} onClick={() => runCommand('keys.print')}>
        {t('keys.shortPrint')}
      </Button>
      <Button look="quiet" icon={FileText} onClick={() => runCommand('keys.pdf')}>
        {t('keys.shortPdf')}
      </Button>
      <Button look="quiet" icon={FileCode} onClick={() => runCommand('keys.html')}>
        {t('keys.shortHtml')}
      </Button>
      <span className={styles['space']} />
      <Button command="keys.change" onClick={() => runCommand('keys.change')}>
        {t('keys.changeKeys')}
      </Button>
    </>
  );
}
