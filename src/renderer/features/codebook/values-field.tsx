import { X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Attribute, AttributeChoice } from '../../../core/model/attribute.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { t } from '../../words/words.ts';
import { idFrom, moved } from './draft-edits.ts';
import styles from './form.module.css';
import { FieldWords, FormGroup } from './form-field.tsx';
import { useReadOnly } from './use-draft.ts';

/** Props of {@link ValuesField}. */
export interface ValuesFieldProps {
  readonly attribute: Attribute;
  readonly index: number;
  readonly onChange: (values: readonly AttributeChoice[]) => void;
}

/** The values a choice offers: renamed in place, moved with Alt and the arrows, added below. */
export function ValuesField({ attribute, index, onChange }: ValuesFieldProps) {
  const { values } = attribute;
  const table = useRef<HTMLTableElement>(null);
  const focusRow = (at: number): void => {
    requestAnimationFrame(() => {
      table.current?.querySelectorAll<HTMLElement>('tbody tr')[at]?.querySelector('input')?.focus();
    });
  };
  const move = (event: KeyboardEvent, at: number): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const by = event.key === 'ArrowUp' ? -1 : 1;
    const next = moved(values, at, by);
    if (next === values) return;
    onChange(next);
    focusRow(at + by);
  };
  return (
    <FormGroup
      label={t('codebook.values')}
      path={['attributes', index, 'values', -1]}
      help={t('codebook.valuesHelp')}
    >
      <table
        ref={table}
        className={styles['values']}
        aria-label={t('codebook.valuesOf', { name: attribute.name })}
      >
        <thead>
          <tr>
            <th scope="col">{t('codebook.name')}</th>
            <th scope="col">{t('codebook.key')}</th>
            <th scope="col">{t('codebook.definition')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {values.map((value, at) => (
            <ValueRow
              key={value.id}
              value={value}
              path={['attributes', index, 'values', at]}
              onMove={(event) => move(event, at)}
              onChange={(patch) => onChange(values.with(at, { ...value, ...patch }))}
              onRemove={() => {
                onChange(values.toSpliced(at, 1));
                focusRow(Math.max(0, at - 1));
              }}
            />
          ))}
        </tbody>
      </table>
      <AddValue
        onAdd={(name) => {
          const id = idFrom(
            name,
            values.map((one) => one.id),
          ).replaceAll('-', '_');
          onChange([...values, { id, name, key: '', definition: '' }]);
        }}
      />
    </FormGroup>
  );
}

function ValueRow(props: {
  readonly value: AttributeChoice;
  readonly path: readonly (string | number)[];
  readonly onMove: (event: KeyboardEvent) => void;
  readonly onChange: (patch: Partial<AttributeChoice>) => void;
  readonly onRemove: () => void;
}) {
  const { value, path, onMove, onChange, onRemove } = props;
  const readOnly = useReadOnly();
  return (
    <tr onKeyDown={onMove}>
      <td>
        <TextInput
          aria-label={t('codebook.valueName', { id: value.id })}
          value={value.name}
          readOnly={readOnly}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <FieldWords path={path} />
      </td>
      <td>
        <TextInput
          aria-label={t('codebook.valueKey', { name: value.name })}
          value={value.key}
          maxLength={1}
          readOnly={readOnly}
          onChange={(event) => onChange({ key: event.target.value })}
        />
      </td>
      <td>
        <TextInput
          aria-label={t('codebook.valueDefinition', { name: value.name })}
          value={value.definition}
          readOnly={readOnly}
          onChange={(event) => onChange({ definition: event.target.value })}
        />
      </td>
      <td>
        <IconButton
          icon={X}
          label={t('codebook.removeName', { name: value.name })}
          disabled={readOnly}
          onClick={onRemove}
        />
      </td>
    </tr>
  );
}

function AddValue({ onAdd }: { readonly onAdd: (name: string) => void }) {
  const [name, setName] = useState('');
  const readOnly = useReadOnly();
  const add = (): void => {
    if (name.trim() === '') return;
    onAdd(name.trim());
    setName('');
  };
  return (
    <div className={styles['add']}>
      <TextInput
        aria-label={t('codebook.newValue')}
        placeholder={t('codebook.newValue')}
        value={name}
        readOnly={readOnly}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      <Button disabled={readOnly} onClick={add}>
        {t('codebook.add')}
      </Button>
    </div>
  );
}
