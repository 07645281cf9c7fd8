import type { Annotation } from '../model/annotation.ts';
import type { Furniture } from '../model/article.ts';
import type { JsonObject } from '../model/json.ts';
import type { Span } from '../model/span.ts';
import { liesInFurniture } from './body.ts';

/** One annotation as it is counted. Deleted annotations never become rows. */
export interface AnnotationRow {
  readonly id: string;
  readonly articleId: string;
  /** Analyst id. */
  readonly analyst: string;
  /** Label id. */
  readonly label: string;
  readonly attributes: JsonObject;
  /** Ascending, `[start, end)` in UTF-16 code units of the stored text. */
  readonly spans: readonly Span[];
  /** As stored: ISO-8601, or empty where an import had none. */
  readonly createdAt: string;
  /** True when it stands wholly in furniture: it is counted apart and in nothing else. */
  readonly furniture: boolean;
}

/** The row of an annotation. @param furniture of its article @param text of its article */
export function rowOf(
  annotation: Annotation,
  text: string,
  furniture: readonly Furniture[],
): AnnotationRow {
  const { id, articleId, analyst, label, attributes, anchor, createdAt } = annotation;
  const inside = liesInFurniture(anchor.spans, text, furniture);
  return {
    id,
    articleId,
    analyst,
    label,
    attributes,
    spans: anchor.spans,
    createdAt,
    furniture: inside,
  };
}
