import { Check } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { AttributeChoice } from '../../../core/model/attribute.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { t } from '../../words/words.ts';
import { passToText } from './attribute-focus.ts';
import styles from './attribute-form.module.css';
import { choicePress, TYPE_AHEAD_MS } from './attribute-keys.ts';

/** Props of {@link ChoiceField}. */
export interface ChoiceFieldProps {
  /** Attribute id. */
  readonly id: string;
  /** Accessible name. */
  readonly name: string;
  readonly options: readonly Pick<AttributeChoice, 'id' | 'name' | 'key' | 'definition'>[];
  /** Ids of the values it has. */
  readonly chosen: readonly string[];
  /** Ids of the values that Enter takes while it has none. */
  readonly offered: readonly string[];
  readonly multiple: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
  /** A value is chosen; where several may be, it is added or taken away. */
  readonly onChoose: (id: string) => void;
  /** Enter takes what is offered. */
  readonly onTake?: () => void;
  readonly onClear: () => void;
  readonly onNext: () => void;
}

/** Letters typed one after another: the name they begin. */
function useTyped(): (key: string) => string {
  const last = useRef({ typed: '', at: 0 });
  return (key) => {
    const now = performance.now();
    const before = now - last.current.at > TYPE_AHEAD_MS ? '' : last.current.typed;
    last.current = { typed: key.length === 1 ? before + key : '', at: now };
    return last.current.typed;
  };
}

/** A choice of one or several from a list that one answers by single keys. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { id, name, options, chosen, offered, multiple, required, readOnly } = props;
  const listId = useId();
  const [at, setAt] = useState(-1);
  const [open, setOpen] = useState(false);
  const typed = useTyped();
  const shown = open ? options : options.filter((one) => chosen.includes(one.id));

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.nativeEvent.isComposing) return;
    const press = choicePress(event, options, at, typed(event.key));
    if (press === undefined) {
      passToText(event.nativeEvent);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (press.what === 'move') setAt(press.to);
    else if (press.what === 'next') {
      if (offered.length > 0 && chosen.length === 0) props.onTake?.();
      props.onNext();
    } else if (readOnly) return;
    else if (press.what === 'clear') props.onClear();
    else {
      setAt(options.findIndex((one) => one.id === press.id));
      props.onChoose(press.id);
      // One answer is all that a required question of one choice waits for.
      if (required && !multiple) props.onNext();
    }
  }

  return (
    <div
      role="listbox"
      tabIndex={0}
      data-attribute={id}
      data-open-choice={open}
      aria-label={name}
      aria-multiselectable={multiple}
      aria-required={required}
      aria-readonly={readOnly}
      aria-activedescendant={open && at >= 0 ? `${listId}-${String(at)}` : undefined}
      className={styles['choice']}
      onFocus={() => setOpen(true)}
      onBlur={() => {
        setOpen(false);
        setAt(-1);
      }}
      onKeyDown={onKeyDown}
    >
      {shown.length === 0 ? (
        // A list holds nothing but lines.
        <span role="option" aria-selected={false} aria-disabled className={styles['none']}>
          {t('annotate.notAnswered')}
        </span>
      ) : null}
      {shown.map((option) => (
        // The list takes the keys for all of its lines.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={option.id}
          id={`${listId}-${String(options.indexOf(option))}`}
          role="option"
          aria-selected={chosen.includes(option.id)}
          data-offered={open && chosen.length === 0 && offered.includes(option.id)}
          data-active={options.indexOf(option) === at}
          title={option.definition === '' ? undefined : option.definition}
          className={styles['option']}
          onClick={() => {
            if (open && !readOnly) props.onChoose(option.id);
          }}
        >
          {chosen.includes(option.id) ? <Check size={12} strokeWidth={2} aria-hidden /> : null}
          <span>{option.name}</span>
          {open && chosen.length === 0 && offered.includes(option.id) ? (
            <KeyHint keys="Enter" spoken />
          ) : null}
          {open && option.key !== '' ? <KeyHint keys={option.key} /> : null}
        </div>
      ))}
    </div>
  );
}
