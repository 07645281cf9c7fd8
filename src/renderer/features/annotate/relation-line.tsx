import { Ban } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useProject } from '../../state/project.ts';
import { t } from '../../words/words.ts';
import {
  leaveChoice,
  type RelationChoice,
  type RelationDrag,
  refusalWords,
  useRelationDrag,
} from './relation-drag.ts';
import styles from './relation-line.module.css';
import { TypePicker } from './relation-picker.tsx';
import { shortQuote } from './words.ts';

/** The line of a relation that is being drawn, and the choice of its type after the drop. */
export function RelationLine() {
  const drag = useRelationDrag((state) => state.drag);
  const choice = useRelationDrag((state) => state.choice);
  if (drag !== undefined) return createPortal(<Line drag={drag} />, document.body);
  return choice === undefined ? null : createPortal(<Choice choice={choice} />, document.body);
}

/** Width and height of what stands at the pointer, at most, in CSS pixels. */
const WIDTH = 280;
const HEIGHT = 300;

function Line({ drag }: { readonly drag: RelationDrag }) {
  const { from, start, end, over, verdicts } = drag;
  const verdict = over === undefined ? undefined : verdicts.get(over.id);
  const refused = verdict?.ok === false;
  const words =
    over === undefined || verdict === undefined
      ? t('annotate.dropOnAnother')
      : verdict.ok
        ? verdict.types.map(({ name }) => name).join(' · ')
        : refusalWords(from, over, verdict);
  const isRight = end.x > window.innerWidth - WIDTH - 24;
  const place = isRight ? { right: window.innerWidth - end.x + 14 } : { left: end.x + 14 };
  return (
    <div aria-hidden data-relation-line={refused ? 'refused' : verdict?.ok === true ? 'fits' : ''}>
      <svg className={styles['line']}>
        <defs>
          <marker
            id="drawn-head"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0,0 L8,4 L0,8 z" />
          </marker>
        </defs>
        <circle cx={start.x} cy={start.y} r={4} />
        <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} markerEnd="url(#drawn-head)" />
      </svg>
      <p className={styles['tip']} style={{ ...place, top: end.y + 14 }}>
        {refused ? <Ban size={13} strokeWidth={1.8} aria-hidden /> : null}
        {words}
      </p>
    </div>
  );
}

function Choice({ choice }: { readonly choice: RelationChoice }) {
  const { from, to, types, at } = choice;
  const box = useRef<HTMLDivElement>(null);
  const relations = useProject((state) => state.article?.relations);
  const before = useRef(relations);
  useEffect(() => {
    // Done, undone or changed elsewhere: the question is over.
    if (relations !== before.current) useRelationDrag.setState({ choice: undefined });
  }, [relations]);
  useEffect(() => {
    const onMouseDown = ({ target }: MouseEvent): void => {
      if (target instanceof Node && box.current?.contains(target) !== true) {
        useRelationDrag.setState({ choice: undefined });
      }
    };
    window.addEventListener('mousedown', onMouseDown, { capture: true });
    return () => window.removeEventListener('mousedown', onMouseDown, { capture: true });
  }, []);
  const left = Math.max(8, Math.min(at.x, window.innerWidth - WIDTH - 8));
  const top = Math.max(8, Math.min(at.y, window.innerHeight - HEIGHT - 8));
  return (
    <div ref={box} className={styles['choice']} style={{ left, top }}>
      <p className={styles['ends']} dir="auto">
        {`${shortQuote(from, 32)} → ${shortQuote(to, 32)}`}
      </p>
      <TypePicker from={from} to={to} types={types} onLeave={leaveChoice} />
    </div>
  );
}
