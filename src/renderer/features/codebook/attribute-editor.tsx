import type { Attribute, AttributeType } from '../../../core/model/attribute.ts';
import { editDraft } from '../../state/codebook.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { Select } from '../../ui/select.tsx';
import { ConditionField } from './condition-field.tsx';
import { updateEntry } from './draft-edits.ts';
import styles from './form.module.css';
import { FormField, FormGroup, TextField } from './form-field.tsx';
import { LabelChoice } from './label-choice.tsx';
import { useReadOnly } from './use-draft.ts';
import { ValuesField } from './values-field.tsx';

/** What kinds of value there are, as people read them. */
export const TYPE_NAMES: Readonly<Record<AttributeType, string>> = {
  choice: 'One of several values',
  'multi-choice': 'Several of several values',
  text: 'Text',
  date: 'Date',
  boolean: 'Yes or no',
  number: 'Number',
  actor: 'Actor',
  span: 'Words of the article',
  article: 'Article',
};

const TYPES = Object.keys(TYPE_NAMES) as AttributeType[];

function hasValues(type: AttributeType): boolean {
  return type === 'choice' || type === 'multi-choice';
}

/** Props of {@link AttributeEditor}. */
export interface AttributeEditorProps {
  readonly attribute: Attribute;
  readonly index: number;
}

/** Everything of an attribute that people write. */
export function AttributeEditor({ attribute, index }: AttributeEditorProps) {
  const readOnly = useReadOnly();
  const at = (field: string): (string | number)[] => ['attributes', index, field];
  const set = (patch: Partial<Attribute>): void =>
    editDraft(`attributes ${attribute.id} ${Object.keys(patch).join(' ')}`, (content) =>
      updateEntry(content, 'attributes', attribute.id, patch),
    );
  return (
    <div className={styles['form']}>
      <TextField
        label="Name"
        path={at('name')}
        value={attribute.name}
        onChange={(name) => set({ name })}
      />
      <FormField label="Kind of value" path={at('type')}>
        {() => (
          <Select
            label="Kind of value"
            value={attribute.type}
            disabled={readOnly}
            options={TYPES.map((type) => ({ value: type, name: TYPE_NAMES[type] }))}
            onChange={(type) => set(hasValues(type) ? { type } : { type, values: [] })}
          />
        )}
      </FormField>
      {hasValues(attribute.type) ? (
        <ValuesField attribute={attribute} index={index} onChange={(values) => set({ values })} />
      ) : null}
      <TextField
        label="Definition"
        path={at('definition')}
        value={attribute.definition}
        long
        onChange={(definition) => set({ definition })}
      />
      <TextField
        label="Heading"
        path={at('group')}
        value={attribute.group}
        help="Attributes with the same heading stand together."
        onChange={(group) => set({ group })}
      />
      <LabelChoice
        title="Asked under"
        path={at('labels')}
        value={attribute.labels}
        help="With no box ticked it is asked under every label but the helpers."
        onChange={(labels) => set({ labels })}
      />
      <ConditionField
        attribute={attribute}
        index={index}
        onChange={(showWhen) => set({ showWhen })}
      />
      <FormGroup label="Use" path={at('required')}>
        <Flags attribute={attribute} set={set} />
      </FormGroup>
    </div>
  );
}

const FLAGS = [
  ['required', 'Required before a layer is submitted'],
  ['agreement', 'Counts in agreement'],
  ['enabled', 'Asked at all; what is off keeps the answers it was given'],
] as const;

function Flags(props: {
  readonly attribute: Attribute;
  readonly set: (patch: Partial<Attribute>) => void;
}) {
  const { attribute, set } = props;
  const readOnly = useReadOnly();
  const several = ['multiple', 'Takes more than one actor'] as const;
  const flags = attribute.type === 'actor' ? [...FLAGS, several] : FLAGS;
  return (
    <>
      {flags.map(([field, words]) => (
        <CheckBox
          key={field}
          label={words}
          checked={attribute[field]}
          onChange={(checked) => {
            if (!readOnly) set({ [field]: checked });
          }}
        />
      ))}
    </>
  );
}
