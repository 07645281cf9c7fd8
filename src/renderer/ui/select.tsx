import { Select as Base } from '@base-ui/react/select';
import clsx from 'clsx';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../words/words.ts';
import styles from './select.module.css';

/** One value a {@link Select} offers. */
export interface SelectOption<T extends string> {
  readonly value: T;
  readonly name: string;
}

/** Props of {@link Select}. */
export interface SelectProps<T extends string> {
  /** Accessible name. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly SelectOption<T>[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
  /** Words at the right end, before the arrow. */
  readonly hint?: ReactNode;
  readonly className?: string | undefined;
}

/** A choice of one from a list that opens. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, onChange, disabled = false, hint, className } = props;
  return (
    <Base.Root
      items={options.map((option) => ({ value: option.value, label: option.name }))}
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      <Base.Trigger aria-label={label} className={clsx(styles['trigger'], className)}>
        <Base.Value className={styles['value']} />
        {hint === undefined ? null : <span className={styles['hint']}>{hint}</span>}
        <ChevronDown size={14} strokeWidth={1.6} aria-hidden />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner
          // Lists stand at the end of the page, where they would be outside of every landmark.
          role="region"
          aria-label={t('ui.choices')}
          alignItemWithTrigger={false}
          sideOffset={4}
          className={styles['positioner']}
        >
          <Base.Popup className={styles['popup']}>
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className={styles['item']}>
                <Base.ItemText>{option.name}</Base.ItemText>
                <Base.ItemIndicator className={styles['check']}>
                  <Check size={14} strokeWidth={1.6} aria-hidden />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
