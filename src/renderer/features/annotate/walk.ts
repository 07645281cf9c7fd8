import type { Annotation } from '../../../core/model/annotation.ts';
import { announce, select, useProject } from '../../state/project.ts';
import { t } from '../../words/words.ts';
import { deskText } from './desk-text.ts';
import { labelOf, shortQuote } from './words.ts';

const get = useProject.getState;

/**
 * The annotation to go to from the selected one, in reading order; the selected one itself at either
 * end. With nothing selected: the first one from what is in sight on, or the last one before it.
 * @param from offset of the first words in sight
 */
export function neighbourOf(
  annotations: readonly Annotation[],
  selected: string | undefined,
  step: 1 | -1,
  from: number,
): Annotation | undefined {
  const at = annotations.findIndex((one) => one.id === selected);
  if (at !== -1) return annotations[at + step] ?? annotations[at];
  const startOf = (one: Annotation): number => one.anchor.spans[0]?.[0] ?? 0;
  return step === 1
    ? (annotations.find((one) => startOf(one) >= from) ?? annotations[0])
    : (annotations.findLast((one) => startOf(one) < from) ?? annotations.at(-1));
}

function isOver(a: Annotation, b: Annotation): boolean {
  return a.anchor.spans.some(([s, e]) => b.anchor.spans.some(([t, f]) => s < f && t < e));
}

/** Selects an annotation and brings it into sight; says what it is. */
export function goTo(annotation: Annotation): void {
  const { article, labels } = get();
  const annotations = article?.annotations ?? [];
  const span = annotation.anchor.spans[0];
  const text = deskText();
  text?.clearSelection();
  select(annotation.id);
  if (span !== undefined) text?.reveal(span);
  const at = annotations.indexOf(annotation) + 1;
  const over = annotations.filter((one) => one !== annotation && isOver(one, annotation)).length;
  const place = {
    label: labelOf(labels, annotation).name,
    at,
    total: annotations.length,
    quote: shortQuote(annotation),
  };
  announce(
    over === 0 ? t('annotate.walkPlace', place) : t('annotate.walkPlaceMore', { ...place, over }),
  );
}

/** The focus goes along: in the list to the item, else into the text. */
function followWithFocus(annotation: Annotation, inList: boolean): void {
  if (inList) {
    focusItem(annotation.id);
    return;
  }
  const start = annotation.anchor.spans[0]?.[0];
  deskText()?.focus();
  if (start !== undefined) deskText()?.placeCaret(start);
}

/** Goes to the next or previous annotation. */
export function walk(step: 1 | -1): void {
  const { article, selected } = get();
  const from = deskText()?.firstInSight() ?? 0;
  const next = neighbourOf(article?.annotations ?? [], selected, step, from);
  if (next === undefined) {
    announce(() => t('annotate.noneYet'));
    return;
  }
  const list = document.activeElement?.closest('[data-annotations]') ?? null;
  goTo(next);
  followWithFocus(next, list !== null);
}

/** Focuses an annotation's item in the list, once it is in the page. */
export function focusItem(id: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-annotation="${CSS.escape(id)}"]`)?.focus();
  });
}

/** Goes from the selected annotation to the next one on the same words, outwards and around. */
export function cycleStack(): void {
  const { article, selected } = get();
  const annotations = article?.annotations ?? [];
  const picked = annotations.find((one) => one.id === selected);
  const at = deskText()?.caret() ?? picked?.anchor.spans[0]?.[0];
  if (at === undefined) return;
  const length = (one: Annotation): number =>
    one.anchor.spans.reduce((sum, [start, end]) => sum + end - start, 0);
  const stack = annotations
    .filter((one) =>
      one.anchor.spans.some(([start, end]) => start <= at && (at < end || start === end)),
    )
    .toSorted((a, b) => length(a) - length(b));
  const next = stack[(stack.findIndex((one) => one.id === selected) + 1) % stack.length];
  if (next === undefined) announce(() => t('annotate.noneAtCaret'));
  else goTo(next);
}
