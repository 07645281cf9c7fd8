import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './button.module.css';
import { type Hinted, KeyHint } from './key-hint.tsx';

/** `primary`: the one main button; `outline`: beside it; `quiet`: in bars; `link`: in sentences. */
export type ButtonLook = 'primary' | 'outline' | 'quiet' | 'link';

/** Props of {@link Button}. */
export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'type'>, Hinted {
  readonly look?: ButtonLook;
  readonly icon?: LucideIcon;
  readonly size?: 'normal' | 'large';
  readonly submit?: boolean;
  readonly children?: ReactNode;
}

/** A button with a word in it. */
export function Button(props: ButtonProps) {
  const { look = 'outline', icon: Icon, keys, command, size = 'normal', submit = false } = props;
  const {
    look: _l,
    icon: _i,
    keys: _k,
    command: _c,
    size: _s,
    submit: _b,
    className,
    children,
    ...rest
  } = props;
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- one of two literals
      type={submit ? 'submit' : 'button'}
      data-look={look}
      data-size={size}
      className={clsx(styles['button'], className)}
    >
      {Icon === undefined ? null : <Icon size={14} strokeWidth={1.6} aria-hidden />}
      {children}
      <KeyHint keys={keys} command={command} />
    </button>
  );
}
