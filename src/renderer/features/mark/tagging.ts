import {
  addAnnotation,
  editAnnotation,
  removeAnnotation,
} from '../../../core/log/annotation-ops.ts';
import { editArticle } from '../../../core/log/project-ops.ts';
import type { Anchor, Annotation } from '../../../core/model/annotation.ts';
import type { Furniture } from '../../../core/model/article.ts';
import type { Label } from '../../../core/model/codebook.ts';
import type { Span } from '../../../core/model/span.ts';
import { describeAnchor } from '../../../core/text/anchor.ts';
import { trimBlank } from '../../../core/text/blanks.ts';
import { type CaretDirection, type CaretUnit, moveCaret } from '../../../core/text/caret.ts';
import { snapSpan } from '../../../core/text/snap.ts';
import { commit } from '../../state/desk.ts';
import { announce, select, useProject } from '../../state/project.ts';
import { useSettings } from '../../state/settings.ts';
import { selectText, useReader } from './reader-state.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `an_${[...bytes].map((byte) => ALPHABET[byte % 32] ?? 'a').join('')}`;
}

function now(): string {
  return new Date().toISOString();
}

/** A quote short enough for a line that is read out. */
export function shortQuote(annotation: Pick<Annotation, 'anchor'>): string {
  const words = annotation.anchor.quote.join(' … ').replaceAll(/\s+/gu, ' ');
  return words.length > 60 ? `${words.slice(0, 57)}…` : words;
}

/** The label of an annotation, also of one the codebook lost. */
export function labelName(labelId: string): string {
  return useProject.getState().labels.find((one) => one.id === labelId)?.name ?? labelId;
}

/** The selected annotation. */
export function selectedAnnotation(): Annotation | undefined {
  const { article, selected } = useProject.getState();
  return article?.annotations.find((one) => one.id === selected);
}

/** What the selection stands for, snapped as the setting says; `undefined` where nothing is selected. */
export function selectedSpan(): Span | undefined {
  const { article } = useProject.getState();
  const { selected } = useReader.getState();
  if (article === undefined || selected === undefined) return undefined;
  if (selected.anchor === selected.focus) return undefined;
  return snapSpan(article.text, [selected.anchor, selected.focus], useSettings.getState().snap);
}

function anchorOf(text: string, spans: readonly Span[]): Anchor | undefined {
  const described = describeAnchor(text, spans);
  if (described.ok) return described.value;
  announce('These words cannot be marked as they are.', 'problem');
  return undefined;
}

function tag(label: Label, span: Span): void {
  const { article, project } = useProject.getState();
  if (article === undefined || project === undefined) return;
  const anchor = anchorOf(article.text, [span]);
  if (anchor === undefined) return;
  const at = now();
  const annotation: Annotation = {
    id: newId(),
    articleId: article.articleId,
    analyst: project.me.id,
    label: label.id,
    anchor,
    attributes: {},
    note: '',
    origin: { kind: 'manual' },
    codebookVersion: project.codebook.version,
    createdAt: at,
    updatedAt: at,
  };
  commit(`Mark as ${label.name}`, [addAnnotation(annotation)]);
  selectText({ anchor: span[1], focus: span[1] });
  select(annotation.id);
  announce(`${label.name}: ${shortQuote(annotation)}`);
}

/** Gives an annotation another label. */
export function relabel(annotation: Annotation, label: Label): void {
  if (annotation.label === label.id) {
    announce(`This is ${label.name} already.`);
    return;
  }
  commit(`Relabel as ${label.name}`, [editAnnotation(annotation, { label: label.id }, now())]);
  announce(`Now ${label.name}: ${shortQuote(annotation)}`);
}

/** What pressing a label does: marks the selected words, or relabels the selected annotation. */
export function pressLabel(label: Label): void {
  if (useProject.getState().project?.readOnly === true) {
    announce('This project can be read here, not changed.', 'problem');
    return;
  }
  const span = selectedSpan();
  const annotation = selectedAnnotation();
  if (span !== undefined) tag(label, span);
  else if (annotation !== undefined) relabel(annotation, label);
  else announce('Select words first.');
}

/** Deletes an annotation and selects the one before it. */
export function remove(annotation: Annotation): void {
  const list = useProject.getState().article?.annotations ?? [];
  const index = list.findIndex((one) => one.id === annotation.id);
  const next = list[index + 1] ?? list[index - 1];
  commit(`Delete ${labelName(annotation.label)}`, [removeAnnotation(annotation)]);
  select(next?.id);
  announce(`Deleted ${labelName(annotation.label)}: ${shortQuote(annotation)}`);
}

/** Keeps a note; the same note again changes nothing. */
export function setNote(annotation: Annotation, note: string): void {
  if (annotation.note === note) return;
  commit('Edit note', [editAnnotation(annotation, { note }, now())]);
}

/** Moves one edge of an annotation to an offset. Edges never cross, and words always remain. */
export function moveEdge(annotation: Annotation, edge: 'start' | 'end', to: number): void {
  const { article } = useProject.getState();
  const spans = [...annotation.anchor.spans];
  const at = edge === 'start' ? 0 : spans.length - 1;
  const old = spans[at];
  if (article === undefined || old === undefined) return;
  const moved: Span = edge === 'start' ? [to, old[1]] : [old[0], to];
  const trimmed = moved[0] < moved[1] ? trimBlank(article.text, moved) : undefined;
  if (trimmed === undefined) {
    announce('An annotation needs at least one character.');
    return;
  }
  if (trimmed[0] === old[0] && trimmed[1] === old[1]) return;
  spans[at] = trimmed;
  const anchor = anchorOf(article.text, spans);
  if (anchor === undefined) return;
  commit(`Move the ${edge}`, [editAnnotation(annotation, { anchor }, now())]);
  announce(`${labelName(annotation.label)} is now: ${shortQuote({ anchor })}`);
}

function unitOf(snap: 'character' | 'word' | 'sentence'): CaretUnit {
  return snap === 'character' ? 'grapheme' : snap;
}

/** Moves an edge of the selected annotation by one unit of the snap setting. */
export function stepEdge(edge: 'start' | 'end', direction: CaretDirection): void {
  const annotation = selectedAnnotation();
  const { article } = useProject.getState();
  const span = edge === 'start' ? annotation?.anchor.spans[0] : annotation?.anchor.spans.at(-1);
  if (annotation === undefined || article === undefined || span === undefined) {
    announce('Select an annotation first.');
    return;
  }
  const from = edge === 'start' ? span[0] : span[1];
  const unit = unitOf(useSettings.getState().snap);
  moveEdge(annotation, edge, moveCaret(article.text, from, unit, direction));
}

function changeFurniture(label: string, furniture: readonly Furniture[]): void {
  const { article } = useProject.getState();
  if (article !== undefined) commit(label, [editArticle(article.articleId, { furniture })]);
}

function furnitureNow(): readonly Furniture[] {
  const { rows, articleId } = useProject.getState();
  return rows.find((row) => row.article.id === articleId)?.article.furniture ?? [];
}

/** Cuts `[start, end)` out of furniture. */
function without(furniture: readonly Furniture[], [start, end]: Span): Furniture[] {
  return furniture.flatMap((one) => {
    if (one.end <= start || one.start >= end) return [one];
    const left = { ...one, end: Math.min(one.end, start) };
    const right = { ...one, start: Math.max(one.start, end) };
    return [left, right].filter((piece) => piece.end > piece.start);
  });
}

/** Marks the selected words as furniture, or, where all of them are, as text of the article. */
export function toggleFurniture(): void {
  const span = selectedSpan();
  if (span === undefined) {
    announce('Select words first.');
    return;
  }
  const furniture = furnitureNow();
  const rest = without(furniture, span);
  const covered = furniture.some((one) => one.start <= span[0] && one.end >= span[1]);
  const [start, end] = span;
  const next = covered ? rest : [...rest, { start, end, kind: 'manual' as const }];
  next.sort((a, b) => a.start - b.start);
  changeFurniture(covered ? 'Keep as text' : 'Mark as furniture', next);
  announce(covered ? 'Kept as text of the article.' : 'Marked as furniture.');
}

/** Takes a stretch of furniture back into the article. */
export function keepAsText(span: Span): void {
  changeFurniture('Keep as text', without(furnitureNow(), span));
  announce('Kept as text of the article.');
}
