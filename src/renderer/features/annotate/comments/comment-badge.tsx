import { MessageSquare } from 'lucide-react';
import type { Annotation } from '../../../../core/model/annotation.ts';
import { Spoken } from '../../../ui/spoken.tsx';
import { t } from '../../../words/words.ts';
import styles from './comment-badge.module.css';
import { useOpenThreadCount } from './threads-now.ts';

/** How many open comments an annotation has; nothing where it has none. */
export function CommentBadge({ annotation }: { readonly annotation: Annotation }) {
  const open = useOpenThreadCount(annotation);
  if (open === 0) return null;
  return (
    <span className={styles['badge']}>
      <MessageSquare size={12} strokeWidth={1.8} aria-hidden />
      <span aria-hidden>{open}</span>
      <Spoken>{` ${t('remarks.openComments', { count: open })}`}</Spoken>
    </span>
  );
}
