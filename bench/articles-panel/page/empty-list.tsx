import { useMemo, useRef } from 'react';
import { Virtualizer } from 'virtua';

/** The room a list has. */
export const FRAME = { height: '800px', inlineSize: '272px' };

const ROW_HEIGHT = 70;
const BUFFER = 280;

/** A virtual list with nothing in its rows: nothing that shows rows can be smoother. */
export function EmptyList({ count }: { readonly count: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => Array.from({ length: count }, (_, at) => at), [count]);
  return (
    <div ref={scroller} id="empty" style={{ ...FRAME, overflow: 'hidden auto' }}>
      <Virtualizer scrollRef={scroller} itemSize={ROW_HEIGHT} bufferSize={BUFFER} data={rows}>
        {(at) => <div key={at} style={{ height: `${String(ROW_HEIGHT)}px` }} />}
      </Virtualizer>
    </div>
  );
}
