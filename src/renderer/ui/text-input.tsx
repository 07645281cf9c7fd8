import clsx from 'clsx';
import type { ComponentPropsWithRef } from 'react';
import styles from './text-input.module.css';

/** Props of {@link TextInput}. */
export interface TextInputProps extends ComponentPropsWithRef<'input'> {
  /** Words from an article are set in serif. */
  readonly words?: boolean;
}

/** A field of one line. */
export function TextInput({ words = false, className, ...rest }: TextInputProps) {
  return (
    <input
      autoComplete="off"
      spellCheck={false}
      {...rest}
      className={clsx(styles['input'], words && styles['words'], className)}
    />
  );
}

/** Props of {@link TextArea}. */
export interface TextAreaProps extends ComponentPropsWithRef<'textarea'> {
  readonly words?: boolean;
}

/** A field of several lines that grows with its text. */
export function TextArea({ words = false, className, ...rest }: TextAreaProps) {
  return (
    <textarea
      spellCheck={false}
      {...rest}
      className={clsx(styles['input'], styles['area'], words && styles['words'], className)}
    />
  );
}
