import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import styles from './choices.module.css';

/** Props of {@link Choices}. */
export interface ChoicesProps<T extends string> {
  readonly title: string;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly name: string;
    /** What it means, in a few words. */
    readonly words?: string;
  }[];
  readonly onChange: (value: T) => void;
}

/** A choice of one, each with a word on what it means. */
export function Choices<T extends string>({ title, value, options, onChange }: ChoicesProps<T>) {
  const id = useId();
  return (
    <div>
      <h3 id={id} className={styles['title']}>
        {title}
      </h3>
      <RadioGroup
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => onChange(next)}
        className={styles['group']}
      >
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <Radio.Root
              value={option.value}
              aria-label={option.name}
              aria-describedby={option.words === undefined ? undefined : `${id}-${option.value}`}
              className={styles['radio']}
            >
              <Radio.Indicator className={styles['dot']} />
            </Radio.Root>
            <span className={styles['name']}>{option.name}</span>
            {option.words === undefined ? null : (
              <span id={`${id}-${option.value}`} className={styles['words']}>
                {option.words}
              </span>
            )}
          </label>
        ))}
      </RadioGroup>
    </div>
  );
}
