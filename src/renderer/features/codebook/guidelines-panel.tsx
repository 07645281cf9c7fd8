import type { Label, Rule } from '../../../core/model/codebook.ts';
import { useProject } from '../../state/project.ts';
import { LabelSquare } from '../../ui/label-square.tsx';
import { t } from '../../words/words.ts';
import { Markdown } from './markdown.tsx';
import styles from './reading.module.css';
import { RuleText } from './rule-text.tsx';

function useSelectedLabel(): string | undefined {
  return useProject(
    ({ article, selected }) => article?.annotations.find(({ id }) => id === selected)?.label,
  );
}

/** What the codebook in force says, for the selected annotation's label first. */
export function GuidelinesPanel() {
  const codebook = useProject((state) => state.project?.codebook);
  const selected = useSelectedLabel();
  if (codebook === undefined) return null;
  const labels = codebook.labels.filter(({ retired }) => !retired);
  const first = labels.filter(({ id }) => id === selected);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls.
    <section aria-label={t('codebook.guidelines')} tabIndex={0} className={styles['panel']}>
      {first.map((label) => (
        <LabelText key={label.id} label={label} rules={codebook.rules} />
      ))}
      <Markdown text={codebook.guidelines} level={2} />
      {labels
        .filter(({ id }) => id !== selected)
        .map((label) => (
          <LabelText key={label.id} label={label} rules={[]} />
        ))}
      <h2 className={styles['panelTitle']}>{t('codebook.rules')}</h2>
      {codebook.rules.map((rule) => (
        <RuleText key={rule.id} rule={rule} level={3} />
      ))}
    </section>
  );
}

function LabelText({ label, rules }: { readonly label: Label; readonly rules: readonly Rule[] }) {
  return (
    <div className={styles['stack']}>
      <h2 className={styles['panelTitle']}>
        <LabelSquare letter={label.letter} hue={label.hue} />
        {label.name}
      </h2>
      <p className={styles['definition']} dir="auto">
        {label.definition}
      </p>
      <Markdown text={label.guideline} level={3} />
      {rules
        .filter(({ labels }) => labels.includes(label.id))
        .map((rule) => (
          <RuleText key={rule.id} rule={rule} level={3} />
        ))}
    </div>
  );
}
