import type { Annotation, Relation } from '../../core/model/annotation.ts';
import type { Article } from '../../core/model/article.ts';
import type { Label } from '../../core/model/codebook.ts';
import type { JsonObject } from '../../core/model/json.ts';

/** The layer of one analyst that comes in with an article. Ids of analyst and label are the project's. */
export interface PlannedLayer {
  readonly analystName: string;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly documentLabels: JsonObject;
}

/** An article that is ready to be added, from whatever file it came. */
export interface PlannedArticle {
  readonly file: string;
  readonly article: Article;
  readonly text: string;
  readonly layers: readonly PlannedLayer[];
  /** Labels the codebook must have for the layers. */
  readonly labels: readonly Label[];
  readonly warnings: readonly string[];
  /** The bytes of the file as they were, kept beside the text. */
  readonly original?: { readonly bytes: Uint8Array; readonly extension: string };
}
