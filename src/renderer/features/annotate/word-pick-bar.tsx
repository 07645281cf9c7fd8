import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useProject } from '../../state/project.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Sentence } from '../../words/sentence.tsx';
import { t } from '../../words/words.ts';
import {
  closeWordPick,
  dropWordPick,
  markFound,
  marksFound,
  nextPlace,
  typeLetters,
  useWordPick,
} from './word-pick.ts';
import styles from './word-pick-bar.module.css';

/** Selects words by their first letters, over the foot of the text. */
export function WordPickBar() {
  const open = useWordPick((state) => state.open);
  return open ? <OpenBar /> : null;
}

function OpenBar() {
  const { typed, span } = useWordPick();
  const text = useProject((state) => state.article?.text ?? '');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    return dropWordPick;
  }, []);
  const found = span === undefined ? '' : text.slice(...span).replaceAll(/\s+/gu, ' ');

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') closeWordPick(false);
    else if (event.key === 'Enter') closeWordPick(true);
    else if (event.key === 'ArrowDown') nextPlace();
    else if (marksFound(event.key)) markFound(event.key);
    else return;
    event.preventDefault();
  }

  return (
    <div role="search" aria-label={t('annotate.selectByLetters')} className={styles['bar']}>
      <TextInput
        ref={field}
        aria-label={t('annotate.lettersLabel')}
        placeholder={t('annotate.lettersHint')}
        dir="auto"
        className={styles['field']}
        value={typed}
        onChange={(event) => typeLetters(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={dropWordPick}
      />
      <output aria-label={t('annotate.selectedByLetters')} className={styles['found']} dir="auto">
        {typed.trim() !== '' && found === '' ? t('annotate.nothingBegins') : found}
      </output>
      <span className={styles['keys']} aria-hidden>
        <Sentence
          of="annotate.letterKeys"
          values={{
            comma: <KeyHint keys="," />,
            stop: <KeyHint keys="." />,
            down: <KeyHint keys="ArrowDown" />,
            enter: <KeyHint keys="Enter" />,
          }}
        />
      </span>
    </div>
  );
}
