import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { CodebookContent } from '../../../core/model/codebook.ts';
import { type EntryList, editDraft } from '../../state/codebook.ts';
import { announce } from '../../state/project.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
import { t } from '../../words/words.ts';
import { AttributeEditor } from './attribute-editor.tsx';
import styles from './codebook-page.module.css';
import { moveEntry, removeEntry } from './draft-edits.ts';
import { LabelEditor } from './label-editor.tsx';
import { RelationEditor } from './relation-editor.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { ENTRY_WORDS, entriesIn } from './sections.ts';
import { useContent, useReadOnly } from './use-draft.ts';

/** Props of {@link EntryEditor}. */
export interface EntryEditorProps {
  readonly list: EntryList;
  /** Id of the entry; `undefined` where the list is empty. */
  readonly entry: string | undefined;
}

/** One entry of the codebook, to be changed. */
export function EntryEditor({ list, entry }: EntryEditorProps) {
  const content = useContent();
  const entries = entriesIn(content, list);
  const index = entries.findIndex(({ id }) => id === entry);
  const shown = entries[index];
  if (shown === undefined) {
    return <p className={styles['none']}>{t(ENTRY_WORDS[list].none)}</p>;
  }
  return (
    <>
      <header className={styles['entryHead']}>
        {shown.square === undefined ? null : (
          <LabelSquare {...shown.square} className={styles['bigSquare']} />
        )}
        <h2 className={styles['entryTitle']} dir="auto">
          {shown.name}
        </h2>
        <code className={styles['id']} title={t('codebook.idHelp')}>
          {shown.id}
        </code>
        <EntryTools list={list} id={shown.id} name={shown.name} />
      </header>
      <Form list={list} index={index} content={content} />
    </>
  );
}

function remove(list: EntryList, id: string, name: string): void {
  editDraft('', (content) => removeEntry(content, list, id));
  announce(() => t('codebook.removedFromDraft', { name }));
}

function EntryTools(props: {
  readonly list: EntryList;
  readonly id: string;
  readonly name: string;
}) {
  const { list, id, name } = props;
  const readOnly = useReadOnly();
  const move = (by: number): void =>
    editDraft(`order ${list}`, (content) => moveEntry(content, list, id, by));
  return (
    <div className={styles['tools']}>
      <IconButton
        icon={ArrowUp}
        label={t('codebook.moveUp', { name })}
        keys="Alt+ArrowUp"
        disabled={readOnly}
        onClick={() => move(-1)}
      />
      <IconButton
        icon={ArrowDown}
        label={t('codebook.moveDown', { name })}
        keys="Alt+ArrowDown"
        disabled={readOnly}
        onClick={() => move(1)}
      />
      <IconButton
        icon={Trash2}
        label={t(ENTRY_WORDS[list].remove, { name })}
        disabled={readOnly}
        onClick={() => remove(list, id, name)}
      />
    </div>
  );
}

function Form(props: {
  readonly list: EntryList;
  readonly index: number;
  readonly content: CodebookContent;
}) {
  const { list, index, content } = props;
  const { labels, attributes, relationTypes, rules } = content;
  const [label, attribute] = [labels[index], attributes[index]];
  const [type, rule] = [relationTypes[index], rules[index]];
  if (list === 'labels' && label !== undefined) return <LabelEditor label={label} index={index} />;
  if (list === 'attributes' && attribute !== undefined)
    return <AttributeEditor attribute={attribute} index={index} />;
  if (list === 'relationTypes' && type !== undefined)
    return <RelationEditor type={type} index={index} />;
  return list === 'rules' && rule !== undefined ? <RuleEditor rule={rule} index={index} /> : null;
}
