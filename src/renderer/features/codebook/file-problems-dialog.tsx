import { useCodebook } from '../../state/codebook.ts';
import { closeFileProblems } from '../../state/codebook-files.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './codebook-page.module.css';

/** Why a file holds no codebook: every place at once. */
export function FileProblemsDialog() {
  const found = useCodebook((state) => state.fileProblems);
  if (found === undefined) return null;
  return (
    <Dialog
      open
      onClose={closeFileProblems}
      title="This file is not a codebook"
      toRead
      footer={
        <Button look="primary" onClick={closeFileProblems}>
          Close
        </Button>
      }
    >
      <div className={styles['ask']}>
        <p>{`${found.file} was not read into the draft. Your codebook is as it was.`}</p>
        <ul className={styles['changes']}>
          {found.problems.map(({ line, field, message }) => (
            <li key={`${String(line)} ${field} ${message}`}>
              {`${line === 0 ? '' : `Line ${String(line)}: `}${field === '' ? '' : `${field}: `}${message}`}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
