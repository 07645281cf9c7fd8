import { editDraft } from '../../state/codebook.ts';
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
        <h2 className={styles['entryTitle']}>Guidelines</h2>
      </header>
      <div className={formStyles['form']}>
        <TextField
          label="Codebook"
          path={['name']}
          value={name}
          help="The name of the whole codebook."
          onChange={(next) => editDraft('name', (content) => ({ ...content, name: next }))}
        />
        <TextField
          label="Guidelines"
          path={['guidelines']}
          value={guidelines}
          long
          help="What holds for every label, in Markdown. Shown beside the text with the key G."
          onChange={(next) =>
            editDraft('guidelines', (content) => ({ ...content, guidelines: next }))
          }
        />
      </div>
    </>
  );
}
