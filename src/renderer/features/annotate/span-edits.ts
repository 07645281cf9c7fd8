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
import { inEnglish, t } from '../../words/words.ts';
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
    announce(() => t('marking.selectAnnotation'));
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
    announce(() => t('marking.selectToAdd'));
    return;
  }
  const { annotation, text } = on;
  const before = annotation.anchor.spans;
  const spans = parts.reduce((all, part) => addPart(text, all, part), before);
  deskText()?.clearSelection();
  if (String(spans) === String(before)) announce(() => t('marking.inAlready'));
  else changeSpans(annotation, spans, 'wordsAdded');
}

/** Takes a part by its place in the annotation away. */
export function dropPart(annotation: Annotation, index: number): void {
  if (isReadOnly()) return;
  const spans = removePart(annotation.anchor.spans, index);
  if (spans === undefined) announce(() => t('marking.allItsWords'));
  else changeSpans(annotation, spans, 'partRemoved');
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
    if (index === -1) announce(() => t('marking.caretOrWords'));
    else dropPart(annotation, index);
    return;
  }
  const left = gone.reduce<readonly Span[] | undefined>(
    (all, part) => (all === undefined ? undefined : removeWords(text, all, part)),
    spans,
  );
  if (left === undefined) announce(() => t('marking.allItsWords'));
  else if (String(left) === String(spans)) announce(() => t('marking.notIn'));
  else {
    deskText()?.clearSelection();
    changeSpans(annotation, left, 'wordsRemoved');
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
    announce(() => t('marking.caretToSplit'));
    return;
  }
  const ids = pieces.slice(1).map(newAnnotationId);
  const now = new Date().toISOString();
  const drafts = splitAnnotation(text, annotation, { pieces, ids }, now);
  if (!drafts.ok) return;
  deskText()?.clearSelection();
  commit(inEnglish('edits.split', { quote: shortQuote(annotation) }), drafts.value);
  announce(() => t('marking.splitInto', { count: pieces.length }));
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
    announce(() => t('marking.noneToMerge', { label: name }));
    return;
  }
  const drafts = mergeAnnotations(text, article, { keep, gone }, new Date().toISOString());
  if (!drafts.ok) return;
  const clashes = clashingAttributes(keep, gone).length;
  deskText()?.clearSelection();
  commit(
    inEnglish('edits.merge', { quote: shortQuote(keep), other: shortQuote(gone) }),
    drafts.value,
  );
  select(keep.id);
  const quote = shortQuote(gone);
  announce(() =>
    clashes === 0
      ? t('marking.merged', { quote })
      : t('marking.mergedKept', { quote, count: clashes }),
  );
}

/** Lets the selected annotation reach from the start of its sentence to the end. */
export function extendToSentence(): void {
  const on = subject();
  if (on === undefined) return;
  const { annotation, text } = on;
  const spans = toSentences(text, annotation.anchor.spans);
  if (String(spans) === String(annotation.anchor.spans)) announce(() => t('marking.wholeAlready'));
  else changeSpans(annotation, spans, 'extended');
}
