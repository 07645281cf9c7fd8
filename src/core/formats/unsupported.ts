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

/** What an article has beside its annotations, in words, with an example of each one. */
const OF_ARTICLE: readonly (readonly [
  keeps: keyof Keeps,
  what: string,
  examples: (from: ExportArticle) => readonly string[],
])[] = [
  [
    'furniture',
    'furniture',
    ({ article }) => article.furniture.map(({ kind }) => `${article.id}: ${kind}`),
  ],
  ['gold', 'gold annotations', ({ gold = [] }) => gold.map(annotationExample)],
  [
    'decisions',
    'review decisions',
    ({ decisions = [], article }) => (decisions.length === 0 ? [] : [article.id]),
  ],
  ['comments', 'comments', ({ comments = [] }) => comments.map(({ id, text }) => `${id}: ${text}`)],
  [
    'documents',
    'notes on the article and states',
    ({ documents = [], analystName }) => documents.map(({ analyst }) => analystName(analyst)),
  ],
];

function loseOfArticle(from: ExportArticle, keeps: Keeps, losses: LossLog): void {
  for (const [kept, what, examples] of OF_ARTICLE) {
    if (keeps[kept] === true) continue;
    for (const example of examples(from)) losses.lost(what, example);
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
