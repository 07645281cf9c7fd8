import type { SearchedAnnotation } from '../../core/search/hits.ts';
import type { IndexedArticle } from './messages.ts';
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

/** Annotations of an article in the layers of these analysts. */
export function annotationsOf(
  sql: Statements,
  n: number,
  analysts: readonly string[],
): SearchedAnnotation[] {
  const rows = sql.all(
    `SELECT id, analyst, label, spans, attributes FROM annotation
     WHERE article = ? AND analyst IN (${marksFor(analysts)})`,
    [n, ...analysts],
  );
  return rows.map((row) => ({
    id: textOf(row, 'id'),
    analyst: textOf(row, 'analyst'),
    label: textOf(row, 'label'),
    spans: pairs(JSON.parse(textOf(row, 'spans')) as number[]),
    attributes: JSON.parse(textOf(row, 'attributes')) as SearchedAnnotation['attributes'],
  }));
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
