import type { Attribute, ShowWhen } from '../../../core/model/attribute.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { Select } from '../../ui/select.tsx';
import { t } from '../../words/words.ts';
import { FormGroup } from './form-field.tsx';
import { useContent, useReadOnly } from './use-draft.ts';

/** Props of {@link ConditionField}. */
export interface ConditionFieldProps {
  readonly attribute: Attribute;
  readonly index: number;
  readonly onChange: (showWhen: ShowWhen | null) => void;
}

const ALWAYS = '';

interface Answer {
  readonly value: string | boolean;
  readonly name: string;
}

function answersOf(other: Attribute | undefined): readonly Answer[] {
  if (other === undefined) return [];
  if (other.type !== 'boolean') return other.values.map(({ id, name }) => ({ value: id, name }));
  return [
    { value: true, name: t('codebook.yes') },
    { value: false, name: t('codebook.no') },
  ];
}

/** While what answer to another question an attribute is shown. */
export function ConditionField({ attribute, index, onChange }: ConditionFieldProps) {
  const { attributes } = useContent();
  const readOnly = useReadOnly();
  const { showWhen } = attribute;
  const others = attributes.filter(
    (one) => one.id !== attribute.id && ['choice', 'multi-choice', 'boolean'].includes(one.type),
  );
  const answers = answersOf(attributes.find(({ id }) => id === showWhen?.attribute));
  return (
    <FormGroup
      label={t('codebook.shown')}
      path={['attributes', index, 'showWhen']}
      help={showWhen === null ? undefined : t('codebook.shownHelp')}
    >
      <Select
        label={t('codebook.shown')}
        value={showWhen?.attribute ?? ALWAYS}
        disabled={readOnly}
        options={[
          { value: ALWAYS, name: t('codebook.always') },
          ...others.map(({ id, name }) => ({
            value: id,
            name: t('codebook.depending', { name, id }),
          })),
        ]}
        onChange={(id) =>
          onChange(
            id === ALWAYS
              ? null
              : {
                  attribute: id,
                  anyOf: answersOf(others.find((one) => one.id === id))
                    .slice(0, 1)
                    .map(({ value }) => value),
                },
          )
        }
      />
      {showWhen === null
        ? null
        : answers.map(({ value, name }) => (
            <CheckBox
              key={String(value)}
              label={name}
              checked={showWhen.anyOf.includes(value)}
              onChange={(checked) => {
                if (readOnly) return;
                const without = showWhen.anyOf.filter((one) => one !== value);
                onChange({ ...showWhen, anyOf: checked ? [...without, value] : without });
              }}
            />
          ))}
    </FormGroup>
  );
}
