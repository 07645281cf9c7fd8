import type { Attribute, AttributeType } from '../../../core/model/attribute.ts';
import type { Label, RelationType } from '../../../core/model/codebook.ts';
import { useCodebook } from '../../state/codebook.ts';
import { LabelLine } from '../../ui/label-line.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
import { choiceWords } from '../../words/amounts.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { Sentence } from '../../words/sentence.tsx';
import { t } from '../../words/words.ts';
import { HUE_NAMES, PATTERN_NAMES } from './look-names.ts';
import { Markdown } from './markdown.tsx';
import styles from './reading.module.css';
import { RuleText } from './rule-text.tsx';
import { useContent } from './use-draft.ts';
import { useEntryId } from './use-entry.ts';

/** How what is in the editor will look to whoever annotates. */
export function Preview() {
  const section = useCodebook((state) => state.section);
  const id = useEntryId();
  const content = useContent();
  const label = content.labels.find((one) => one.id === id);
  const attribute = content.attributes.find((one) => one.id === id);
  const type = content.relationTypes.find((one) => one.id === id);
  const rule = content.rules.find((one) => one.id === id);
  if (section === 'labels' && label !== undefined) return <LabelPreview label={label} />;
  if (section === 'attributes' && attribute !== undefined)
    return <AttributePreview attribute={attribute} />;
  if (section === 'relationTypes' && type !== undefined) return <RelationPreview type={type} />;
  if (section === 'rules' && rule !== undefined) return <RuleText rule={rule} level={3} />;
  if (section === 'guidelines') return <Markdown text={content.guidelines} />;
  return <p className={styles['words']}>{t(HELP[section] ?? 'codebook.nothingToShow')}</p>;
}

const HELP: Readonly<Record<string, PlainKey>> = {
  versions: 'codebook.versionsHelp',
  'second-look': 'codebook.secondLookHelp',
};

function lookWords({ hue, pattern, shortcut }: Label): string {
  const look = { hue: t(HUE_NAMES[hue]), line: t(PATTERN_NAMES[pattern]) };
  return shortcut === ''
    ? t('codebook.lookWords', look)
    : t('codebook.lookWordsKey', { ...look, key: shortcut });
}

function LabelPreview({ label }: { readonly label: Label }) {
  return (
    <div className={styles['stack']}>
      <p className={styles['sample']}>
        <Sentence
          of="codebook.sampleText"
          values={{
            marked: (
              <span className={styles['marked']} data-hue={label.hue}>
                {t('codebook.sampleMarked')}
                <LabelLine hue={label.hue} pattern={label.pattern} />
              </span>
            ),
          }}
        />
      </p>
      <p className={styles['panelTitle']}>
        <LabelSquare letter={label.letter} hue={label.hue} />
        {label.name}
      </p>
      <p className={styles['words']}>{lookWords(label)}</p>
      <p className={styles['definition']} dir="auto">
        {label.definition}
      </p>
      <Markdown text={label.guideline} />
    </div>
  );
}

const ASKED: Readonly<Record<AttributeType, PlainKey>> = {
  choice: 'codebook.askedChoice',
  'multi-choice': 'codebook.askedMulti',
  text: 'codebook.askedText',
  date: 'codebook.askedDate',
  boolean: 'codebook.askedBoolean',
  number: 'codebook.askedNumber',
  actor: 'codebook.askedActor',
  span: 'codebook.askedSpan',
  article: 'codebook.askedArticle',
};

function AttributePreview({ attribute }: { readonly attribute: Attribute }) {
  return (
    <div className={styles['stack']}>
      <p className={styles['panelTitle']}>
        {attribute.required ? t('codebook.nameRequired', { name: attribute.name }) : attribute.name}
      </p>
      <p className={styles['definition']} dir="auto">
        {attribute.definition}
      </p>
      <p className={styles['words']}>{t(ASKED[attribute.type])}</p>
      <ul>
        {attribute.values.map(({ id, name, key, definition }) => (
          <li key={id} dir="auto">
            <strong>{name}</strong>
            {key === '' ? '' : ` [${key}]`}
            {definition === '' ? '' : `: ${definition}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

function RelationPreview({ type }: { readonly type: RelationType }) {
  const { labels } = useContent();
  const names = (ids: readonly string[]): string =>
    ids.length === 0
      ? t('codebook.anyLabel')
      : choiceWords(ids.map((id) => labels.find((one) => one.id === id)?.name ?? id));
  return (
    <div className={styles['stack']}>
      <p className={styles['sample']}>
        {names(type.from)} <strong>{type.name}</strong> {names(type.to)}
      </p>
      <p className={styles['definition']} dir="auto">
        {type.definition}
      </p>
    </div>
  );
}
