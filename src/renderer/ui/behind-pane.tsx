import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './behind-pane.module.css';
import { Button } from './button.tsx';
import { ErrorState } from './error-state.tsx';
import { IconButton } from './icon-button.tsx';
import type { Hinted } from './key-hint.tsx';

/** Props of {@link BehindPane}. */
export interface BehindPaneProps {
  /** What it is, for assistive technology. */
  readonly name: string;
  readonly title: string;
  /** What is listed: whenever it is something else, the focus goes to the title. */
  readonly listed: unknown;
  readonly close: Pick<Hinted, 'command'> & {
    readonly words: string;
    readonly onClick: () => void;
  };
  /** Why nothing, or nothing more, is listed. */
  readonly trouble: { readonly title: string; readonly words: string } | undefined;
  /** How much there is, or that it is being looked for. */
  readonly count: string;
  /** Lists more; absent where all is listed. */
  readonly more?: { readonly words: string; readonly onClick: () => void } | undefined;
  /** For whole sentences; where there is little room it then lies over the page. */
  readonly wide?: boolean;
  /** The list. */
  readonly children: ReactNode;
}

/** A pane at the end of a page with the very things that one of its numbers counts. */
export function BehindPane(props: BehindPaneProps) {
  const { name, title, listed, close, trouble, count, more, wide = false, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [listed]);
  return (
    <aside aria-label={name} className={styles['pane']} data-wide={wide}>
      <header className={styles['head']}>
        <h2 ref={heading} tabIndex={-1} className={styles['title']} dir="auto">
          {title}
        </h2>
        <IconButton icon={X} label={close.words} command={close.command} onClick={close.onClick} />
      </header>
      {trouble === undefined ? null : (
        <ErrorState title={trouble.title}>{trouble.words}</ErrorState>
      )}
      <p className={styles['count']} aria-live="polite">
        {count}
      </p>
      {children}
      {more === undefined ? null : (
        <Button className={styles['more']} onClick={more.onClick}>
          {more.words}
        </Button>
      )}
    </aside>
  );
}
