import { useCodebook } from '../../state/codebook.ts';
import { closeFileProblems } from '../../state/codebook-files.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './codebook-page.module.css';

function problemWords(line: number, field: string, message: string): string {
  const problem = said(message);
  const inField = field === '' ? problem : t('codebook.problemAt', { place: field, problem });
  if (line === 0) return inField;
  return t('codebook.problemAt', { place: t('codebook.line', { line }), problem: inField });
}

/** Why a file holds no codebook: every place at once. */
export function FileProblemsDialog() {
  const found = useCodebook((state) => state.fileProblems);
  if (found === undefined) return null;
  return (
    <Dialog
      open
      onClose={closeFileProblems}
      title={t('codebook.notCodebook')}
      toRead
      footer={
        <Button look="primary" onClick={closeFileProblems}>
          {t('codebook.close')}
        </Button>
      }
    >
      <div className={styles['ask']}>
        <p>{t('codebook.notRead', { file: found.file })}</p>
        <ul className={styles['changes']}>
          {found.problems.map(({ line, field, message }) => (
            <li key={`${String(line)} ${field} ${message}`}>
              {problemWords(line, field, message)}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
