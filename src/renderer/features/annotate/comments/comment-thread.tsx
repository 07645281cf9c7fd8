import { Check, Ellipsis, RotateCcw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Comment, CommentThread } from '../../../../core/model/comment.ts';
import { useProject } from '../../../state/project.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { Person } from '../../../ui/person.tsx';
import { t } from '../../../words/words.ts';
import { deskText } from '../desk-text.ts';
import { CommentBox } from './comment-box.tsx';
import { openField, standOn, useDrafts } from './comment-drafts.ts';
import { answer, changeComment, deleteComment, toggleResolved } from './comment-edits.ts';
import { fullTime, nameOf, shortTime, threadWords } from './comment-words.ts';
import styles from './comments.module.css';
import { focusThread } from './go-to-thread.ts';
import { useAnalysts } from './threads-now.ts';

/** Props of {@link Thread}. */
export interface ThreadProps {
  readonly thread: CommentThread;
  readonly readOnly: boolean;
  /** What the thread is about, where that is not said around it. */
  readonly about?: ReactNode;
}

/** Comments that answer each other, and the way to answer, resolve or reopen them. */
export function Thread({ thread, readOnly, about }: ThreadProps) {
  const analysts = useAnalysts();
  const reply = `reply ${thread.id}` as const;
  const replying = useDrafts((state) => state.open === reply);
  const words = thread.comments.filter(({ action }) => action === 'say');
  const isRootGone = words[0]?.id !== thread.id;
  return (
    // The thread that has the focus is the one that a key resolves.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      className={styles['thread']}
      aria-label={threadWords(thread, analysts)}
      data-thread={thread.id}
      data-resolved={thread.resolved}
      tabIndex={-1}
      onFocus={() => standOn(thread.id)}
    >
      {about}
      {isRootGone ? <p className={styles['gone']}>{t('remarks.firstDeleted')}</p> : null}
      <ol className={styles['said']}>
        {words.map((comment) => (
          <Said key={`${comment.analyst} ${comment.id}`} {...{ comment, readOnly }} />
        ))}
      </ol>
      {replying ? (
        <CommentBox
          draft={reply}
          label={t('remarks.reply')}
          action={t('remarks.reply')}
          focused
          disabled={readOnly}
          onPost={(words) => {
            if (!answer(thread, words)) return false;
            openField(undefined);
            focusThread(thread.id);
            return true;
          }}
          onLeave={() => {
            openField(undefined);
            focusThread(thread.id);
          }}
        />
      ) : null}
      <footer className={styles['foot']}>
        {thread.resolved ? <ResolvedBy thread={thread} /> : null}
        {replying || thread.resolved ? null : (
          <Button look="quiet" disabled={readOnly} onClick={() => openField(reply)}>
            {t('remarks.reply')}
          </Button>
        )}
        <Button
          look="quiet"
          icon={thread.resolved ? RotateCcw : Check}
          disabled={readOnly}
          onClick={() => {
            toggleResolved(thread);
            focusThread(thread.id);
          }}
        >
          {thread.resolved ? t('remarks.reopen') : t('remarks.resolve')}
        </Button>
      </footer>
    </article>
  );
}

function ResolvedBy({ thread }: { readonly thread: CommentThread }) {
  const analysts = useAnalysts();
  const last = thread.comments.findLast(({ action }) => action === 'resolve');
  if (last === undefined) return null;
  return (
    <span className={styles['resolved']} title={fullTime(last.createdAt)}>
      {t('remarks.resolvedBy', { name: nameOf(analysts, last.analyst) })}
    </span>
  );
}

function Said({ comment, readOnly }: { readonly comment: Comment; readonly readOnly: boolean }) {
  const analysts = useAnalysts();
  const isMine = useProject((state) => state.project?.me.id === comment.analyst);
  const [now] = useState(() => new Date());
  const edit = `edit ${comment.id}` as const;
  const editing = useDrafts((state) => state.open === edit);
  const name = nameOf(analysts, comment.analyst);
  const close = (): void => {
    openField(undefined);
    focusThread(comment.thread);
  };
  return (
    <li className={styles['comment']}>
      <header className={styles['who']}>
        <Person name={name} small self={isMine} />
        <bdi className={styles['name']}>{name}</bdi>
        <time
          className={styles['time']}
          dateTime={comment.createdAt}
          title={fullTime(comment.createdAt)}
        >
          {comment.updatedAt === comment.createdAt
            ? shortTime(comment.createdAt, now)
            : t('remarks.edited', { time: shortTime(comment.createdAt, now) })}
        </time>
        {isMine && !readOnly ? (
          <Menu align="end" trigger={<IconButton icon={Ellipsis} label={t('remarks.more')} />}>
            <MenuItem onSelect={() => openField(edit)}>{t('remarks.edit')}</MenuItem>
            <MenuItem
              onSelect={() => {
                deleteComment(comment);
                if (!focusThread(comment.thread)) deskText()?.focus();
              }}
            >
              {t('remarks.delete')}
            </MenuItem>
          </Menu>
        ) : null}
      </header>
      {editing ? (
        <CommentBox
          draft={edit}
          label={t('remarks.changeLabel')}
          action={t('remarks.change')}
          initial={comment.text}
          focused
          onPost={(words) => {
            if (!changeComment(comment, words)) return false;
            close();
            return true;
          }}
          onLeave={close}
        />
      ) : (
        <p className={styles['words']} dir="auto">
          {comment.text}
        </p>
      )}
    </li>
  );
}
