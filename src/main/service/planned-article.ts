import type { Annotation, Relation } from '../../core/model/annotation.ts';
import type { Article } from '../../core/model/article.ts';
import type { Comment } from '../../core/model/comment.ts';
import type { JsonObject } from '../../core/model/json.ts';
import type { LayerDocument } from '../../core/model/layer-document.ts';

/** The layer of one analyst that comes in with an article. Ids of analyst and label are the project's. */
export interface PlannedLayer {
  readonly analystName: string;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly comments: readonly Comment[];
  readonly documentLabels: JsonObject;
  readonly document: Partial<Pick<LayerDocument, 'note' | 'state' | 'seen'>>;
}

/** An article that is ready to be added, from whatever file it came. */
export interface PlannedArticle {
  readonly file: string;
  /** Such as `line 3`, where the file holds several articles. */
  readonly place?: string;
  readonly article: Article;
  readonly text: string;
  readonly layers: readonly PlannedLayer[];
  /** What of the file was left out on request, kept with the article's import record. */
  readonly leftOut: readonly JsonObject[];
  /** Names of people the roster must have beside the layers' analysts. */
  readonly people: readonly string[];
  readonly warnings: readonly string[];
  /** What of the article does not come in, each in words: where, what and why; no full stop. */
  readonly refused: readonly string[];
  /** The bytes of the file as they were, kept beside the text. */
  readonly original?: { readonly bytes: Uint8Array; readonly extension: string };
}
