import {
  type AnnotationEdit,
  addAnnotation,
  editAnnotation,
} from '../../../core/log/annotation-ops.ts';
import { removeAnnotations } from '../../../core/log/remove-annotations.ts';
import type { Annotation, Confidence } from '../../../core/model/annotation.ts';
import type { Label } from '../../../core/model/codebook.ts';
import type { Span } from '../../../core/model/span.ts';
import { describeAnchor } from '../../../core/text/anchor.ts';
import { snapSpan } from '../../../core/text/snap.ts';
import { commit } from '../../state/desk.ts';
import { announce, select, useProject } from '../../state/project.ts';
import { useSettings } from '../../state/settings.ts';
import { inEnglish, t } from '../../words/words.ts';
import { deskText } from './desk-text.ts';
import { newAnnotationId } from './new-id.ts';
import { visibleParts } from './visible-parts.ts';
import { isPlace, labelOf, shortQuote } from './words.ts';

const get = useProject.getState;

/** The selected annotation. */
export function selectedAnnotation(): Annotation | undefined {
  const { article, selected } = get();
  return selected === undefined
    ? undefined
    : article?.annotations.find(({ id }) => id === selected);
}

/** True where nothing may be written; says so. */
export function isReadOnly(): boolean {
  const { project, rows, articleId } = get();
  if (project?.readOnly === true) {
    announce(() => t('marking.readOnly'));
    return true;
  }
  if (rows.find((row) => row.article.id === articleId)?.state !== 'submitted') return false;
  announce(() => t('marking.submitted'), 'polite', articleId, {
    get words() {
      return t('marking.takeBack');
    },
    command: 'article.takeBack',
  });
  return true;
}

function edit(annotation: Annotation, change: AnnotationEdit, words: string): void {
  commit(words, [editAnnotation(annotation, change, new Date().toISOString())]);
}

/** The spans that what is selected in the text stands for: snapped, without what is folded away. */
export function selectedParts(): readonly Span[] {
  const text = get().article?.text;
  const desk = deskText();
  const selection = desk?.selection();
  if (text === undefined || desk === undefined || selection === undefined) return [];
  const span = snapSpan(text, selection, useSettings.getState().snap);
  return span === undefined ? [] : visibleParts(text, span, desk.foldedAt);
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((one, i) => one[0] === b[i]?.[0] && one[1] === b[i]?.[1]);
}

/** Makes an annotation at an anchor, and selects it. */
function create(label: Label, anchor: Annotation['anchor']): void {
  const { project, article } = get();
  if (project === undefined || article === undefined) return;
  const now = new Date().toISOString();
  const annotation: Annotation = {
    id: newAnnotationId(),
    articleId: article.articleId,
    analyst: project.me.id,
    label: label.id,
    anchor,
    attributes: {},
    note: '',
    origin: { kind: 'manual' },
    codebookVersion: project.codebook.version,
    createdAt: now,
    updatedAt: now,
  };
  commit(`${label.name} ${shortQuote(annotation)}`, [addAnnotation(annotation)]);
  select(annotation.id);
  announce(() => t('marking.done', { label: label.name, quote: shortQuote(annotation) }));
}

/** Makes a second annotation of the label and the words of the selected one, which says nothing yet. */
export function addAgain(): void {
  const annotation = selectedAnnotation();
  const label = get().labels.find(({ id }) => id === annotation?.label);
  if (annotation === undefined || label === undefined || isReadOnly()) return;
  create(label, annotation.anchor);
}

/** Makes an annotation of spans of the text. */
function add(label: Label, parts: readonly Span[]): void {
  const { article } = get();
  if (article === undefined) return;
  const anchor = parts.length === 0 ? undefined : describeAnchor(article.text, parts);
  if (anchor?.ok !== true) {
    announce(() => t('marking.onlyBlanks'));
    return;
  }
  const { spans } = anchor.value;
  const twin = article.annotations.find(
    (one) => one.label === label.id && sameSpans(one.anchor.spans, spans),
  );
  deskText()?.clearSelection();
  if (twin !== undefined) {
    select(twin.id);
    announce(() => t('annotate.twin', { name: label.name }), 'polite', article.articleId, {
      get words() {
        return t('annotate.again');
      },
      command: 'annotation.again',
    });
    return;
  }
  create(label, anchor.value);
}

/** Gives an annotation another label. */
export function relabel(annotation: Annotation, label: Label): void {
  if (isReadOnly()) return;
  if (annotation.label === label.id) {
    announce(() => t('marking.already', { label: label.name }));
    return;
  }
  if (isPlace(annotation) && !label.zeroWidth) {
    announce(() => t('marking.needsWords', { label: label.name }));
    return;
  }
  edit(
    annotation,
    { label: label.id },
    inEnglish('edits.relabel', {
      label: label.name,
      before: labelOf(get().labels, annotation).name,
    }),
  );
  announce(() => t('marking.done', { label: label.name, quote: shortQuote(annotation) }));
}

/** Where a label that needs no words is put: at the caret, while it is in the text. */
function placeFor(label: Label): Span | undefined {
  const desk = deskText();
  const caret = label.zeroWidth && desk?.hasFocus() === true ? desk.caret() : undefined;
  return caret === undefined ? undefined : [caret, caret];
}

/**
 * Marks what is selected in the text; without that, relabels the selected annotation; without that
 * too, marks the place of the caret where the label needs no words.
 */
export function applyLabel(label: Label): void {
  if (isReadOnly()) return;
  const annotation = selectedAnnotation();
  const place = placeFor(label);
  if (deskText()?.selection() !== undefined) add(label, selectedParts());
  else if (annotation !== undefined) relabel(annotation, label);
  else if (place !== undefined) add(label, [place]);
  else announce(() => t('marking.selectWords'));
}

/** What changing the spans of an annotation is called. */
export type SpanChange =
  | 'startMoved'
  | 'endMoved'
  | 'wordsAdded'
  | 'partRemoved'
  | 'wordsRemoved'
  | 'extended';

/** Gives an annotation other spans. */
export function changeSpans(
  annotation: Annotation,
  spans: readonly Span[],
  change: SpanChange,
): void {
  if (isReadOnly()) return;
  const text = get().article?.text;
  if (text === undefined || sameSpans(spans, annotation.anchor.spans)) return;
  const anchor = describeAnchor(text, spans);
  if (!anchor.ok) return;
  edit(
    annotation,
    { anchor: anchor.value },
    inEnglish(`edits.${change}`, { quote: shortQuote(annotation) }),
  );
  const quote = shortQuote({ anchor: anchor.value }, 90);
  announce(() => t(`marking.${change}`, { quote }));
}

/** Writes the note of an annotation. */
export function changeNote(annotation: Annotation, note: string): void {
  if (note === annotation.note || isReadOnly()) return;
  edit(annotation, { note }, inEnglish('edits.note', { quote: shortQuote(annotation) }));
}

const CONFIDENCE = {
  low: 'confidenceLow',
  medium: 'confidenceMedium',
  high: 'confidenceHigh',
  none: 'noConfidence',
} as const satisfies Record<Confidence | 'none', string>;

/** Says how sure one is of an annotation, or takes back that anything was said. */
export function changeConfidence(annotation: Annotation, confidence: Confidence | null): void {
  if (confidence === (annotation.confidence ?? null) || isReadOnly()) return;
  const name = CONFIDENCE[confidence ?? 'none'];
  const quote = shortQuote(annotation);
  edit(annotation, { confidence }, inEnglish(`edits.${name}`, { quote }));
  announce(() => t(`marking.${name}`, { quote }));
}

/** Removes an annotation. */
export function remove(annotation: Annotation): void {
  if (isReadOnly()) return;
  const { name } = labelOf(get().labels, annotation);
  const { article } = get();
  if (article === undefined) return;
  const layer = { ...article, analyst: annotation.analyst };
  const drafts = removeAnnotations(layer, new Set([annotation.id]), new Date().toISOString());
  commit(inEnglish('edits.remove', { label: name, quote: shortQuote(annotation) }), drafts);
  select(undefined);
  announce(() => t('marking.removed', { label: name, quote: shortQuote(annotation) }));
}
