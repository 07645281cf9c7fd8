import { type KeyboardEvent, useId } from 'react';
import { type DraftKey, keepDraft, useCommentWords } from '../../../state/comment-drafts.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/text-input.tsx';
import { t } from '../../../words/words.ts';
import styles from './comments.module.css';

/** Props of {@link CommentBox}. */
export interface CommentBoxProps {
  readonly draft: DraftKey;
  /** Accessible name, and what stands in the field while it is empty. */
  readonly label: string;
  /** What the button says. */
  readonly action: string;
  /** What the field holds at first, where something is changed. */
  readonly initial?: string;
  readonly disabled?: boolean;
  /** Has the focus at once. */
  readonly focused?: boolean;
  /** Posts the words; answers whether they were taken. */
  readonly onPost: (words: string) => boolean;
  /** The field is left with Esc; its words are kept. */
  readonly onLeave: () => void;
}

/** Where a comment is written. `Ctrl Enter` posts it; `Esc` leaves it and keeps the words. */
export function CommentBox(props: CommentBoxProps) {
  const { draft, label, action, initial = '', disabled = false, onPost, onLeave } = props;
  const words = useCommentWords((state) => state.words[draft]) ?? initial;
  const hint = useId();

  function post(): void {
    if (onPost(words)) keepDraft(draft, '');
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      post();
    }
  }

  return (
    <div className={styles['box']}>
      <TextArea
        dir="auto"
        aria-label={label}
        aria-describedby={hint}
        placeholder={label}
        data-draft={draft}
        readOnly={disabled}
        // The person has just asked for this field.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={props.focused}
        value={words}
        onChange={(event) => keepDraft(draft, event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span hidden id={hint}>
        {t('remarks.boxHelp')}
      </span>
      {words.trim() === '' ? null : (
        <div className={styles['boxFoot']}>
          <Button look="outline" keys="$mod+Enter" disabled={disabled} onClick={post}>
            {action}
          </Button>
        </div>
      )}
    </div>
  );
}
