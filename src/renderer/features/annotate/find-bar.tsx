import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect } from 'react';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { closeFind, search, stepFind, useFind } from './find.ts';
import styles from './find-bar.module.css';

/** Looks for words in the open article. */
export function FindBar() {
  const open = useFind((state) => state.open);
  return open ? <OpenBar /> : null;
}

function OpenBar() {
  const { query, matchCase, wholeWord } = useFind();
  const text = useProject((state) => state.article?.text);
  useEffect(() => {
    if (text !== undefined) search();
  }, [text]);
  useEffect(() => () => useFind.setState({ open: false, spans: [], at: -1 }), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') closeFind();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
      stepFind(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  }

  return (
    // The keys are those of the field and its buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="search"
      aria-label="Find in the article"
      data-find
      className={styles['bar']}
      onKeyDown={onKeyDown}
    >
      <TextInput
        aria-label="Find in the article"
        placeholder="Find in the article"
        dir="auto"
        spellCheck={false}
        className={styles['field']}
        value={query}
        onChange={(event) => search({ query: event.target.value })}
      />
      <Count />
      <IconButton
        icon={ArrowUp}
        label="Previous place"
        keys="Shift+Enter"
        onClick={() => stepFind(-1)}
      />
      <IconButton icon={ArrowDown} label="Next place" keys="Enter" onClick={() => stepFind(1)} />
      <Button
        look="quiet"
        aria-pressed={matchCase}
        className={styles['way']}
        onClick={() => search({ matchCase: !matchCase })}
      >
        Match case
      </Button>
      <Button
        look="quiet"
        aria-pressed={wholeWord}
        className={styles['way']}
        onClick={() => search({ wholeWord: !wholeWord })}
      >
        Whole words
      </Button>
      <IconButton
        icon={X}
        label="Close the search"
        keys="Escape"
        className={styles['close']}
        onClick={closeFind}
      />
    </div>
  );
}

function Count() {
  const { query, spans, at, more } = useFind();
  const whole = `${spans.length.toLocaleString('en')}${more ? ' and more' : ''}`;
  const found = spans.length === 0 ? 'Not found' : `${(at + 1).toLocaleString('en')} of ${whole}`;
  return (
    <output aria-label="Places found" className={styles['count']}>
      {query.trim() === '' ? '' : found}
    </output>
  );
}
