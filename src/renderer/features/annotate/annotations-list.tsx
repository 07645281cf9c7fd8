import { createContext, type KeyboardEvent, useContext, useEffect, useRef } from 'react';
import {
  type CustomContainerComponentProps,
  type CustomItemComponentProps,
  Virtualizer,
  type VirtualizerHandle,
} from 'virtua';
import type { Annotation } from '../../../core/model/annotation.ts';
import { useProject } from '../../state/project.ts';
import { AnnotationItem } from './annotation-item.tsx';
import styles from './annotations-list.module.css';
import { paragraphAt, planOf } from './text-plan.ts';
import { focusItem } from './walk.ts';
import { labelOf } from './words.ts';

const ROW_HEIGHT = 30;
/** Up to this many, all items are in the page: find, screen readers and scripts see every one. */
const ALL_IN_PAGE = 1000;
/** Rows around the visible ones that are kept ready, in pixels. */
const BUFFER = 2400;

/** How many items there are, for assistive technology: of a long list only some are in the page. */
const ItemCount = createContext(0);

function ListItem({ ref, children, style, index }: CustomItemComponentProps) {
  return (
    <li ref={ref} style={style} aria-posinset={index + 1} aria-setsize={useContext(ItemCount)}>
      {children}
    </li>
  );
}

function List({ children, style, ref }: CustomContainerComponentProps) {
  return (
    <ul ref={ref} style={style} aria-label="Annotations">
      {children}
    </ul>
  );
}

/** All annotations of the article in reading order. */
export function AnnotationsList({ annotations }: { readonly annotations: readonly Annotation[] }) {
  const labels = useProject((state) => state.labels);
  const selected = useProject((state) => state.selected);
  const paragraphOf = useParagraphs();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const at = annotations.findIndex((one) => one.id === selected);

  const whole = annotations.length <= ALL_IN_PAGE;
  const show = (index: number): void => {
    if (!whole) list.current?.scrollToIndex(index, { align: 'nearest' });
    else scroller.current?.querySelectorAll('li')[index]?.scrollIntoView({ block: 'nearest' });
  };
  const showLatest = useRef(show);
  useEffect(() => {
    showLatest.current = show;
  });
  useEffect(() => {
    if (at !== -1) showLatest.current(at);
  }, [at]);

  const item = (annotation: Annotation, index: number) => (
    <AnnotationItem
      key={annotation.id}
      annotation={annotation}
      label={labelOf(labels, annotation)}
      paragraph={paragraphOf(annotation)}
      selected={index === at}
      focusable={index === Math.max(0, at)}
    />
  );

  function onKeyDown(event: KeyboardEvent): void {
    const focused = (event.target as HTMLElement).dataset['annotation'];
    const from = annotations.findIndex((one) => one.id === focused);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      Home: 0,
      End: annotations.length - 1,
    };
    const next = moves[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const to = Math.min(annotations.length - 1, Math.max(0, next));
    show(to);
    focusItem(annotations[to]?.id ?? '');
  }

  return (
    // The keys move the focus between the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={scroller} data-annotations className={styles['scroller']} onKeyDown={onKeyDown}>
      {whole ? (
        <ul aria-label="Annotations">
          {annotations.map((annotation, index) => (
            <li key={annotation.id}>{item(annotation, index)}</li>
          ))}
        </ul>
      ) : (
        <ItemCount value={annotations.length}>
          <Virtualizer
            ref={list}
            scrollRef={scroller}
            data={annotations}
            as={List}
            item={ListItem}
            bufferSize={BUFFER}
            itemSize={ROW_HEIGHT}
            keepMounted={[Math.max(0, at)]}
          >
            {item}
          </Virtualizer>
        </ItemCount>
      )}
    </div>
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
