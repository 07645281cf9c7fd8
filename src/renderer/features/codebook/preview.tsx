import type { Attribute, AttributeType } from '../../../core/model/attribute.ts';
import type { Label, RelationType } from '../../../core/model/codebook.ts';
import { useCodebook } from '../../state/codebook.ts';
import { LabelLine } from '../../ui/label-line.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
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
  return <p className={styles['words']}>{HELP[section] ?? 'Nothing to show yet.'}</p>;
}

const HELP: Readonly<Record<string, string>> = {
  versions:
    'Each publication is a version. Annotations are stamped with the version they were made under, so that a change of the rules never passes unseen.',
  'second-look':
    'Your own annotations whose label, attributes, rules or guidelines changed after you made them. Names and looks do not count. Look at each again, and say that it is still right.',
};

function LabelPreview({ label }: { readonly label: Label }) {
  return (
    <div className={styles['stack']}>
      <p className={styles['sample']}>
        {'Text with '}
        <span className={styles['marked']} data-hue={label.hue}>
          marked words
          <LabelLine hue={label.hue} pattern={label.pattern} />
        </span>
        {' in it.'}
      </p>
      <p className={styles['panelTitle']}>
        <LabelSquare letter={label.letter} hue={label.hue} />
        {label.name}
      </p>
      <p className={styles['words']}>
        {`${label.hue}, ${label.pattern} line${label.shortcut === '' ? '' : `, key ${label.shortcut}`}`}
      </p>
      <p className={styles['definition']} dir="auto">
        {label.definition}
      </p>
      <Markdown text={label.guideline} />
    </div>
  );
}

const ASKED: Readonly<Record<AttributeType, string>> = {
  choice: 'One of these is chosen, by its key or from the list.',
  'multi-choice': 'Any number of these is ticked.',
  text: 'A line of text is typed.',
  date: 'A date is typed, or words for one.',
  boolean: 'Yes or no.',
  number: 'A number is typed.',
  actor: 'An actor marked in the article is picked, or named in words.',
  span: 'Words of the article are pointed to.',
  article: 'An article of the project is picked.',
};

function AttributePreview({ attribute }: { readonly attribute: Attribute }) {
  return (
    <div className={styles['stack']}>
      <p className={styles['panelTitle']}>
        {`${attribute.name}${attribute.required ? ' (required)' : ''}`}
      </p>
      <p className={styles['definition']} dir="auto">
        {attribute.definition}
      </p>
      <p className={styles['words']}>{ASKED[attribute.type]}</p>
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
      ? 'any label'
      : ids.map((id) => labels.find((one) => one.id === id)?.name ?? id).join(' or ');
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
