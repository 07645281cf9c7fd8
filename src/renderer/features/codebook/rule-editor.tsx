import type { Rule } from '../../../core/model/codebook.ts';
import { editDraft } from '../../state/codebook.ts';
import { t } from '../../words/words.ts';
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
        label={t('codebook.number')}
        path={at('number')}
        value={String(rule.number)}
        width={6}
        onChange={(text) => set({ number: Number(text.replaceAll(/\D/gu, '').slice(0, 6)) })}
      />
      <TextField
        label={t('codebook.ruleTitle')}
        path={at('title')}
        value={rule.title}
        onChange={(title) => set({ title })}
      />
      <TextField
        label={t('codebook.text')}
        path={at('text')}
        value={rule.text}
        long
        help={t('codebook.inMarkdown')}
        onChange={(text) => set({ text })}
      />
      <TextField
        label={t('codebook.example')}
        path={at('example')}
        value={rule.example}
        long
        onChange={(example) => set({ example })}
      />
      <TextField
        label={t('codebook.counterExample')}
        path={at('counterExample')}
        value={rule.counterExample}
        long
        onChange={(counterExample) => set({ counterExample })}
      />
      <LabelChoice
        title={t('codebook.about')}
        path={at('labels')}
        value={rule.labels}
        help={t('codebook.aboutHelp')}
        onChange={(labels) => set({ labels })}
      />
    </div>
  );
}
