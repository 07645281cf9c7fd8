import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Label } from '../../../core/model/codebook.ts';
import { howManyFit } from './how-many-fit.ts';
import { LabelButton } from './label-button.tsx';
import { LabelFace } from './label-face.tsx';
import { MoreLabels } from './more-labels.tsx';
import styles from './toolbar.module.css';

const GAP = 4;
/** Room for the button of the menu, in CSS pixels. */
const MENU = 96;

/** Props of {@link LabelRow}. */
export interface LabelRowProps {
  /** In the order of the bar. */
  readonly labels: readonly Label[];
  /** Id of the label that the selected annotation has. */
  readonly active: string | undefined;
  readonly disabled: boolean;
}

/** How many labels the row has room for; follows its width and the type. */
function useRoom(
  row: RefObject<HTMLElement | null>,
  ruler: RefObject<HTMLElement | null>,
  labels: readonly Label[],
): number {
  const [fits, setFits] = useState(labels.length);
  useEffect(() => {
    const [outer, inner] = [row.current, ruler.current];
    if (outer === null || inner === null) return undefined;
    const measure = (): void => {
      const widths = [...inner.children].map((child) => child.getBoundingClientRect().width);
      setFits(howManyFit(widths, GAP, outer.clientWidth, MENU));
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(outer);
    for (const child of inner.children) sizes.observe(child);
    return () => sizes.disconnect();
  }, [row, ruler, labels]);
  return fits;
}

/** The labels in their order: as many as there is room for, the rest in a menu. */
export function LabelRow({ labels, active, disabled }: LabelRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const fits = useRoom(row, ruler, labels);
  const rest = labels.slice(fits);
  return (
    <div ref={row} className={styles['labels']}>
      {labels.slice(0, fits).map((label) => (
        <LabelButton
          key={label.id}
          label={label}
          active={label.id === active}
          disabled={disabled}
        />
      ))}
      {rest.length === 0 ? null : (
        <MoreLabels
          labels={rest}
          active={rest.find((label) => label.id === active)}
          disabled={disabled}
        />
      )}
      <div ref={ruler} aria-hidden className={styles['ruler']}>
        {labels.map((label) => (
          <span key={label.id} className={styles['label']}>
            <LabelFace label={label} />
          </span>
        ))}
      </div>
    </div>
  );
}
