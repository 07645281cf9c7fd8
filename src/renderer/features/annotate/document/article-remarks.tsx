import { isUnanswered } from '../../../../core/log/attribute-value.ts';
import { documentLabelsIn, type Label } from '../../../../core/model/codebook.ts';
import type { JsonObject } from '../../../../core/model/json.ts';
import { useProject } from '../../../state/project.ts';
import { Fact } from '../../../ui/field.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { t } from '../../../words/words.ts';
import { ChoiceField } from '../attribute-choice.tsx';
import { ValueField } from '../attribute-field.tsx';
import form from '../attribute-form.module.css';
import { askedOf } from '../attribute-order.ts';
import { codeWords } from '../attribute-words.ts';
import { deskText } from '../desk-text.ts';
import { NoteBox } from '../note-field.tsx';
import styles from './article-remarks.module.css';
import {
  answersOf,
  changeDocumentNote,
  clearDocumentLabels,
  freshAnswer,
  setDocumentAnswer,
  toggleDocumentLabel,
} from './document-edits.ts';

const NO_LABELS: readonly Label[] = [];
const NONE: JsonObject = {};
const NO_OFFER: readonly string[] = [];

/** What one says about the whole article: its labels, their answers, and a note. */
export function ArticleRemarks() {
  const articleId = useProject((state) => state.article?.articleId);
  const given = useProject((state) => state.article?.document.labels ?? NONE);
  const note = useProject((state) => state.article?.document.note ?? '');
  const labels = useProject((state) => state.project?.codebook.labels ?? NO_LABELS);
  const readOnly = useProject((state) => state.project?.readOnly === true);
  if (articleId === undefined) return null;
  const offered = documentLabelsIn(labels);
  const had = offered.filter(({ id }) => Object.hasOwn(given, id));
  const others = Object.keys(given).filter((id) => !offered.some((label) => label.id === id));
  return (
    <section aria-label={t('remarks.onWhole')} data-article-remarks="">
      {offered.length === 0 ? null : (
        <div className={form['form']}>
          <div className={styles['head']}>
            <h2 className={form['heading']}>{t('remarks.onWhole')}</h2>
            {readOnly ? null : <KeyHint command="article.remarks" />}
          </div>
          <div className={form['field']}>
            <span className={form['name']} aria-hidden>
              {t('remarks.labels')}
            </span>
            <ChoiceField
              id="document-labels"
              name={t('remarks.articleLabels')}
              options={offered
                .filter(({ id, retired }) => !retired || Object.hasOwn(given, id))
                .map(({ id, name, shortcut, definition }) => ({
                  id,
                  name,
                  key: shortcut,
                  definition,
                }))}
              chosen={had.map(({ id }) => id)}
              offered={NO_OFFER}
              multiple
              required={false}
              readOnly={readOnly}
              onChoose={(id) => {
                const label = offered.find((one) => one.id === id);
                if (label !== undefined) toggleDocumentLabel(label);
              }}
              onClear={() => clearDocumentLabels(had.map(({ id }) => id))}
              onNext={() => deskText()?.focus()}
            />
          </div>
          {had.map((label) => (
            <Answers key={label.id} label={label} readOnly={readOnly} />
          ))}
        </div>
      )}
      {others.length === 0 ? null : <Others given={given} ids={others} />}
      <NoteBox
        key={articleId}
        note={note}
        readOnly={readOnly}
        hint={t('remarks.yours')}
        onSave={(words) => changeDocumentNote(articleId, words)}
      />
    </section>
  );
}

/** The questions that the codebook asks of an article with this label. */
function Answers({ label, readOnly }: { readonly label: Label; readonly readOnly: boolean }) {
  const given = useProject((state) => state.article?.document.labels ?? NONE);
  const attributes = useProject((state) => state.project?.codebook.attributes);
  const answers = answersOf(given, label.id);
  const { required, groups } = askedOf(attributes ?? [], label, answers);
  const asked = [...required, ...groups.flatMap((group) => group.attributes)];
  if (asked.length === 0) return null;
  return (
    <fieldset className={form['fields']} aria-label={label.name} data-document-label={label.id}>
      {asked.map((attribute) => {
        const value = answers[attribute.id] ?? null;
        const isMissing = attribute.required && isUnanswered(value);
        return (
          <div key={attribute.id} className={form['field']}>
            <span className={form['name']} title={attribute.definition} aria-hidden>
              {attribute.name}
              {isMissing ? ' *' : ''}
            </span>
            <ValueField
              attribute={attribute}
              value={value}
              readOnly={readOnly}
              fresh={() => freshAnswer(label, attribute)}
              onValue={(next) => setDocumentAnswer(label, attribute, next)}
              onNext={() => deskText()?.focus()}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

/** What an import said of the article that the codebook does not know. */
function Others({ given, ids }: { readonly given: JsonObject; readonly ids: readonly string[] }) {
  return (
    <dl className={form['form']}>
      {ids.map((id) => {
        const value = given[id] ?? null;
        return (
          <Fact key={id} label={codeWords(id)}>
            {typeof value === 'string' ? value : JSON.stringify(value)}
          </Fact>
        );
      })}
    </dl>
  );
}
