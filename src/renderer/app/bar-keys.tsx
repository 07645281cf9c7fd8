import { KeyHint } from '../ui/key-hint.tsx';
import styles from './status-bar.module.css';

/** Keys and what they do, at the right end of the status bar; a button where it can be pressed. */
export function BarKeys(props: {
  readonly keys: readonly string[];
  readonly words: string;
  readonly onClick?: () => void;
}) {
  const { keys, words, onClick } = props;
  const content = (
    <>
      {keys.map((key) => (
        <KeyHint key={key} keys={key} />
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
