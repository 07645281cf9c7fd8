import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Attribute } from '../../../core/model/attribute.ts';
import type { Json } from '../../../core/model/json.ts';
import { holdSaved } from '../../state/desk.ts';
import { announce } from '../../state/project.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { t } from '../../words/words.ts';
import { deskText } from './desk-text.ts';

/** Props of {@link TextField}. */
export interface TextFieldProps {
  readonly attribute: Attribute;
  readonly value: Json;
  readonly readOnly: boolean;
  /** What Enter takes while there is no answer. */
  readonly offered?: Json | undefined;
  readonly onValue: (value: Json) => void;
  readonly onNext: () => void;
}

function wordsOf(value: Json): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** What is typed, as a value; `undefined` where a number was wanted and this is none. */
function read(attribute: Attribute, typed: string): Json | undefined {
  const words = typed.trim();
  if (words === '') return null;
  if (attribute.type !== 'number') return words;
  const number = Number(words.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}

/** A text, a date or a number. Kept when the field is left; `Esc` takes back what was typed. */
export function TextField({ attribute, value, readOnly, onValue, onNext }: TextFieldProps) {
  const [typed, setTyped] = useState<string>();
  const unsaved = useRef<() => void>(() => undefined);

  function save(): void {
    if (typed === undefined) return;
    setTyped(undefined);
    const next = read(attribute, typed);
    if (next === undefined) announce(() => t('annotate.takesNumber', { name: attribute.name }));
    else onValue(next);
  }
  useEffect(() => {
    unsaved.current = save;
  });
  useEffect(() => () => unsaved.current(), []);
  const typing = typed !== undefined;
  useEffect(() => (typing ? holdSaved() : undefined), [typing]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      setTyped(undefined);
      unsaved.current = () => undefined;
      deskText()?.focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      save();
      onNext();
    }
  }

  return (
    <TextInput
      aria-label={attribute.name}
      data-attribute={attribute.id}
      dir="auto"
      inputMode={attribute.type === 'number' ? 'decimal' : 'text'}
      placeholder={attribute.type === 'date' ? t('annotate.dateHint') : undefined}
      readOnly={readOnly}
      value={typed ?? wordsOf(value)}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={save}
    />
  );
}
