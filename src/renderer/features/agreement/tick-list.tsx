import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { t } from '../../words/words.ts';
import styles from './scope-line.module.css';

/** Props of {@link TickList}. */
export interface TickListProps {
  readonly title: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: ReadonlySet<string>;
  /** How many have to be ticked at least, and what is said where fewer are. */
  readonly least: number;
  readonly tooFew: string;
  readonly onApply: (ids: readonly string[]) => void;
}

/** Some of a list, ticked, and then compared. */
export function TickList(props: TickListProps) {
  const { title, options, chosen, least, tooFew, onApply } = props;
  const [ticked, setTicked] = useState(chosen);
  const isEnough = ticked.size >= least;
  function tick(id: string, isTicked: boolean): void {
    const next = new Set(ticked);
    if (isTicked) next.add(id);
    else next.delete(id);
    setTicked(next);
  }
  return (
    <div className={styles['choice']}>
      <h3 className={styles['choiceTitle']}>{title}</h3>
      <div role="group" aria-label={title} className={styles['ticks']}>
        {options.map(({ id, name }) => (
          <CheckBox
            key={id}
            label={name}
            checked={ticked.has(id)}
            onChange={(isTicked) => tick(id, isTicked)}
          />
        ))}
      </div>
      {isEnough ? null : <p className={styles['tooFew']}>{tooFew}</p>}
      <Button
        look="primary"
        disabled={!isEnough}
        onClick={() => onApply(options.flatMap(({ id }) => (ticked.has(id) ? [id] : [])))}
      >
        {t('agreement.apply')}
      </Button>
    </div>
  );
}
