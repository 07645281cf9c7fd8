import type { RelationType } from '../../../core/model/codebook.ts';
import { editDraft } from '../../state/codebook.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { t } from '../../words/words.ts';
import { updateEntry } from './draft-edits.ts';
import styles from './form.module.css';
import { FormGroup, TextField } from './form-field.tsx';
import { LabelChoice } from './label-choice.tsx';
import { useReadOnly } from './use-draft.ts';

/** Props of {@link RelationEditor}. */
export interface RelationEditorProps {
  readonly type: RelationType;
  readonly index: number;
}

/** Everything of a relation type that people write. */
export function RelationEditor({ type, index }: RelationEditorProps) {
  const readOnly = useReadOnly();
  const at = (field: string): (string | number)[] => ['relationTypes', index, field];
  const set = (patch: Partial<RelationType>): void =>
    editDraft(`relationTypes ${type.id} ${Object.keys(patch).join(' ')}`, (content) =>
      updateEntry(content, 'relationTypes', type.id, patch),
    );
  return (
    <div className={styles['form']}>
      <TextField
        label={t('codebook.name')}
        path={at('name')}
        value={type.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={t('codebook.definition')}
        path={at('definition')}
        value={type.definition}
        long
        onChange={(definition) => set({ definition })}
      />
      <LabelChoice
        title={t('codebook.from')}
        path={at('from')}
        value={type.from}
        help={t('codebook.fromHelp')}
        onChange={(from) => set({ from })}
      />
      <LabelChoice
        title={t('codebook.to')}
        path={at('to')}
        value={type.to}
        help={t('codebook.toHelp')}
        onChange={(to) => set({ to })}
      />
      <FormGroup label={t('codebook.ends')} path={at('sameLabel')}>
        <CheckBox
          label={t('codebook.sameLabel')}
          checked={type.sameLabel}
          onChange={(sameLabel) => {
            if (!readOnly) set({ sameLabel });
          }}
        />
      </FormGroup>
    </div>
  );
}
