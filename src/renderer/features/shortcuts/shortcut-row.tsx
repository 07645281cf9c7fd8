import { Plus, RotateCcw } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { type Command, keysFor } from '../../state/commands.ts';
import { useSettings } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { keyNames } from '../../ui/key-names.ts';
import { useKeyboard } from '../../ui/keyboard-context.ts';
import { rowWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import { isChanged } from './change-keys.ts';
import { placeWords, plainTitle } from './command-groups.ts';
import { KeyCapture } from './key-capture.tsx';
import {
  beginCapture,
  captured,
  endEdit,
  type KeyEdit,
  removeKey,
  resetKeys,
  useKeyEdit,
} from './key-edit.ts';
import { isFixedKey } from './reserved.ts';
import styles from './shortcuts.module.css';

/** Props of {@link ShortcutRow}. */
export interface ShortcutRowProps {
  readonly command: Command;
  /** Other commands that have one of its keys in the same place. */
  readonly clashes: readonly Command[];
}

/** A command, its keys, and what changes them. */
export function ShortcutRow({ command, clashes }: ShortcutRowProps) {
  const own = useSettings((state) => state.keys);
  const edit = useKeyEdit((state) =>
    state.edit?.command.id === command.id ? state.edit : undefined,
  );
  const title = plainTitle(command);
  const row = useRef<HTMLLIElement>(null);
  useKeptFocus(row, edit);
  return (
    <li ref={row} className={styles['row']} data-editing={edit !== undefined}>
      <div className={styles['line']}>
        <span className={styles['title']} dir="auto">
          {title}
        </span>
        <span className={styles['place']}>{placeWords(command)}</span>
        {command.keyOfLabel === true ? (
          <LabelKeys command={command} />
        ) : (
          <OwnKeys command={command} edit={edit} />
        )}
        <span className={styles['reset']}>
          {isChanged(command, own) ? (
            <IconButton
              icon={RotateCcw}
              label={t('shortcuts.ownAgain', { command: title })}
              onClick={() => resetKeys(command)}
            />
          ) : null}
        </span>
      </div>
      {clashes.length === 0 ? null : (
        <p className={styles['clash']}>
          {t('shortcuts.sameKey', { commands: rowWords(clashes.map(plainTitle)) })}
        </p>
      )}
      <Outcome edit={edit} />
    </li>
  );
}

/** What had the focus goes when the keys were pressed: the question gets it, or else the row. */
function useKeptFocus(row: RefObject<HTMLLIElement | null>, edit: KeyEdit | undefined): void {
  const edited = useRef(false);
  useEffect(() => {
    const { activeElement } = document;
    const lost = activeElement === document.body || activeElement?.isConnected === false;
    if (edited.current && edit?.at === undefined && lost) {
      const asked = row.current?.querySelector<HTMLElement>('[role="alert"] button');
      (asked ?? row.current?.querySelector<HTMLElement>('button'))?.focus();
    }
    edited.current = edit !== undefined;
  }, [row, edit]);
}

function LabelKeys({ command }: { readonly command: Command }) {
  return (
    <span className={styles['keys']}>
      <span className={styles['fixed']}>{t('shortcuts.setInCodebook')}</span>
      <KeyHint keys={keysFor(command)[0]} spoken className={styles['still']} />
    </span>
  );
}

function OwnKeys({
  command,
  edit,
}: {
  readonly command: Command;
  readonly edit: KeyEdit | undefined;
}) {
  const keys = keysFor(command);
  const title = plainTitle(command);
  const at = edit?.at;
  return (
    <span className={styles['keys']}>
      {keys.map((one, index) =>
        index === at ? (
          <Capture key={one} command={command} at={index} keys={one} />
        ) : (
          <KeyButton key={one} command={command} at={index} keys={one} />
        ),
      )}
      {at === keys.length ? (
        <Capture command={command} at={at} keys={undefined} />
      ) : (
        <IconButton
          icon={Plus}
          label={t('shortcuts.addKey', { command: title })}
          onClick={() => beginCapture(command, keys.length)}
        />
      )}
    </span>
  );
}

function KeyButton(props: {
  readonly command: Command;
  readonly at: number;
  readonly keys: string;
}) {
  const { command, at, keys } = props;
  const spoken = keyNames(keys, useKeyboard()).join(' ');
  if (isFixedKey(keys)) return <KeyHint keys={keys} spoken className={styles['still']} />;
  return (
    <button
      type="button"
      aria-label={t('shortcuts.changeKey', { keys: spoken, command: plainTitle(command) })}
      className={styles['key']}
      onClick={() => beginCapture(command, at)}
    >
      <KeyHint keys={keys} />
    </button>
  );
}

function Capture(props: {
  readonly command: Command;
  readonly at: number;
  readonly keys: string | undefined;
}) {
  const { command, at, keys } = props;
  return (
    <KeyCapture
      label={t('shortcuts.pressNewFor', { command: plainTitle(command) })}
      words={t('shortcuts.pressNew')}
      onKeys={(pressed) => captured(command, pressed, at)}
      onCancel={endEdit}
      onClear={() => (keys === undefined ? endEdit() : removeKey(command, keys))}
    />
  );
}

/** What came of the keys that were pressed. */
function Outcome({ edit }: { readonly edit: KeyEdit | undefined }) {
  const keyboard = useKeyboard();
  if (edit === undefined) return null;
  const { at, refused, question, note } = edit;
  if (question !== undefined) {
    const keys = rowWords(question.keys.map((one) => keyNames(one, keyboard).join(' ')));
    const label = question.others.find(({ keyOfLabel }) => keyOfLabel === true);
    return (
      <div className={styles['outcome']} role="alert">
        <p>{t('shortcuts.taken', { keys, commands: rowWords(question.others.map(plainTitle)) })}</p>
        {label === undefined ? (
          <Button look="primary" onClick={question.agreed}>
            {t('shortcuts.moveHere')}
          </Button>
        ) : null}
        <Button onClick={endEdit}>{t('shortcuts.leaveThere')}</Button>
      </div>
    );
  }
  if (refused !== undefined) {
    return (
      <p className={styles['outcome']} role="alert">
        {t('shortcuts.notThis', { why: refused })}
      </p>
    );
  }
  if (at !== undefined) {
    return <p className={styles['outcome']}>{t('shortcuts.captureHelp')}</p>;
  }
  return note === undefined ? null : <p className={styles['outcome']}>{note}</p>;
}
