import { KeyHint } from '../ui/key-hint.tsx';
import styles from './status-bar.module.css';

/** Keys of commands and what they do, at the right end of the status bar; a button where it can be pressed. */
export function BarKeys(props: {
  readonly commands: readonly string[];
  readonly words: string;
  readonly onClick?: () => void;
}) {
  const { commands, words, onClick } = props;
  const content = (
    <>
      {commands.map((command) => (
        <KeyHint key={command} command={command} />
      ))}
      {words}
    </>
  );
  if (onClick === undefined) return <span className={styles['keys']}>{content}</span>;
  return (
    <button type="button" className={styles['keys']} onClick={onClick}>
      {content}
    </button>
  );
}
