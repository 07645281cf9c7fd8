import type { Attribute, AttributeType } from '../../../core/model/attribute.ts';
import { editDraft } from '../../state/codebook.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { Select } from '../../ui/select.tsx';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';
import { ConditionField } from './condition-field.tsx';
import { updateEntry } from './draft-edits.ts';
import styles from './form.module.css';
import { FormField, FormGroup, TextField } from './form-field.tsx';
import { LabelChoice } from './label-choice.tsx';
import { useReadOnly } from './use-draft.ts';
import { ValuesField } from './values-field.tsx';

/** What kinds of value there are, as people read them. */
const TYPE_NAMES = {
  choice: 'codebook.typeChoice',
  'multi-choice': 'codebook.typeMulti',
  text: 'codebook.typeText',
  date: 'codebook.typeDate',
  boolean: 'codebook.typeBoolean',
  number: 'codebook.typeNumber',
  actor: 'codebook.typeActor',
  span: 'codebook.typeSpan',
  article: 'codebook.typeArticle',
} as const satisfies Record<AttributeType, PlainKey>;

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
        label={t('codebook.name')}
        path={at('name')}
        value={attribute.name}
        onChange={(name) => set({ name })}
      />
      <FormField label={t('codebook.kindOfValue')} path={at('type')}>
        {() => (
          <Select
            label={t('codebook.kindOfValue')}
            value={attribute.type}
            disabled={readOnly}
            options={TYPES.map((type) => ({ value: type, name: t(TYPE_NAMES[type]) }))}
            onChange={(type) => set(hasValues(type) ? { type } : { type, values: [] })}
          />
        )}
      </FormField>
      {hasValues(attribute.type) ? (
        <ValuesField attribute={attribute} index={index} onChange={(values) => set({ values })} />
      ) : null}
      <TextField
        label={t('codebook.definition')}
        path={at('definition')}
        value={attribute.definition}
        long
        onChange={(definition) => set({ definition })}
      />
      <TextField
        label={t('codebook.heading')}
        path={at('group')}
        value={attribute.group}
        help={t('codebook.headingHelp')}
        onChange={(group) => set({ group })}
      />
      <LabelChoice
        title={t('codebook.askedUnder')}
        path={at('labels')}
        value={attribute.labels}
        help={t('codebook.askedHelp')}
        onChange={(labels) => set({ labels })}
      />
      <ConditionField
        attribute={attribute}
        index={index}
        onChange={(showWhen) => set({ showWhen })}
      />
      <FormGroup label={t('codebook.use')} path={at('required')}>
        <Flags attribute={attribute} set={set} />
      </FormGroup>
    </div>
  );
}

const FLAGS = [
  ['required', 'codebook.flagRequired'],
  ['agreement', 'codebook.flagAgreement'],
  ['enabled', 'codebook.flagEnabled'],
] as const;

function Flags(props: {
  readonly attribute: Attribute;
  readonly set: (patch: Partial<Attribute>) => void;
}) {
  const { attribute, set } = props;
  const readOnly = useReadOnly();
  const several = ['multiple', 'codebook.flagMultiple'] as const;
  const flags = attribute.type === 'actor' ? [...FLAGS, several] : FLAGS;
  return (
    <>
      {flags.map(([field, words]) => (
        <CheckBox
          key={field}
          label={t(words)}
          checked={attribute[field]}
          onChange={(checked) => {
            if (!readOnly) set({ [field]: checked });
          }}
        />
      ))}
    </>
  );
}
