import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { type ArticleEdit, editArticle } from '../../../core/log/project-ops.ts';
import type { Article } from '../../../core/model/article.ts';
import { commit } from '../../state/desk.ts';
import { useProject } from '../../state/project.ts';
import { dayFromWords, dayWords } from '../../ui/date-words.ts';
import { Fact } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { languageName } from '../../ui/source-names.ts';
import { numberWords } from '../../words/amounts.ts';
import { said } from '../../words/said.ts';
import { inEnglish, t } from '../../words/words.ts';
import styles from './article-details.module.css';
import { titleInLog } from './bulk.ts';
import { removeChosen } from './bulk-actions.ts';
import { EditField } from './edit-field.tsx';
import { sourceFacts } from './facts.ts';
import { clearSelection } from './selection.ts';
import { WorkFields } from './work-fields.tsx';

/** What is known about the open article; its fields can be corrected, its text cannot. */
export function ArticleDetails() {
  const row = useProject((state) => state.rows.find((one) => one.article.id === state.articleId));
  const readOnly = useProject((state) => state.project?.readOnly === true);
  if (row === undefined) return null;
  const { article } = row;
  return (
    <section aria-label={t('library.details')} className={styles['details']}>
      <header className={styles['head']}>
        <h2 className={styles['name']}>{t('library.thisArticle')}</h2>
        <IconButton
          icon={Trash2}
          label={t('library.remove')}
          disabled={readOnly}
          onClick={() => {
            // This one, whatever is selected in the list.
            clearSelection();
            removeChosen();
          }}
        />
      </header>
      <WorkFields row={row} readOnly={readOnly} />
      <Fields key={article.id} article={article} readOnly={readOnly} />
      <Facts article={article} />
    </section>
  );
}

type EditName = `edits.edit${'Title' | 'Outlet' | 'Byline' | 'Date'}`;

function Fields({ article, readOnly }: { readonly article: Article; readonly readOnly: boolean }) {
  function save(key: EditName, edit: ArticleEdit): void {
    const label = inEnglish(key, { article: titleInLog(article.title) });
    commit(label, [editArticle(article.id, edit)]);
  }
  return (
    <div className={styles['group']}>
      <EditField
        label={t('library.title')}
        words
        lines
        value={article.title}
        readOnly={readOnly}
        onSave={(title) => save('edits.editTitle', { title })}
      />
      <EditField
        label={t('library.outlet')}
        value={article.outlet}
        readOnly={readOnly}
        onSave={(outlet) => save('edits.editOutlet', { outlet })}
      />
      <EditField
        label={t('library.byline')}
        value={article.byline}
        readOnly={readOnly}
        onSave={(byline) => save('edits.editByline', { byline })}
      />
      <EditField
        label={t('library.date')}
        value={article.date}
        show={dayWords}
        parse={dayFromWords}
        readOnly={readOnly}
        onSave={(date) => save('edits.editDate', { date })}
      />
    </div>
  );
}

function Facts({ article }: { readonly article: Article }) {
  const { facts, warnings } = sourceFacts(article.source);
  return (
    <>
      <dl className={styles['group']}>
        <Fact label={t('library.language')}>{languageName(article.language)}</Fact>
        <Fact label={t('library.characters')}>{numberWords(article.characters)}</Fact>
        {facts.map(({ name, value }) => (
          <Fact key={name} label={name}>
            {value}
          </Fact>
        ))}
        <Fact label="SHA-256" mono>
          {article.sha256}
        </Fact>
      </dl>
      {warnings.length === 0 ? null : <Warnings>{warnings}</Warnings>}
    </>
  );
}

function Warnings({ children }: { readonly children: readonly string[] }): ReactNode {
  return (
    <div className={styles['group']}>
      <h3 className={styles['heading']}>
        {t('library.saidAtImport')}{' '}
        <span className={styles['number']}>{numberWords(children.length)}</span>
      </h3>
      <ul className={styles['warnings']}>
        {children.map((warning) => (
          <li key={warning}>{said(warning)}</li>
        ))}
      </ul>
    </div>
  );
}
