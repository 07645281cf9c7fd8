import { inBackground } from '../../state/background.ts';
import { runCommand } from '../../state/commands.ts';
import { openArticle } from '../../state/desk.ts';
import { closeDialog, goTo } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { t } from '../../words/words.ts';
import { lackWords, leftWords, useLeft } from './left.ts';
import styles from './left-dialog.module.css';

/** Opens an article with the list of what it lacks. */
async function show(articleId: string): Promise<void> {
  closeDialog();
  goTo('articles');
  await openArticle(articleId);
  runCommand('article.submit');
}

/** The articles that were not submitted, and why; each leads to what is missing. */
export function LeftDialog() {
  const done = useLeft();
  const { left, leftCount } = done;
  return (
    <Dialog
      open
      onClose={closeDialog}
      title={t('library.notAll')}
      footer={<Button onClick={closeDialog}>{t('library.closeLeft')}</Button>}
    >
      <div className={styles['body']}>
        <p className={styles['words']}>{leftWords(done)}</p>
        <ul aria-label={t('library.notSubmitted')} className={styles['list']}>
          {left.map((one) => (
            <li key={one.articleId}>
              <button
                type="button"
                className={styles['row']}
                onClick={() => inBackground(show(one.articleId))}
              >
                <span className={styles['title']} dir="auto">
                  {one.title}
                </span>
                <span className={styles['lack']}>{lackWords(one)}</span>
              </button>
            </li>
          ))}
        </ul>
        {left.length < leftCount ? (
          <p className={styles['words']}>
            {t('library.andMore', { number: leftCount - left.length })}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
