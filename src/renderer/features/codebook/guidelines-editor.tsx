import { editDraft } from '../../state/codebook.ts';
import { t } from '../../words/words.ts';
import styles from './codebook-page.module.css';
import formStyles from './form.module.css';
import { TextField } from './form-field.tsx';
import { useContent } from './use-draft.ts';

/** The codebook's name, and what holds for every label. */
export function GuidelinesEditor() {
  const { name, guidelines } = useContent();
  return (
    <>
      <header className={styles['entryHead']}>
        <h2 className={styles['entryTitle']}>{t('codebook.guidelines')}</h2>
      </header>
      <div className={formStyles['form']}>
        <TextField
          label={t('codebook.title')}
          path={['name']}
          value={name}
          help={t('codebook.codebookName')}
          onChange={(next) => editDraft('name', (content) => ({ ...content, name: next }))}
        />
        <TextField
          label={t('codebook.guidelines')}
          path={['guidelines']}
          value={guidelines}
          long
          help={t('codebook.guidelinesHelp')}
          onChange={(next) =>
            editDraft('guidelines', (content) => ({ ...content, guidelines: next }))
          }
        />
      </div>
    </>
  );
}
