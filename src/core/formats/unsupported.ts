import type { Annotation } from '../model/annotation.ts';
import type { Capabilities } from './capabilities.ts';
import type { ExportArticle } from './format.ts';
import type { LossLog } from './loss.ts';
import { annotationExample } from './place-annotation.ts';

/** What a format may keep beside its {@link Capabilities}. */
export interface Keeps {
  readonly articlesWithoutAnnotations?: boolean;
  readonly notes?: boolean;
  readonly confidence?: boolean;
  readonly comments?: boolean;
  readonly furniture?: boolean;
  readonly gold?: boolean;
  readonly decisions?: boolean;
  /** Notes on the whole article, states, and how far somebody read. */
  readonly documents?: boolean;
  readonly relationNotes?: boolean;
}

function loseOfAnnotation(
  annotation: Annotation,
  can: Capabilities,
  keeps: Keeps,
  losses: LossLog,
): void {
  const example = annotationExample(annotation);
  const names = Object.keys(annotation.attributes);
  if (!can.attributes && names.length > 0) {
    for (const name of names) losses.lost('attributes', `${example}: ${name}`, 'attributes');
  }
  if (keeps.notes !== true && annotation.note !== '') losses.lost('notes on annotations', example);
  if (keeps.confidence !== true && annotation.confidence !== undefined) {
    losses.lost('how sure somebody was', `${example}: ${annotation.confidence}`);
  }
}

function loseOfArticle(from: ExportArticle, keeps: Keeps, losses: LossLog): void {
  const { article, gold = [], decisions = [], comments = [], documents = [] } = from;
  if (keeps.furniture !== true) {
    for (const piece of article.furniture) losses.lost('furniture', `${article.id}: ${piece.kind}`);
  }
  if (keeps.gold !== true) {
    for (const one of gold) losses.lost('gold annotations', annotationExample(one));
  }
  if (keeps.decisions !== true && decisions.length > 0) losses.lost('review decisions', article.id);
  if (keeps.comments !== true) {
    for (const comment of comments) losses.lost('comments', `${comment.id}: ${comment.text}`);
  }
  if (keeps.documents !== true) {
    for (const { analyst } of documents) {
      losses.lost('notes on the article and states', from.analystName(analyst));
    }
  }
}

/**
 * Counts what of an article a format has no place for at all, by what it says it can. What depends on
 * the single annotation (overlap, parts, places without words, edges inside a token) the writer counts
 * itself, where it leaves it out.
 */
export function loseUnsupported(
  from: ExportArticle,
  can: Capabilities,
  keeps: Keeps,
  losses: LossLog,
): void {
  if (keeps.articlesWithoutAnnotations !== true && from.annotations.length === 0) {
    losses.lost('articles without annotations', from.article.title);
  }
  for (const annotation of from.annotations) loseOfAnnotation(annotation, can, keeps, losses);
  for (const relation of from.relations) {
    if (!can.relations) losses.lost('relations', relation.id, 'relations');
    else if (keeps.relationNotes !== true && (relation.note ?? '') !== '') {
      losses.lost('notes on relations', relation.id);
    }
  }
  for (const { analyst, labels } of from.documentLabels) {
    if (can.documentLabels) continue;
    for (const name of Object.keys(labels)) {
      losses.lost('document labels', `${from.analystName(analyst)}: ${name}`, 'documentLabels');
    }
  }
  loseOfArticle(from, keeps, losses);
}
