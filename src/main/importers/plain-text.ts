import { findFurniture } from '../../core/text/furniture.ts';
import { readMetadata } from '../../core/text/metadata.ts';
import type { ArticleDraft } from './draft.ts';

/** An article from plain text: the text verbatim, furniture and metadata by rules. */
export function draftPlainText(text: string, fileName: string): ArticleDraft {
  const furniture = findFurniture(text);
  return { text, furniture, metadata: readMetadata(text, furniture, fileName), warnings: [] };
}
