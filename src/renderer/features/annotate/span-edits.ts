import {
  clashingAttributes,
  mergeAnnotations,
  splitAnnotation,
} from '../../../core/log/split-merge.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Span } from '../../../core/model/span.ts';
import {
  addPart,
  partAt,
  removePart,
  removeWords,
  splitSpans,
  toSentences,
} from '../../../core/text/parts.ts';
import { commit } from '../../state/desk.ts';
import { announce, select, useProject } from '../../state/project.ts';
import { deskText } from './desk-text.ts';
import { changeSpans, isReadOnly, selectedAnnotation, selectedParts } from './edits.ts';
import { newAnnotationId } from './new-id.ts';
import { labelOf, shortQuote } from './words.ts';

const get = useProject.getState;

/** What an edit of spans is about. */
interface Subject {
  readonly annotation: Annotation;
  readonly text: string;
}

/** The selected annotation, where it may be changed; says why not. */
function subject(): Subject | undefined {
  const annotation = selectedAnnotation();
  const text = get().article?.text;
  if (annotation === undefined || text === undefined) {
    announce('Select an annotation first.');
    return undefined;
  }
  return isReadOnly() ? undefined : { annotation, text };
}

/** Makes what is selected in the text a part of the selected annotation. */
export function addSelectedPart(): void {
  const on = subject();
  if (on === undefined) return;
  const parts = selectedParts();
  if (parts.length === 0) {
    announce('Select the words to add, then press this key again.');
    return;
  }
  const { annotation, text } = on;
  const before = annotation.anchor.spans;
  const spans = parts.reduce((all, part) => addPart(text, all, part), before);
  deskText()?.clearSelection();
  if (String(spans) === String(before)) announce('These words are in the annotation already.');
  else changeSpans(annotation, spans, 'Words added');
}

const ALL_WORDS = 'These are all its words. Remove the annotation instead.';

/** Takes a part by its place in the annotation away. */
export function dropPart(annotation: Annotation, index: number): void {
  if (isReadOnly()) return;
  const spans = removePart(annotation.anchor.spans, index);
  if (spans === undefined) announce(ALL_WORDS);
  else changeSpans(annotation, spans, 'Part removed');
}

/** Takes what is selected out of the selected annotation; without that, the part at the caret. */
export function removeSelectedPart(): void {
  const on = subject();
  if (on === undefined) return;
  const { annotation, text } = on;
  const { spans } = annotation.anchor;
  const gone = selectedParts();
  const caret = deskText()?.caret();
  if (gone.length === 0) {
    const index = caret === undefined ? -1 : partAt(spans, caret);
    if (index === -1) announce('Put the caret into a part, or select the words to take away.');
    else dropPart(annotation, index);
    return;
  }
  const left = gone.reduce<readonly Span[] | undefined>(
    (all, part) => (all === undefined ? undefined : removeWords(text, all, part)),
    spans,
  );
  if (left === undefined) announce(ALL_WORDS);
  else if (String(left) === String(spans)) announce('These words are not in the annotation.');
  else {
    deskText()?.clearSelection();
    changeSpans(annotation, left, 'Words removed');
  }
}

/** Where the selected annotation is cut: at the ends of what is selected, or at the caret. */
function cuts(): readonly number[] {
  const selection = deskText()?.selection();
  const caret = deskText()?.caret();
  return selection ?? (caret === undefined ? [] : [caret]);
}

/** Makes two annotations of the selected one, or three around what is selected in it. */
export function splitSelected(): void {
  const on = subject();
  if (on === undefined) return;
  const { annotation, text } = on;
  const pieces = splitSpans(text, annotation.anchor.spans, cuts());
  if (pieces.length < 2) {
    announce('Put the caret where the annotation is to be split.');
    return;
  }
  const ids = pieces.slice(1).map(newAnnotationId);
  const now = new Date().toISOString();
  const drafts = splitAnnotation(text, annotation, { pieces, ids }, now);
  if (!drafts.ok) return;
  deskText()?.clearSelection();
  commit(`Split ${shortQuote(annotation)}`, drafts.value);
  announce(`Split into ${String(pieces.length)} annotations.`);
}

function holds({ anchor }: Annotation, offset: number): boolean {
  return anchor.spans.some(([start, end]) => start <= offset && offset <= end);
}

/** The one to merge with: under the caret or what is selected, else the next of the same label. */
function partnerOf(annotation: Annotation): Annotation | undefined {
  const all = get().article?.annotations ?? [];
  const alike = all.filter((one) => one.label === annotation.label && one.id !== annotation.id);
  const places = cuts();
  const after = all.indexOf(annotation);
  return (
    alike.find((one) => places.some((offset) => holds(one, offset))) ??
    alike.find((one) => all.indexOf(one) > after)
  );
}

/** Makes one annotation of the selected one and another of its label. */
export function mergeSelected(): void {
  const on = subject();
  const { article, labels } = get();
  if (on === undefined || article === undefined) return;
  const { annotation: keep, text } = on;
  const gone = partnerOf(keep);
  const { name } = labelOf(labels, keep);
  if (gone === undefined) {
    announce(`There is no further ${name} to merge with.`);
    return;
  }
  const drafts = mergeAnnotations(text, article, { keep, gone }, new Date().toISOString());
  if (!drafts.ok) return;
  const clashes = clashingAttributes(keep, gone).length;
  deskText()?.clearSelection();
  commit(`Merge ${shortQuote(keep)} and ${shortQuote(gone)}`, drafts.value);
  select(keep.id);
  const kept =
    clashes === 0 ? '' : ` ${String(clashes)} attributes differed: the first kept its own.`;
  announce(`Merged with ${shortQuote(gone)}.${kept}`);
}

/** Lets the selected annotation reach from the start of its sentence to the end. */
export function extendToSentence(): void {
  const on = subject();
  if (on === undefined) return;
  const { annotation, text } = on;
  const spans = toSentences(text, annotation.anchor.spans);
  if (String(spans) === String(annotation.anchor.spans))
    announce('It is a whole sentence already.');
  else changeSpans(annotation, spans, 'Extended to the sentence');
}
