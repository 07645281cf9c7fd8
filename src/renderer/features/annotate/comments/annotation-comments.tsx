import type { Annotation } from '../../../../core/model/annotation.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
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
    <section aria-label="Comments" className={styles['comments']}>
      <div className={styles['head']}>
        <h3 className={styles['heading']}>Comments</h3>
        <span className={styles['count']}>
          {threads.length === 0 ? '' : `${String(open)} open of ${String(threads.length)}`}
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
          label="Comment on this annotation"
          action="Comment"
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
