import type { Annotation } from '../../../../core/model/annotation.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { t } from '../../../words/words.ts';
import { deskText } from '../desk-text.ts';
import { CommentBox } from './comment-box.tsx';
import { say } from './comment-edits.ts';
import { Thread } from './comment-thread.tsx';
import styles from './comments.module.css';
import { useThreadsOn } from './threads-now.ts';

/** The comments on the selected annotation. */
export function AnnotationComments(props: {
  readonly annotation: Annotation;
  readonly readOnly: boolean;
}) {
  const { annotation, readOnly } = props;
  const threads = useThreadsOn(annotation);
  const open = threads.filter(({ resolved }) => !resolved).length;
  return (
    <section aria-label={t('remarks.comments')} className={styles['comments']}>
      <div className={styles['head']}>
        <h3 className={styles['heading']}>{t('remarks.comments')}</h3>
        <span className={styles['count']}>
          {threads.length === 0 ? '' : t('remarks.openOf', { open, total: threads.length })}
        </span>
        {readOnly ? null : <KeyHint command="comment.write" />}
      </div>
      {threads.length === 0 ? null : (
        <ul className={styles['threads']}>
          {threads.map((thread) => (
            <li key={thread.id}>
              <Thread thread={thread} readOnly={readOnly} />
            </li>
          ))}
        </ul>
      )}
      {readOnly ? null : (
        <CommentBox
          draft={`new ${annotation.id}`}
          label={t('remarks.onAnnotation')}
          action={t('remarks.comment')}
          onPost={(words) => {
            const taken = say(annotation, words);
            if (taken) deskText()?.focus();
            return taken;
          }}
          onLeave={() => deskText()?.focus()}
        />
      )}
    </section>
  );
}
