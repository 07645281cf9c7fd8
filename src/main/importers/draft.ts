import type { Furniture } from '../../core/model/article.ts';
import type { Metadata } from '../../core/text/metadata.ts';
import type { ImportWarning } from './imported-article.ts';

/** What a reader of one kind of file finds: the text and what is known about it. */
export interface ArticleDraft {
  readonly text: string;
  readonly furniture: readonly Furniture[];
  readonly metadata: Metadata;
  readonly warnings: readonly ImportWarning[];
}
