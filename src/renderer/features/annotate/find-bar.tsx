import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect } from 'react';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { t } from '../../words/words.ts';
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
      aria-label={t('annotate.find')}
      data-find
      className={styles['bar']}
      onKeyDown={onKeyDown}
    >
      <TextInput
        aria-label={t('annotate.find')}
        placeholder={t('annotate.find')}
        dir="auto"
        spellCheck={false}
        className={styles['field']}
        value={query}
        onChange={(event) => search({ query: event.target.value })}
      />
      <Count />
      <IconButton
        icon={ArrowUp}
        label={t('annotate.previousPlace')}
        keys="Shift+Enter"
        onClick={() => stepFind(-1)}
      />
      <IconButton
        icon={ArrowDown}
        label={t('annotate.nextPlace')}
        keys="Enter"
        onClick={() => stepFind(1)}
      />
      <Button
        look="quiet"
        aria-pressed={matchCase}
        className={styles['way']}
        onClick={() => search({ matchCase: !matchCase })}
      >
        {t('annotate.matchCase')}
      </Button>
      <Button
        look="quiet"
        aria-pressed={wholeWord}
        className={styles['way']}
        onClick={() => search({ wholeWord: !wholeWord })}
      >
        {t('annotate.takeWords')}
      </Button>
      <IconButton
        icon={X}
        label={t('annotate.closeSearch')}
        keys="Escape"
        className={styles['close']}
        onClick={closeFind}
      />
    </div>
  );
}

function Count() {
  const { query, spans, at, more } = useFind();
  const key = more ? 'annotate.foundOfMore' : 'annotate.foundOf';
  const found =
    spans.length === 0 ? t('annotate.notFound') : t(key, { at: at + 1, total: spans.length });
  return (
    <output aria-label={t('annotate.placesFound')} className={styles['count']}>
      {query.trim() === '' ? '' : found}
    </output>
  );
}
