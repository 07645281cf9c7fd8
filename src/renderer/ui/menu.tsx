import { Menu as Base } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { t } from '../words/words.ts';
import { type Hinted, KeyHint } from './key-hint.tsx';
import styles from './menu.module.css';

/** Props of {@link Menu}. */
export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

/** A menu that opens under its button. */
export function Menu({ trigger, align = 'start', children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          // Menus stand at the end of the page, where they would be outside of every landmark.
          role="region"
          aria-label={t('ui.menu')}
          align={align}
          sideOffset={4}
          className={styles['positioner']}
        >
          <Base.Popup className={styles['popup']}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Props of {@link MenuItem}. */
export interface MenuItemProps extends Hinted {
  readonly icon?: LucideIcon;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

/** One thing a menu does. */
export function MenuItem({
  icon: Icon,
  keys,
  command,
  disabled = false,
  onSelect,
  children,
}: MenuItemProps) {
  return (
    <Base.Item className={styles['item']} disabled={disabled} onClick={onSelect}>
      {Icon === undefined ? null : <Icon size={14} strokeWidth={1.6} aria-hidden />}
      <span className={styles['words']}>{children}</span>
      <KeyHint keys={keys} command={command} />
    </Base.Item>
  );
}

/** A line between groups of a menu. */
export function MenuSeparator() {
  return <Base.Separator className={styles['separator']} />;
}

/** Props of {@link MenuChoice}. */
export interface MenuChoiceProps<T extends string> {
  readonly title: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
}

/** A choice of one inside a menu. */
export function MenuChoice<T extends string>({
  title,
  value,
  options,
  onChange,
}: MenuChoiceProps<T>) {
  return (
    <Base.Group>
      <Base.GroupLabel className={styles['title']}>{title}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: T) => onChange(next)}>
        {options.map((option) => (
          <Base.RadioItem
            key={option.value}
            value={option.value}
            closeOnClick
            className={styles['item']}
          >
            <span className={styles['check']}>
              <Base.RadioItemIndicator>
                <Check size={14} strokeWidth={1.6} aria-hidden />
              </Base.RadioItemIndicator>
            </span>
            <span className={styles['words']}>{option.name}</span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
