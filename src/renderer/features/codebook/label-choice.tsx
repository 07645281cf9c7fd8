import { CheckBox } from '../../ui/check-box.tsx';
import { FormGroup } from './form-field.tsx';
import { useContent, useReadOnly } from './use-draft.ts';

/** Props of {@link LabelChoice}. */
export interface LabelChoiceProps {
  readonly title: string;
  readonly path: readonly (string | number)[];
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  /** What no box means. */
  readonly help: string;
}

/** Which labels something is about. */
export function LabelChoice({ title, path, value, onChange, help }: LabelChoiceProps) {
  const { labels } = useContent();
  const readOnly = useReadOnly();
  return (
    <FormGroup label={title} path={path} help={help}>
      {labels.map(({ id, name }) => (
        <CheckBox
          key={id}
          label={name}
          checked={value.includes(id)}
          onChange={(checked) => {
            if (readOnly) return;
            onChange(checked ? [...value, id] : value.filter((one) => one !== id));
          }}
        />
      ))}
    </FormGroup>
  );
}
