import type { Choice } from '../../../core/codebook/gone.ts';
import type { CodebookContent } from '../../../core/model/codebook.ts';
import { choose, type Touch, useCodebook } from '../../state/codebook.ts';
import { useProject } from '../../state/project.ts';
import { Select } from '../../ui/select.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './publish-dialog.module.css';
import { useContent } from './use-draft.ts';
import { analystWords } from './words.ts';

const WHAT = {
  label: 'publishing.whatLabel',
  attribute: 'publishing.whatAttribute',
  value: 'publishing.whatValue',
  relationType: 'publishing.whatRelation',
} as const;

interface Option {
  readonly id: string;
  readonly name: string;
}

function replacements(content: CodebookContent, { what, id, attribute }: Touch): readonly Option[] {
  if (what === 'label') return content.labels.filter(({ retired }) => !retired);
  if (what === 'relationType') return content.relationTypes;
  if (what === 'value') return content.attributes.find((one) => one.id === attribute)?.values ?? [];
  return content.attributes.filter((one) => one.id !== id);
}

const NOTHING = 'nothing';
const REMOVE = 'remove';
const WITH = 'with ';

function valueOf(choice: Choice | undefined): string {
  if (choice === undefined) return NOTHING;
  return choice.do === 'remove' ? REMOVE : `${WITH}${choice.with}`;
}

/** What was chosen, also where the plan says that it is not possible. */
function useChosen({ what, id, attribute = '' }: Touch): Choice | undefined {
  return useCodebook(({ choices }) => {
    if (what === 'value') return choices.values[attribute]?.[id];
    if (what === 'label') return choices.labels[id];
    return what === 'attribute' ? choices.attributes[id] : choices.relationTypes[id];
  });
}

function removeWords({ what, count }: Touch): string {
  if (what === 'label') return t('publishing.removeAnnotations', { count });
  if (what === 'relationType') return t('publishing.removeRelations', { count });
  return t('publishing.clearAnswers');
}

/** Something in use that goes: how often, whose, and what is done about it. */
export function TouchRow({ touch }: { readonly touch: Touch }) {
  const content = useContent();
  const analysts = useProject((state) => state.project?.analysts ?? []);
  const chosen = useChosen(touch);
  const one = touch.what === 'relationType' ? 'publishing.relationCount' : 'publishing.annotations';
  const options = [
    { value: NOTHING, name: t('publishing.chooseWhat') },
    { value: REMOVE, name: removeWords(touch) },
    ...replacements(content, touch).map(({ id, name }) => ({
      value: `${WITH}${id}`,
      name: t('publishing.replaceWith', { name }),
    })),
  ];
  return (
    <li className={styles['touch']}>
      <div>
        <p className={styles['touchName']} dir="auto">
          {t(WHAT[touch.what], { name: touch.name })}
        </p>
        <p className={styles['touchWords']}>
          {t('publishing.useWords', {
            things: t(one, { count: touch.count }),
            articles: t('publishing.articles', { count: touch.articles }),
            analysts: analystWords(touch.byAnalyst, analysts),
          })}
        </p>
        {touch.problem === '' ? null : <p className={styles['flaw']}>{said(touch.problem)}</p>}
      </div>
      <Select
        label={t('publishing.whatHappens', { name: touch.name })}
        value={valueOf(chosen)}
        options={options}
        onChange={(value) => {
          if (value === REMOVE) choose(touch, { do: 'remove' });
          else if (value.startsWith(WITH))
            choose(touch, { do: 'replace', with: value.slice(WITH.length) });
        }}
      />
    </li>
  );
}
