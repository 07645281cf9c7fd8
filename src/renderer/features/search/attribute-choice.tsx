import { useState } from 'react';
import { inBackground } from '../../state/background.ts';
import { type HitAction, planChange } from '../../state/hit-changes.ts';
import { useProject } from '../../state/project.ts';
import { Field } from '../../ui/field.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { t } from '../../words/words.ts';
import styles from './attribute-choice.module.css';

type AttributeAction = Extract<HitAction, { readonly kind: 'attribute' }>;
type Value = AttributeAction['value'];

const CLEARED = '';
const YES = 'true';

/** What a control says, as the value that is kept. Cleared is `null`. */
function valueOf(type: string, given: string): Value {
  if (given === CLEARED) return null;
  if (type === 'boolean') return given === YES;
  if (type === 'multi-choice') return [given];
  if (type === 'number') return Number.isFinite(Number(given)) ? Number(given) : null;
  return given;
}

function saidOf(value: Value): string {
  const said = Array.isArray(value) ? value[0] : value;
  return typeof said === 'string' || typeof said === 'number' || typeof said === 'boolean'
    ? String(said)
    : CLEARED;
}

/** Types whose values one control can set for many annotations at once. */
const SETTABLE = new Set(['choice', 'multi-choice', 'boolean', 'text', 'number', 'date']);

/** Which attribute is set, and to what. */
export function AttributeChoice({ action }: { readonly action: AttributeAction }) {
  const attributes = useProject((state) => state.project?.codebook.attributes) ?? [];
  const settable = attributes.filter(({ type, enabled }) => enabled && SETTABLE.has(type));
  const chosen = settable.find(({ id }) => id === action.name) ?? settable[0];
  if (chosen === undefined) {
    return <p className={styles['fields']}>{t('search.noAttributeHere')}</p>;
  }
  const plan = (name: string, value: Value): void =>
    inBackground(planChange({ kind: 'attribute', name, value }));
  const fixed: SelectOption<string>[] =
    chosen.type === 'boolean'
      ? [
          { value: YES, name: t('search.yes') },
          { value: 'false', name: t('search.no') },
        ]
      : chosen.values.map(({ id, name }) => ({ value: id, name }));
  return (
    <div className={styles['fields']}>
      <Field label={t('search.attribute')}>
        {() => (
          <Select
            label={t('search.attribute')}
            value={chosen.id}
            options={settable.map(({ id, name }) => ({ value: id, name }))}
            onChange={(name) => plan(name, null)}
          />
        )}
      </Field>
      <Field label={t('search.value')}>
        {(id) =>
          fixed.length > 0 ? (
            <Select
              label={t('search.value')}
              value={saidOf(action.value)}
              options={[{ value: CLEARED, name: t('search.noValue') }, ...fixed]}
              onChange={(said) => plan(chosen.id, valueOf(chosen.type, said))}
            />
          ) : (
            <TypedValue
              key={chosen.id}
              id={id}
              onSaid={(said) => plan(chosen.id, valueOf(chosen.type, said))}
            />
          )
        }
      </Field>
    </div>
  );
}

function TypedValue(props: { readonly id: string; readonly onSaid: (said: string) => void }) {
  const [said, setSaid] = useState('');
  return (
    <TextInput
      id={props.id}
      words
      value={said}
      placeholder={t('search.noValue')}
      onChange={(event) => {
        setSaid(event.target.value);
        props.onSaid(event.target.value.trim());
      }}
    />
  );
}
