import { create } from 'zustand';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { RelationType } from '../../../core/model/codebook.ts';
import { announce, select, useProject } from '../../state/project.ts';
import { t } from '../../words/words.ts';
import { deskText } from './desk-text.ts';
import { edgeScroll } from './edge-scroll.ts';
import { isReadOnly } from './edits.ts';
import { whileHeld } from './held.ts';
import { relate, relationTypesInForce } from './relation-edits.ts';
import { type Verdict, verdictOn } from './relation-ends.ts';
import { labelOf, shortQuote } from './words.ts';

/** A place in the viewport, in CSS pixels. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** A relation that is being drawn by the pointer. */
export interface RelationDrag {
  readonly from: Annotation;
  /** Where its line begins and ends. */
  readonly start: Point;
  readonly end: Point;
  /** Of every annotation of the article, by its id. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** The annotation under the pointer. */
  readonly over: Annotation | undefined;
}

/** What waits for its type after the drop. */
export interface RelationChoice {
  readonly from: Annotation;
  readonly to: Annotation;
  readonly types: readonly RelationType[];
  readonly at: Point;
}

/** The relation that is being drawn, or the choice of its type after that. */
export const useRelationDrag = create<{
  readonly drag: RelationDrag | undefined;
  readonly choice: RelationChoice | undefined;
}>()(() => ({ drag: undefined, choice: undefined }));

const get = useRelationDrag.getState;

/** A press that moves less than this is a click, in CSS pixels. */
const LEAST_WAY = 5;

function annotationById(id: string | undefined): Annotation | undefined {
  return useProject.getState().article?.annotations.find((one) => one.id === id);
}

function itemOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-annotation="${CSS.escape(id)}"]`);
}

/** Ids of the annotations at a point: an item of the list, a chip, or marked words, innermost first. */
function idsAt({ x, y }: Point): readonly string[] {
  const element = document.elementFromPoint(x, y);
  const item = element?.closest<HTMLElement>('[data-annotation]')?.dataset['annotation'];
  const chip = element?.closest<HTMLElement>('[data-chip]')?.dataset['chip'];
  if (item !== undefined || chip !== undefined) return [item ?? chip ?? ''];
  return deskText()?.annotationsAt(x, y) ?? [];
}

/** Of several annotations at a point the innermost that a relation may lead to, else the innermost. */
function targetAt(point: Point, { from, verdicts }: RelationDrag): Annotation | undefined {
  const ids = idsAt(point);
  const others = ids.filter((id) => id !== from.id);
  const fitting = others.find((id) => verdicts.get(id)?.ok === true);
  return annotationById(fitting ?? others[0] ?? ids[0]);
}

/** Why a relation may not lead there, in words. */
export function refusalWords(from: Annotation, to: Annotation, verdict: Verdict): string {
  const { labels } = useProject.getState();
  if (verdict.ok) return '';
  if (verdict.why === 'itself') return t('marking.toItself');
  if (verdict.why === 'linked') return t('marking.linkedAlready');
  const [a, b] = [labelOf(labels, from).name, labelOf(labels, to).name];
  return t('marking.noSuchRelation', { from: a, to: b });
}

/** Where the line begins now: the item it was drawn from, or the first words of the annotation. */
function startOf(from: Annotation, inList: boolean): Point | undefined {
  if (inList) {
    const box = itemOf(from.id)?.getBoundingClientRect();
    if (box !== undefined) return { x: box.left + 16, y: box.top + box.height / 2 };
  }
  const span = from.anchor.spans[0];
  const box = span === undefined ? undefined : deskText()?.boxesOf(span)[0];
  return box === undefined ? undefined : { x: box.left + 6, y: box.top };
}

function showTargets(drag: RelationDrag | undefined): void {
  const desk = deskText();
  if (drag === undefined) {
    desk?.showTargets(undefined);
    return;
  }
  const { from, over, verdicts } = drag;
  const { annotations = [] } = useProject.getState().article ?? {};
  desk?.showTargets({
    fitting: annotations
      .filter(({ id }) => verdicts.get(id)?.ok === true)
      .flatMap(({ anchor }) => anchor.spans),
    over: over === undefined || over === from ? [] : over.anchor.spans,
    refused: over !== undefined && verdicts.get(over.id)?.ok !== true,
  });
}

/** Scrolls what the pointer is at the edge of; answers whether it moved. */
function scrollAt({ x, y }: Point): boolean {
  const selectors = '[data-article-text], [data-annotations]';
  return [...document.querySelectorAll<HTMLElement>(selectors)].some((scroller) => {
    const { left, right, top, bottom } = scroller.getBoundingClientRect();
    if (x < left || x > right) return false;
    const isNear = y > top - 40 && y < bottom + 40;
    const before = scroller.scrollTop;
    if (isNear) scroller.scrollTop += edgeScroll(y, top, bottom);
    return scroller.scrollTop !== before;
  });
}

function begin(from: Annotation, point: Point, inList: boolean): RelationDrag | undefined {
  const { article } = useProject.getState();
  if (article === undefined || isReadOnly()) return undefined;
  const types = relationTypesInForce();
  const verdicts = new Map(
    article.annotations.map((to) => [to.id, verdictOn(from, to, types, article.relations)]),
  );
  if (![...verdicts.values()].some(({ ok }) => ok)) {
    announce(() => t('marking.noneToLink'));
    return undefined;
  }
  select(from.id);
  document.documentElement.dataset['linking'] = '';
  return { from, start: startOf(from, inList) ?? point, end: point, verdicts, over: undefined };
}

function drop({ from, over, verdicts, end }: RelationDrag): void {
  const verdict = over === undefined ? undefined : verdicts.get(over.id);
  if (over === undefined || verdict === undefined || over === from) return;
  if (!verdict.ok) {
    announce(() => t('marking.notLinked', { why: refusalWords(from, over, verdict) }));
    return;
  }
  const [only, more] = verdict.types;
  if (only !== undefined && more === undefined) relate(from, over, only);
  else {
    announce(() =>
      t('marking.chooseType', { from: shortQuote(from, 30), to: shortQuote(over, 30) }),
    );
    useRelationDrag.setState({ choice: { from, to: over, types: verdict.types, at: end } });
  }
}

/** Draws the line until the button is let go; returns how to call it off. */
function follow(first: RelationDrag, inList: boolean): (keep: boolean) => void {
  let frame = 0;
  useRelationDrag.setState({ drag: first, choice: undefined });
  showTargets(first);
  const draw = (): void => {
    const { drag } = get();
    if (drag === undefined) return;
    const scrolled = scrollAt(drag.end);
    const over = targetAt(drag.end, drag);
    const next = { ...drag, over, start: startOf(drag.from, inList) ?? drag.start };
    if (scrolled || over !== drag.over) showTargets(next);
    useRelationDrag.setState({ drag: next });
    frame = requestAnimationFrame(draw);
  };
  frame = requestAnimationFrame(draw);
  return (keep) => {
    cancelAnimationFrame(frame);
    const { drag } = get();
    delete document.documentElement.dataset['linking'];
    showTargets(undefined);
    useRelationDrag.setState({ drag: undefined });
    if (keep && drag !== undefined) drop({ ...drag, over: targetAt(drag.end, drag) });
  };
}

/**
 * A press on what stands for an annotation: a click where the pointer stays, a relation drawn from
 * it where it moves. Escape calls it off.
 * @returns how to call it off
 */
export function pressForRelation(id: string, event: MouseEvent, click: () => void): () => void {
  const from = annotationById(id);
  const inList = event.target instanceof Element && event.target.closest('[data-chip]') === null;
  const pressed = { x: event.clientX, y: event.clientY };
  let finish: ((keep: boolean) => void) | undefined;
  let refused = false;
  const stop = whileHeld(
    ({ clientX: x, clientY: y }) => {
      const { drag } = get();
      if (finish !== undefined && drag !== undefined) {
        useRelationDrag.setState({ drag: { ...drag, end: { x, y } } });
        return;
      }
      const isFar = Math.hypot(x - pressed.x, y - pressed.y) >= LEAST_WAY;
      if (from === undefined || refused || !isFar) return;
      const begun = begin(from, { x, y }, inList);
      if (begun === undefined) refused = true;
      else finish = follow(begun, inList);
    },
    (end) => {
      if (finish !== undefined) finish(end !== undefined);
      else if (end !== undefined && !refused) click();
    },
  );
  return () => {
    stop();
    finish?.(false);
  };
}

/** Closes the choice of a type without a relation. */
export function leaveChoice(): void {
  useRelationDrag.setState({ choice: undefined });
  deskText()?.focus();
}
