import { isConfidence } from '../../core/model/annotation.ts';
import type { Comment } from '../../core/model/comment.ts';
import {
  type KeptAnnotation,
  type SearchedAnnotation,
  searchedAnnotations,
} from '../../core/search/searched-annotations.ts';
import type { IndexedArticle, IndexedLayer } from './messages.ts';
import { numberOf, type Row, type Statements, textOf } from './rows.ts';

/** An article as a query reads it from the index. */
export interface ArticleEntry extends Omit<IndexedArticle, 'stamp' | 'furniture'> {
  /** Its number: articles are found in this order, which is the order in which they were added. */
  readonly n: number;
  readonly furniture: readonly (readonly [number, number])[];
}

function pairs(flat: readonly number[]): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) spans.push([flat[i] ?? 0, flat[i + 1] ?? 0]);
  return spans;
}

/** An article from its row. */
export function entryOf(row: Row): ArticleEntry {
  return {
    n: numberOf(row, 'n'),
    id: textOf(row, 'id'),
    sha256: textOf(row, 'sha256'),
    title: textOf(row, 'title'),
    outlet: textOf(row, 'outlet'),
    date: textOf(row, 'date'),
    language: textOf(row, 'language'),
    tags: JSON.parse(textOf(row, 'tags')) as string[],
    furniture: pairs(JSON.parse(textOf(row, 'furniture')) as number[]),
  };
}

function marksFor(analysts: readonly string[]): string {
  return analysts.map(() => '?').join(', ');
}

function keptOf(row: Row): KeptAnnotation {
  const confidence = textOf(row, 'confidence');
  return {
    id: textOf(row, 'id'),
    analyst: textOf(row, 'analyst'),
    label: textOf(row, 'label'),
    spans: pairs(JSON.parse(textOf(row, 'spans')) as number[]),
    attributes: JSON.parse(textOf(row, 'attributes')) as KeptAnnotation['attributes'],
    ...(isConfidence(confidence) ? { confidence } : {}),
  };
}

/**
 * Annotations and labels of an article in the layers of these analysts, with what was said about
 * them as far as these analysts may see it.
 */
export function annotationsOf(
  sql: Statements,
  n: number,
  analysts: readonly string[],
): SearchedAnnotation[] {
  const rows = sql.all(
    `SELECT id, analyst, label, spans, attributes, confidence FROM annotation
     WHERE article = ? AND analyst IN (${marksFor(analysts)})`,
    [n, ...analysts],
  );
  const comments = sql
    .all('SELECT said FROM comment WHERE article = ?', [n])
    .flatMap((row) => JSON.parse(textOf(row, 'said')) as Comment[]);
  return searchedAnnotations(analysts, rows.map(keptOf), comments);
}

/** States of the layers of these analysts; `new` for those without one. */
export function statesOf(sql: Statements, n: number, analysts: readonly string[]): string[] {
  const rows = sql.all(
    `SELECT state FROM layer WHERE article = ? AND analyst IN (${marksFor(analysts)})`,
    [n, ...analysts],
  );
  const states = rows.map((row) => textOf(row, 'state'));
  return states.length < analysts.length ? [...states, 'new'] : states;
}

/** Enters a layer in the place of what was known of it. @param n number of its article */
export function putLayer(sql: Statements, n: number, layer: IndexedLayer): void {
  const { analyst, version, state, annotations, comments } = layer;
  sql.run('DELETE FROM annotation WHERE article = ? AND analyst = ?', [n, analyst]);
  sql.run('DELETE FROM comment WHERE article = ? AND analyst = ?', [n, analyst]);
  sql.run('INSERT OR REPLACE INTO layer (article, analyst, version, state) VALUES (?, ?, ?, ?)', [
    n,
    analyst,
    version,
    state,
  ]);
  for (const { id, label, spans, attributes, confidence } of annotations) {
    sql.run(
      `INSERT INTO annotation (article, analyst, id, label, spans, attributes, confidence)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        n,
        analyst,
        id,
        label,
        JSON.stringify(spans.flat()),
        JSON.stringify(attributes),
        confidence ?? '',
      ],
    );
  }
  if (comments.length === 0) return;
  const said = JSON.stringify(comments);
  sql.run('INSERT INTO comment (article, analyst, said) VALUES (?, ?, ?)', [n, analyst, said]);
}
