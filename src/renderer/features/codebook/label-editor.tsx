import { LABEL_HUES, LABEL_PATTERNS, type Label } from '../../../core/model/codebook.ts';
import { editDraft } from '../../state/codebook.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { LabelLine } from '../../ui/label-line.tsx';
import { Select } from '../../ui/select.tsx';
import { t } from '../../words/words.ts';
import { updateEntry } from './draft-edits.ts';
import styles from './form.module.css';
import { FieldWords, FormGroup, TextField } from './form-field.tsx';
import { HUE_NAMES, PATTERN_NAMES } from './look-names.ts';
import { useReadOnly } from './use-draft.ts';

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
        label={t('codebook.name')}
        path={at('name')}
        value={label.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={t('codebook.letter')}
        path={at('letter')}
        value={label.letter}
        width={6}
        help={t('codebook.letterHelp')}
        onChange={(letter) => set({ letter })}
      />
      <TextField
        label={t('codebook.key')}
        path={at('shortcut')}
        value={label.shortcut}
        width={6}
        help={t('codebook.keyHelp')}
        onChange={(shortcut) => set({ shortcut })}
      />
      <Look label={label} index={index} set={set} />
      <TextField
        label={t('codebook.definition')}
        path={at('definition')}
        value={label.definition}
        long
        help={t('codebook.definitionHelp')}
        onChange={(definition) => set({ definition })}
      />
      <TextField
        label={t('codebook.guideline')}
        path={at('guideline')}
        value={label.guideline}
        long
        help={t('codebook.guidelineHelp')}
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
    <FormGroup label={t('codebook.look')} path={['labels', index, 'pattern']}>
      <div className={styles['row']}>
        <Select
          label={t('codebook.colour')}
          value={label.hue}
          disabled={readOnly}
          options={LABEL_HUES.map((hue) => ({ value: hue, name: t(HUE_NAMES[hue]) }))}
          onChange={(hue) => set({ hue })}
        />
        <Select
          label={t('codebook.lineLook')}
          value={label.pattern}
          disabled={readOnly}
          options={LABEL_PATTERNS.map((one) => ({ value: one, name: t(PATTERN_NAMES[one]) }))}
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
  ['helper', 'codebook.kindHelper'],
  ['document', 'codebook.kindDocument'],
  ['zeroWidth', 'codebook.kindZeroWidth'],
  ['retired', 'codebook.kindRetired'],
] as const;

function Kind({ label, index, set }: PartProps) {
  const readOnly = useReadOnly();
  return (
    <FormGroup label={t('codebook.kind')} path={['labels', index, 'helper']}>
      {KINDS.map(([field, words]) => (
        <CheckBox
          key={field}
          label={t(words)}
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
