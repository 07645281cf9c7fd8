import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { t } from '../../words/words.ts';
import { SYNTAX } from './syntax.ts';
import styles from './syntax-help.module.css';

/** How a query is written, with examples. */
export function SyntaxHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      open
      toRead
      title={t('search.howTo')}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {t('search.close')}
        </Button>
      }
    >
      {SYNTAX.map(({ title, lines }) => (
        <section key={title} className={styles['part']}>
          <h3 className={styles['title']}>{t(title)}</h3>
          <dl className={styles['lines']}>
            {lines.map(({ example, words }) => (
              <div key={example} className={styles['line']}>
                <dt>
                  <code className={styles['example']} dir="ltr">
                    {example}
                  </code>
                </dt>
                <dd>{words()}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
