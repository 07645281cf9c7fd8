import { Lock } from 'lucide-react';
import { runCommand } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { t } from '../../words/words.ts';
import styles from './frozen-line.module.css';

/** Whether the open article is submitted, so that nothing in it changes. */
export function useFrozen(): boolean {
  return useProject(
    (state) => state.rows.find((row) => row.article.id === state.articleId)?.state === 'submitted',
  );
}

/** Says above the text that the article is submitted, and opens it again. */
export function FrozenLine() {
  const frozen = useFrozen();
  const readOnly = useProject((state) => state.project?.readOnly === true);
  if (!frozen) return null;
  return (
    <div role="note" className={styles['line']}>
      <Lock size={14} strokeWidth={1.6} aria-hidden />
      <p className={styles['words']}>{t('annotate.frozen')}</p>
      {readOnly ? null : (
        <Button look="outline" onClick={() => runCommand('article.takeBack')}>
          {t('annotate.takeBack')}
        </Button>
      )}
    </div>
  );
}
