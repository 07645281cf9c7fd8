import type { Rule } from '../../../core/model/codebook.ts';
import { editDraft } from '../../state/codebook.ts';
import { updateEntry } from './draft-edits.ts';
import styles from './form.module.css';
import { TextField } from './form-field.tsx';
import { LabelChoice } from './label-choice.tsx';

/** Props of {@link RuleEditor}. */
export interface RuleEditorProps {
  readonly rule: Rule;
  readonly index: number;
}

/** Everything of a rule that people write. */
export function RuleEditor({ rule, index }: RuleEditorProps) {
  const at = (field: string): (string | number)[] => ['rules', index, field];
  const set = (patch: Partial<Rule>): void =>
    editDraft(`rules ${rule.id} ${Object.keys(patch).join(' ')}`, (content) =>
      updateEntry(content, 'rules', rule.id, patch),
    );
  return (
    <div className={styles['form']}>
      <TextField
        label="Number"
        path={at('number')}
        value={String(rule.number)}
        width={6}
        onChange={(text) => set({ number: Number(text.replaceAll(/\D/gu, '').slice(0, 6)) })}
      />
      <TextField
        label="Title"
        path={at('title')}
        value={rule.title}
        onChange={(title) => set({ title })}
      />
      <TextField
        label="Text"
        path={at('text')}
        value={rule.text}
        long
        help="In Markdown."
        onChange={(text) => set({ text })}
      />
      <TextField
        label="Example"
        path={at('example')}
        value={rule.example}
        long
        onChange={(example) => set({ example })}
      />
      <TextField
        label="Counter-example"
        path={at('counterExample')}
        value={rule.counterExample}
        long
        onChange={(counterExample) => set({ counterExample })}
      />
      <LabelChoice
        title="About"
        path={at('labels')}
        value={rule.labels}
        help="With no box ticked it is about every label."
        onChange={(labels) => set({ labels })}
      />
    </div>
  );
}
