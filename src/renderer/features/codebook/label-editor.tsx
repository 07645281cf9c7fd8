import { LABEL_HUES, LABEL_PATTERNS, type Label } from '../../../core/model/codebook.ts';
import { editDraft } from '../../state/codebook.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { LabelLine } from '../../ui/label-line.tsx';
import { Select } from '../../ui/select.tsx';
import { updateEntry } from './draft-edits.ts';
import styles from './form.module.css';
import { FieldWords, FormGroup, TextField } from './form-field.tsx';
import { useReadOnly } from './use-draft.ts';

const PATTERN_NAMES = {
  single: 'single line',
  double: 'double line',
  dashed: 'dashed line',
  dotted: 'dotted line',
} as const;

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function useSet(label: Label): (patch: Partial<Label>) => void {
  return (patch) =>
    editDraft(`labels ${label.id} ${Object.keys(patch).join(' ')}`, (content) =>
      updateEntry(content, 'labels', label.id, patch),
    );
}

/** Everything of a label that people write. */
export function LabelEditor({ label, index }: { readonly label: Label; readonly index: number }) {
  const set = useSet(label);
  const at = (field: string): (string | number)[] => ['labels', index, field];
  return (
    <div className={styles['form']}>
      <TextField
        label="Name"
        path={at('name')}
        value={label.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label="Letter"
        path={at('letter')}
        value={label.letter}
        width={6}
        help="One character, shown in its square."
        onChange={(letter) => set({ letter })}
      />
      <TextField
        label="Key"
        path={at('shortcut')}
        value={label.shortcut}
        width={6}
        help="A digit from 1 to 9 that tags the selected words, or nothing."
        onChange={(shortcut) => set({ shortcut })}
      />
      <Look label={label} index={index} set={set} />
      <TextField
        label="Definition"
        path={at('definition')}
        value={label.definition}
        long
        help="One or two sentences that say what belongs under the label."
        onChange={(definition) => set({ definition })}
      />
      <TextField
        label="Guideline"
        path={at('guideline')}
        value={label.guideline}
        long
        help="When to use it and when not, in Markdown."
        onChange={(guideline) => set({ guideline })}
      />
      <Kind label={label} index={index} set={set} />
    </div>
  );
}

interface PartProps {
  readonly label: Label;
  readonly index: number;
  readonly set: (patch: Partial<Label>) => void;
}

function Look({ label, index, set }: PartProps) {
  const readOnly = useReadOnly();
  return (
    <FormGroup label="Look" path={['labels', index, 'pattern']}>
      <div className={styles['row']}>
        <Select
          label="Colour"
          value={label.hue}
          disabled={readOnly}
          options={LABEL_HUES.map((hue) => ({ value: hue, name: titled(hue) }))}
          onChange={(hue) => set({ hue })}
        />
        <Select
          label="Line"
          value={label.pattern}
          disabled={readOnly}
          options={LABEL_PATTERNS.map((one) => ({ value: one, name: titled(PATTERN_NAMES[one]) }))}
          onChange={(pattern) => set({ pattern })}
        />
        <span className={styles['look']}>
          <span className={styles['lineSample']}>
            <LabelLine hue={label.hue} pattern={label.pattern} />
          </span>
        </span>
      </div>
    </FormGroup>
  );
}

const KINDS = [
  ['helper', 'Helper label: serves the others, is not counted as an act'],
  ['document', 'For whole articles, not for words'],
  ['zeroWidth', 'May stand between two characters, on no words'],
  ['retired', 'Retired: not offered any more; what has it keeps it'],
] as const;

function Kind({ label, index, set }: PartProps) {
  const readOnly = useReadOnly();
  return (
    <FormGroup label="Kind" path={['labels', index, 'helper']}>
      {KINDS.map(([field, words]) => (
        <CheckBox
          key={field}
          label={words}
          checked={label[field] === true}
          onChange={(checked) => {
            if (!readOnly) set({ [field]: checked });
          }}
        />
      ))}
      <FieldWords path={['labels', index, 'id']} />
    </FormGroup>
  );
}
