import {
  createContext,
  Fragment,
  type KeyboardEvent,
  type ReactElement,
  useContext,
  useEffect,
  useRef,
} from 'react';
import {
  type CustomContainerComponentProps,
  type CustomItemComponentProps,
  Virtualizer,
  type VirtualizerHandle,
} from 'virtua';
import { listTarget } from './list-keys.ts';

/** Name and class of the list, and how many items it has: of a long one only some are in the page. */
const Frame = createContext<{
  readonly label: string;
  readonly className: string | undefined;
  readonly count: number;
}>({ label: '', className: undefined, count: 0 });

function ListItem({ ref, children, style, index }: CustomItemComponentProps) {
  const { count } = useContext(Frame);
  return (
    <li ref={ref} style={style} aria-posinset={index + 1} aria-setsize={count}>
      {children}
    </li>
  );
}

function List({ children, style, ref }: CustomContainerComponentProps) {
  const { label, className } = useContext(Frame);
  return (
    <ul ref={ref} style={style} aria-label={label} className={className}>
      {children}
    </ul>
  );
}

/** What an item is told about its place in the list. */
export interface ListPlace {
  readonly current: boolean;
  /** The one item that Tab reaches. */
  readonly focusable: boolean;
}

/** Props of {@link VirtualList}. */
export interface VirtualListProps<T> {
  /** Accessible name of the list. */
  readonly label: string;
  readonly items: readonly T[];
  /** Index of the current item, which is kept in sight; -1 for none. */
  readonly current: number;
  /** Usual height of an item, in CSS pixels. */
  readonly itemHeight: number;
  /** Items beyond the visible ones that are kept ready, in CSS pixels. */
  readonly buffer: number;
  /** Up to this many items all are in the page, so that find, screen readers and scripts see them. */
  readonly wholeUpTo?: number;
  readonly className?: string | undefined;
  readonly listClassName?: string | undefined;
  /** Attributes of the scrolling element, for those who look for it. */
  readonly marker?: Readonly<Record<`data-${string}`, string>>;
  readonly keyOf: (item: T) => string;
  /** Draws an item; the first button in it takes the focus. */
  readonly children: (item: T, place: ListPlace, index: number) => ReactElement;
}

const AS_IT_IS = {};

/** Index of the item that holds an element; -1 outside. */
function indexOf(element: Element): number {
  const item = element.closest('li');
  const said = item?.getAttribute('aria-posinset');
  return said === null || said === undefined ? -1 : Number(said) - 1;
}

/**
 * A list that scrolls and stays fast with thousands of items. One item is reached by Tab, the others
 * by arrows, Home and End; each knows its place in the whole.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { label, items, current, itemHeight, buffer, wholeUpTo = 0 } = props;
  const { keyOf, className, listClassName, marker, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const whole = items.length <= wholeUpTo;
  const focusAt = Math.max(0, current);

  const show = (index: number): void => {
    if (!whole) list.current?.scrollToIndex(index, { align: 'nearest' });
    else scroller.current?.querySelectorAll('li')[index]?.scrollIntoView({ block: 'nearest' });
  };
  const showLatest = useRef(show);
  useEffect(() => {
    showLatest.current = show;
  });
  useEffect(() => {
    if (current !== -1) showLatest.current(current);
  }, [current]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const to = listTarget(event, indexOf(event.target as Element), items.length);
    if (to === undefined) return;
    event.preventDefault();
    show(to);
    requestAnimationFrame(() => {
      const item = scroller.current?.querySelector(`li[aria-posinset="${String(to + 1)}"]`);
      item?.querySelector<HTMLElement>('button, [tabindex]')?.focus();
    });
  }

  const draw = (item: T, index: number) => (
    <Fragment key={keyOf(item)}>
      {children(item, { current: index === current, focusable: index === focusAt }, index)}
    </Fragment>
  );
  return (
    // The keys move the focus between the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={scroller} {...marker} className={className} onKeyDown={onKeyDown}>
      <Frame value={{ label, className: listClassName, count: items.length }}>
        {whole ? (
          <List style={AS_IT_IS}>
            {items.map((item, index) => (
              <ListItem key={keyOf(item)} index={index} style={AS_IT_IS}>
                {draw(item, index)}
              </ListItem>
            ))}
          </List>
        ) : (
          <Virtualizer
            ref={list}
            scrollRef={scroller}
            data={items}
            as={List}
            item={ListItem}
            bufferSize={buffer}
            itemSize={itemHeight}
            keepMounted={[focusAt]}
          >
            {draw}
          </Virtualizer>
        )}
      </Frame>
    </div>
  );
}
