import styles from './person.module.css';

/** Props of {@link Person}. */
export interface PersonProps {
  readonly name: string;
  /** 24, or 20 where small. */
  readonly small?: boolean;
  /** Oneself is solid; others are outlined. */
  readonly self?: boolean;
}

function firstLetter(word: string | undefined): string {
  const code = word?.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** First letters of the first and the last name; one where there is one name. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letters = [first, last].map(firstLetter).join('');
  return letters === '' ? '?' : letters.toUpperCase();
}

/** A person, as a round sign with their initials. For the eye: the name stands beside it. */
export function Person({ name, small = false, self = false }: PersonProps) {
  return (
    <span className={styles['person']} data-small={small} data-self={self} aria-hidden>
      {initials(name)}
    </span>
  );
}
