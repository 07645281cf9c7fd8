import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { actorsIn } from '../../../core/log/attribute-value.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { ActorReference } from '../../../core/model/attribute.ts';
import { lineAt } from '../../../core/text/lines.ts';
import { announce, useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { listTarget } from '../../ui/list-keys.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { t } from '../../words/words.ts';
import {
  knownActors,
  namesIn,
  type OfferedActor,
  offeredActors,
  withActor,
  withNames,
  withoutActor,
  wordsByLetters,
} from './attribute-actors.ts';
import { attributesInForce } from './attribute-edits.ts';
import styles from './attribute-form.module.css';
import type { TextFieldProps } from './attribute-text.tsx';
import { valueWords } from './attribute-words.ts';
import { deskText } from './desk-text.ts';
import { selectedParts } from './edits.ts';

/** Actors: those marked in the article and those named before, found as one types, or any words. */
export function ActorField(props: TextFieldProps) {
  const { attribute, value, readOnly, onValue } = props;
  const take = (actor: ActorReference): void => onValue(withActor(attribute, value, actor));
  return (
    <div className={styles['value']}>
      <ChosenActors {...props} />
      <ActorInput {...props} onTake={take} />
      <Button
        look="quiet"
        disabled={readOnly}
        aria-label={t('annotate.takeSelectedAs', { name: attribute.name })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          const text = useProject.getState().article?.text ?? '';
          const words = selectedParts().map(([start, end]) => text.slice(start, end));
          if (words.length > 0) take({ text: words.join(' … ') });
          else announce(() => t('annotate.selectFirst', { name: attribute.name }));
        }}
      >
        {t('annotate.takeSelected')}
      </Button>
    </div>
  );
}

function ChosenActors({ attribute, value, readOnly, onValue }: TextFieldProps) {
  const annotations = useProject((state) => state.article?.annotations) ?? [];
  const chosen = actorsIn(value);
  if (chosen.length === 0) return null;
  const words = chosen.map((one) => valueWords(attribute, [one] as never, annotations));
  return (
    <ul className={styles['actors']} aria-label={t('annotate.chosen', { name: attribute.name })}>
      {words.map((name, index) => (
        <li key={name} className={styles['actor']} dir="auto">
          <span>{name}</span>
          <IconButton
            icon={X}
            label={t('annotate.removeName', { name })}
            disabled={readOnly}
            onClick={() => onValue(withoutActor(value, index))}
          />
        </li>
      ))}
    </ul>
  );
}

interface ActorInputProps extends TextFieldProps {
  readonly onTake: (actor: ActorReference) => void;
}

/** The paragraph of the selected annotation. */
function paragraphHere(annotations: readonly Annotation[]): string {
  const { article, selected } = useProject.getState();
  const at = annotations.find(({ id }) => id === selected)?.anchor.spans[0]?.[0];
  if (article === undefined || at === undefined) return '';
  return article.text.slice(...lineAt(article.text, at));
}

/** Actors of the article, then what the paragraph of the selected annotation offers. */
function offeredHere(
  annotations: readonly Annotation[],
  typed: string,
  chosen: readonly ActorReference[],
): readonly OfferedActor[] {
  const paragraph = paragraphHere(annotations);
  const known = withNames(knownActors(annotations, attributesInForce()), namesIn(paragraph));
  const found = offeredActors(known, typed, chosen);
  return found.length > 0 ? found : wordsByLetters(paragraph, typed);
}

/** What is found, and last the letters as they are: a name may be the beginning of another one. */
function linesFor(typed: string, found: readonly OfferedActor[]): readonly OfferedActor[] {
  const name = typed.trim();
  if (name === '' || found.length === 0 || found.some((one) => one.name === name)) return found;
  return [...found, { name, hint: 'marking.asTyped', actor: { text: name } }];
}

/** What is typed, what that finds, and what a key does with it. */
function useActorList(props: ActorInputProps) {
  const { value, readOnly, offered, onValue, onNext, onTake } = props;
  const annotations = useProject((state) => state.article?.annotations) ?? [];
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const chosen = actorsIn(value);
  const found = open ? linesFor(typed, offeredHere(annotations, typed, chosen)) : [];

  function rest(): void {
    setTyped('');
    setAt(0);
    setOpen(false);
  }
  function take(actor: ActorReference): void {
    rest();
    onTake(actor);
  }
  function takeTyped(): void {
    const here = typed !== '' || at > 0 ? found[at] : undefined;
    if (here !== undefined) take(here.actor);
    else if (typed.trim() !== '') take({ text: typed.trim() });
    rest();
  }
  function type(words: string): void {
    setTyped(words);
    setAt(0);
    setOpen(true);
  }
  function dropLast(): boolean {
    if (typed !== '' || chosen.length === 0 || readOnly) return false;
    onValue(withoutActor(value, chosen.length - 1));
    return true;
  }
  /** Takes the name and goes on, or stays for another one. */
  function enter(stay: boolean): void {
    const here = open ? found[at] : undefined;
    if (here !== undefined) take(here.actor);
    else if (typed.trim() === '' && offered !== undefined) onValue(offered);
    else takeTyped();
    if (!stay) onNext();
  }
  /** Answers whether the key means something here. */
  function press(event: KeyboardEvent): boolean {
    if (event.key.startsWith('Arrow')) {
      const target = listTarget(event, at, found.length);
      if (target !== undefined) setAt(target);
      else if (event.key === 'ArrowDown') setOpen(true);
      return target !== undefined || event.key === 'ArrowDown';
    }
    if (event.key === 'Backspace') return dropLast();
    if (event.key === 'Enter') enter(event.shiftKey && props.attribute.multiple);
    else if (event.key === 'Escape') {
      rest();
      deskText()?.focus();
    } else return false;
    return true;
  }
  return { typed, at, found, chosen, take, takeTyped, type, press };
}

function ActorInput(props: ActorInputProps) {
  const { attribute, readOnly, offered } = props;
  const annotations = useProject((state) => state.article?.annotations) ?? [];
  const listId = useId();
  const list = useActorList(props);
  const isListed = list.found.length > 0;
  const free = list.chosen.length === 0 ? t('annotate.typeName') : t('annotate.oneMore');
  const placeholder =
    offered === undefined
      ? free
      : t('annotate.enterTakes', { name: valueWords(attribute, offered, annotations) });
  return (
    <div className={styles['combobox']}>
      <TextInput
        role="combobox"
        aria-label={attribute.name}
        aria-expanded={isListed}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isListed ? `${listId}-${String(list.at)}` : undefined}
        data-attribute={attribute.id}
        dir="auto"
        words
        readOnly={readOnly}
        placeholder={placeholder}
        title={attribute.multiple ? t('annotate.shiftEnter') : undefined}
        value={list.typed}
        onChange={(event) => list.type(event.target.value)}
        onKeyDown={(event) => {
          if (!event.nativeEvent.isComposing && list.press(event)) event.preventDefault();
        }}
        onBlur={list.takeTyped}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={attribute.name}
        hidden={!isListed}
        className={styles['found']}
      >
        {list.found.map((one, index) => (
          // The field has the focus and takes the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={`${one.hint} ${one.name}`}
            id={`${listId}-${String(index)}`}
            role="option"
            aria-selected={index === list.at}
            className={styles['line']}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => list.take(one.actor)}
          >
            <span dir="auto">{one.name}</span>
            <span className={styles['count']}>{t(one.hint)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
