import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Annotation } from '../../../core/model/annotation.ts';
import { useProject } from '../../state/project.ts';
import { listTarget } from '../../ui/list-keys.ts';
import { TextInput } from '../../ui/text-input.tsx';
import styles from './attribute-form.module.css';
import { endRelating, relate, relationTypesInForce } from './relation-edits.ts';
import { type Candidate, candidatesFrom } from './relation-ends.ts';
import { labelOf, quoteOf } from './words.ts';

interface Line {
  readonly key: string;
  readonly words: string;
  readonly hint: string;
  readonly take: () => void;
}

function fits(line: Line, typed: string): boolean {
  const wanted = typed.trim().toLocaleLowerCase();
  return `${line.hint} ${line.words}`.toLocaleLowerCase().includes(wanted);
}

/** Where the relation leads, found by typing; then its type, where more than one fits. */
export function RelationPicker({ from }: { readonly from: Annotation }) {
  const article = useProject((state) => state.article);
  const labels = useProject((state) => state.labels);
  const [to, setTo] = useState<Candidate>();
  if (article === undefined) return null;
  const { annotations, relations } = article;
  if (to !== undefined) {
    const lines = to.types.map((type, index) => ({
      key: type.id,
      words: type.name,
      hint: index < 9 ? String(index + 1) : '',
      take: () => relate(from, to.annotation, type),
    }));
    return <Lines key="type" label="Type of the relation" lines={lines} numbered />;
  }
  const found = candidatesFrom(from, annotations, relationTypesInForce(), relations);
  const lines = found.map((candidate) => ({
    key: candidate.annotation.id,
    words: quoteOf(candidate.annotation),
    hint: labelOf(labels, candidate.annotation).name,
    take() {
      const [only, more] = candidate.types;
      if (only !== undefined && more === undefined) relate(from, candidate.annotation, only);
      else setTo(candidate);
    },
  }));
  return <Lines key="end" label="Where the relation leads" lines={lines} />;
}

/** A field, and the lines that fit what is typed in it. */
function Lines(props: {
  readonly label: string;
  readonly lines: readonly Line[];
  /** A digit takes its line at once. */
  readonly numbered?: boolean;
}) {
  const { label, lines, numbered = false } = props;
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = lines.filter((line) => fits(line, typed));
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${listId}-${String(at)}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, at]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const target = event.key.startsWith('Arrow') ? listTarget(event, at, found.length) : undefined;
    const keyed = numbered
      ? lines.find(({ hint }) => hint !== '' && hint === event.key)
      : undefined;
    if (target !== undefined) setAt(target);
    else if (keyed !== undefined) keyed.take();
    else if (event.key === 'Enter') found[at]?.take();
    else if (event.key === 'Escape') endRelating();
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles['value']}>
      <TextInput
        ref={field}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? `${listId}-${String(at)}` : undefined}
        placeholder={label}
        dir="auto"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={label} className={styles['lines']}>
        {found.map((line, index) => (
          // The field has the focus and takes the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={line.key}
            id={`${listId}-${String(index)}`}
            role="option"
            aria-selected={index === at}
            className={styles['line']}
            onMouseDown={(event) => event.preventDefault()}
            onClick={line.take}
          >
            <span dir="auto">{line.words}</span>
            <span className={styles['count']}>{line.hint}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
