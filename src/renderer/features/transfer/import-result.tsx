import { inBackground } from '../../state/background.ts';
import { undo } from '../../state/desk.ts';
import type { ImportResult as Result } from '../../state/import-batch.ts';
import { leaveResult } from '../../state/importing.ts';
import { copyText } from '../../state/window.ts';
import { Button } from '../../ui/button.tsx';
import { numberWords } from '../../words/amounts.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './import-result.module.css';
import { leftFiles, resultWords } from './result-words.ts';

/** What an import came to where not all of it came in. What did come in is in the project. */
export function ImportResult({ result }: { readonly result: Result }) {
  const files = leftFiles(result.failed);
  const details = files.flatMap(({ file, reasons }) =>
    reasons.map((reason) => `${file}: ${reason}`),
  );
  return (
    <div className={styles['page']}>
      <section className={styles['column']} aria-labelledby="import-result">
        <h1 id="import-result" className={styles['title']}>
          {t('transfer.notEverything')}
        </h1>
        <p className={styles['words']}>{resultWords(result)}</p>
        <div className={styles['actions']}>
          <Button look="primary" onClick={leaveResult}>
            {t('transfer.goToArticles')}
          </Button>
          {result.imported.length === 0 ? null : (
            <Button
              onClick={() => {
                leaveResult();
                inBackground(undo());
              }}
            >
              {t('transfer.takeBack')}
            </Button>
          )}
          <Button
            look="quiet"
            onClick={() =>
              inBackground(copyText(details.join('\n'), () => t('transfer.detailsCopied')))
            }
          >
            {t('transfer.copyDetails')}
          </Button>
        </div>
        {files.map(({ file, reasons }) => (
          <section key={file} aria-label={file} className={styles['file']}>
            <h2 className={styles['name']}>
              {file} <span className={styles['count']}>{numberWords(reasons.length)}</span>
            </h2>
            <ul>
              {reasons.map((reason) => (
                <li key={reason} className={styles['reason']}>
                  {said(reason)}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
    </div>
  );
}
