import { useProject } from '../../state/project.ts';
import { type Reading, type ReadingValue, say } from '../../state/review.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { t } from '../../words/words.ts';
import { moveEnd, settleEdited } from './actions.ts';
import styles from './reading-editor.module.css';
import { valueWords } from './review-words.ts';

/** Props of {@link ReadingEditor}. */
export interface ReadingEditorProps {
  readonly value: ReadingValue;
  readonly readings: readonly Reading[];
}

const ENDS = [
  ['start', -1, 'review.startEarlier'],
  ['start', 1, 'review.startLater'],
  ['end', -1, 'review.endEarlier'],
  ['end', 1, 'review.endLater'],
] as const;

/** What is to stand: the words, the label, and each answer as one of the readings has it. */
export function ReadingEditor({ value, readings }: ReadingEditorProps) {
  const labels = useProject((state) => state.labels);
  return (
    <section aria-label={t('review.whatStands')} className={styles['editor']}>
      <h2 className={styles['title']}>{t('review.whatStands')}</h2>
      <p className={styles['quote']} dir="auto">
        {value.quote.join(' … ')}
      </p>
      <div className={styles['ends']}>
        {ENDS.map(([end, by, name]) => (
          <Button key={name} onClick={() => say({ editing: moveEnd(value, end, by) })}>
            {t(name)}
          </Button>
        ))}
      </div>
      <div className={styles['fields']}>
        <Select
          label={t('review.label')}
          value={value.label}
          options={labels
            .filter(({ retired, id }) => !retired || id === value.label)
            .map(({ id, name }) => ({ value: id, name }))}
          onChange={(label) => say({ editing: { ...value, label } })}
        />
        <Answers value={value} readings={readings} />
      </div>
      <div className={styles['ends']}>
        <Button look="primary" command="review.save" onClick={settleEdited}>
          {t('review.save')}
        </Button>
        <Button command="review.cancel" onClick={() => say({ editing: undefined })}>
          {t('review.cancel')}
        </Button>
      </div>
    </section>
  );
}

function Answers({ value, readings }: ReadingEditorProps) {
  const attributes = useProject((state) => state.project?.codebook.attributes) ?? [];
  const asked = [...new Set([...readings, value].flatMap((one) => Object.keys(one.attributes)))];
  return asked.map((id) => {
    const attribute = attributes.find((one) => one.id === id);
    const offered = [...readings, value].flatMap((one) => {
      const answer = one.attributes[id];
      return answer === undefined ? [] : [JSON.stringify(answer)];
    });
    if (attribute?.type === 'choice') {
      offered.push(...attribute.values.map((one) => JSON.stringify(one.id)));
    }
    const name = attribute?.name ?? id;
    const options = [...new Set(offered)].map((json) => ({
      value: json,
      name: valueWords(attribute, JSON.parse(json) as never),
    }));
    const now = value.attributes[id];
    const { [id]: _before, ...others } = value.attributes;
    return (
      <label key={id} className={styles['field']}>
        <span className={styles['name']}>{name}</span>
        <Select
          label={name}
          value={now === undefined ? '' : JSON.stringify(now)}
          options={[{ value: '', name: t('review.noValue') }, ...options]}
          onChange={(json) =>
            say({
              editing: {
                ...value,
                attributes: json === '' ? others : { ...others, [id]: JSON.parse(json) as never },
              },
            })
          }
        />
      </label>
    );
  });
}
