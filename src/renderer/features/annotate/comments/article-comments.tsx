import { useState } from 'react';
import type { CommentThread } from '../../../../core/model/comment.ts';
import { useProject } from '../../../state/project.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { Spoken } from '../../../ui/spoken.tsx';
import { t } from '../../../words/words.ts';
import { deskText } from '../desk-text.ts';
import { labelOf, quoteOf } from '../words.ts';
import { CommentBox } from './comment-box.tsx';
import { say } from './comment-edits.ts';
import { Thread } from './comment-thread.tsx';
import { nameOf } from './comment-words.ts';
import styles from './comments.module.css';
import { goToThread } from './go-to-thread.ts';
import { placeOf, readingOrder } from './thread-order.ts';
import { useAnalysts, useAnnotations, useThreads } from './threads-now.ts';

type Shown = 'open' | 'all';

/** All comments on the open article: on the whole of it, on annotations, and on what is gone. */
export function ArticleComments() {
  const readOnly = useProject((state) => state.project?.readOnly === true);
  const articleId = useProject((state) => state.article?.articleId ?? '');
  const annotations = useAnnotations();
  const me = useProject((state) => state.project?.me.id ?? '');
  const threads = readingOrder(useThreads(), annotations, me);
  const [shown, setShown] = useState<Shown>('open');
  const open = threads.filter(({ resolved }) => !resolved);
  const list = shown === 'open' ? open : threads;
  return (
    <section aria-label={t('remarks.comments')} className={styles['comments']}>
      <div className={styles['head']}>
        <h2 className={styles['heading']}>{t('remarks.comments')}</h2>
        <span className={styles['count']}>
          {threads.length === 0 ? '' : t('remarks.openCount', { open: open.length })}
        </span>
        {threads.length === open.length ? null : (
          <Segmented
            label={t('remarks.which')}
            value={shown}
            options={[
              { value: 'open', name: t('remarks.open') },
              { value: 'all', name: t('remarks.all') },
            ]}
            onChange={setShown}
          />
        )}
      </div>
      {list.length === 0 ? null : (
        <ul className={styles['threads']}>
          {list.map((thread) => (
            <li key={thread.id}>
              <Thread thread={thread} readOnly={readOnly} about={<About thread={thread} />} />
            </li>
          ))}
        </ul>
      )}
      {readOnly ? null : (
        <CommentBox
          draft={`new ${articleId}`}
          label={t('remarks.onArticle')}
          action={t('remarks.comment')}
          onPost={(words) => {
            const taken = say(undefined, words);
            if (taken) deskText()?.focus();
            return taken;
          }}
          onLeave={() => deskText()?.focus()}
        />
      )}
    </section>
  );
}

/** What a thread is about: the way to its annotation, or the words of one that is gone. */
function About({ thread }: { readonly thread: CommentThread }) {
  const annotations = useAnnotations();
  const labels = useProject((state) => state.labels);
  const analysts = useAnalysts();
  const me = useProject((state) => state.project?.me.id ?? '');
  const place = placeOf(thread, annotations, me);
  if (place === 'article') return null;
  const annotation = annotations.find(({ id }) => id === thread.target);
  if (place === 'annotation' && annotation !== undefined) {
    return (
      <button type="button" className={styles['about']} onClick={() => goToThread(thread)}>
        <Spoken>{`${t('remarks.goTo', { label: labelOf(labels, annotation).name })} `}</Spoken>
        <span className={styles['quote']} dir="auto">
          {quoteOf(annotation)}
        </span>
      </button>
    );
  }
  const whose = t('remarks.ofOther', { name: nameOf(analysts, thread.targetAnalyst) });
  return (
    <p className={styles['about']}>
      <span className={styles['state']}>
        {place === 'deleted' ? t('remarks.ofDeleted') : whose}
      </span>
      <span className={styles['quote']} dir="auto">
        {thread.quote}
      </span>
    </p>
  );
}
