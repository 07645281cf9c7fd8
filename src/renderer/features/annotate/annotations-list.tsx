import type { Annotation } from '../../../core/model/annotation.ts';
import { useProject } from '../../state/project.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { t } from '../../words/words.ts';
import { AnnotationItem } from './annotation-item.tsx';
import styles from './annotations-list.module.css';
import { paragraphAt, planOf } from './text-plan.ts';
import { labelOf } from './words.ts';

const ROW_HEIGHT = 30;
/** Up to this many, all items are in the page: find, screen readers and scripts see every one. */
const ALL_IN_PAGE = 1000;
/** Rows around the visible ones that are kept ready, in pixels. */
const BUFFER = 2400;

/** All annotations of the article in reading order. */
export function AnnotationsList({ annotations }: { readonly annotations: readonly Annotation[] }) {
  const labels = useProject((state) => state.labels);
  const selected = useProject((state) => state.selected);
  const paragraphOf = useParagraphs();
  return (
    <VirtualList
      label={t('annotate.groupAnnotations')}
      items={annotations}
      keyOf={({ id }) => id}
      current={annotations.findIndex((one) => one.id === selected)}
      itemHeight={ROW_HEIGHT}
      buffer={BUFFER}
      wholeUpTo={ALL_IN_PAGE}
      className={styles['scroller']}
      marker={{ 'data-annotations': '' }}
    >
      {(annotation, { current, focusable }) => (
        <AnnotationItem
          annotation={annotation}
          label={labelOf(labels, annotation)}
          paragraph={paragraphOf(annotation)}
          selected={current}
          focusable={focusable}
        />
      )}
    </VirtualList>
  );
}

/** The paragraph an annotation begins in; 0 in furniture. */
function useParagraphs(): (annotation: Annotation) => number {
  const text = useProject((state) => state.article?.text ?? '');
  const article = useProject(
    (state) => state.rows.find((row) => row.article.id === state.articleId)?.article,
  );
  return (annotation) => {
    if (article === undefined) return 0;
    return paragraphAt(planOf(text, article), annotation.anchor.spans[0]?.[0] ?? 0);
  };
}
