import { MessageSquare } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import type { Annotation } from '../../../../core/model/annotation.ts';
import { useProject } from '../../../state/project.ts';
import { deskText } from '../desk-text.ts';
import { goTo } from '../walk.ts';
import styles from './comment-marks.module.css';
import { targetKey, threadsByTarget } from './thread-order.ts';
import { useAnnotations, useThreads } from './threads-now.ts';

/** How far above the viewport, in code units, an annotation may begin that reaches into it. */
const BEFORE = 2000;

interface CommentMark {
  readonly annotation: Annotation;
  /** Pixels from the top of the region. */
  readonly top: number;
}

/** The marks in sight, one a line: annotations that are far away are not measured. */
function marksOf(annotations: readonly Annotation[], region: HTMLElement): CommentMark[] {
  const text = deskText();
  const bounds = region.getBoundingClientRect();
  const from = (text?.firstInSight() ?? 0) - BEFORE;
  const found: CommentMark[] = [];
  for (const annotation of annotations) {
    const span = annotation.anchor.spans[0];
    if (span === undefined || span[0] < from) continue;
    const box = text?.boxesOf([span[0], Math.max(span[1], span[0])])[0];
    if (box === undefined) continue;
    if (box.top > bounds.bottom) break;
    const top = Math.round(box.top + box.height / 2 - bounds.top);
    const isTaken = found.some((one) => Math.abs(one.top - top) < 12);
    if (box.bottom >= bounds.top && !isTaken) found.push({ annotation, top });
  }
  return found;
}

/** A quiet sign in the margin beside the line of each annotation that has open comments. */
export function CommentMarks({ region }: { readonly region: RefObject<HTMLElement | null> }) {
  const annotations = useAnnotations();
  const open = threadsByTarget(useThreads().filter(({ resolved }) => !resolved));
  if (open.size === 0) return null;
  const commented = annotations.filter(({ id, analyst }) => open.has(targetKey(analyst, id)));
  return commented.length === 0 ? null : <Marks region={region} annotations={commented} />;
}

function Marks(props: {
  readonly region: RefObject<HTMLElement | null>;
  readonly annotations: readonly Annotation[];
}) {
  const { region, annotations } = props;
  const [marks, setMarks] = useState<readonly CommentMark[]>([]);
  const articleId = useProject((state) => state.article?.articleId);
  const key = annotations.map(({ id, anchor }) => `${id} ${anchor.spans.join()}`).join(' ');
  useEffect(() => {
    const scroller = region.current;
    if (scroller === null) return undefined;
    let frame = 0;
    const draw = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setMarks(marksOf(annotations, scroller)));
    };
    draw();
    scroller.addEventListener('scroll', draw, { passive: true });
    const size = new ResizeObserver(draw);
    size.observe(scroller);
    for (const child of scroller.children) size.observe(child);
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', draw);
      size.disconnect();
    };
    // The list is new with each edit; what it says of these annotations is in the key.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [region, key, articleId]);
  return (
    // A second way with the mouse: list, details and keys reach the same comments.
    <div aria-hidden className={styles['marks']} data-comment-marks={marks.length}>
      {marks.map(({ annotation, top }) => (
        <button
          key={annotation.id}
          type="button"
          tabIndex={-1}
          className={styles['mark']}
          style={{ top }}
          onClick={() => goTo(annotation)}
        >
          <MessageSquare size={14} strokeWidth={1.8} />
        </button>
      ))}
    </div>
  );
}
