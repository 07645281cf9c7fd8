import { type Channel, layerAnalyst, type OpDraft, splitRecordId } from '../../core/log/op.ts';
import { isFileName } from '../../core/log/schema.ts';

/** Names of a project's files and folders, relative to the project, with `/` on every system. */
export const PROJECT_FILE = 'project.json';
export const LOG_FOLDER = 'log';
export const ARTICLES_FOLDER = 'articles';
export const ORIGINALS_FOLDER = 'originals';
export const HISTORY_FOLDER = 'history';
export const QUARANTINE_FOLDER = 'quarantine';
export const BACKUPS_FOLDER = 'backups';
/** Receipts of bundles, and bundles that wait for something. */
export const BUNDLES_FOLDER = 'bundles';
/** What is made from the rest, to search in; the store does not touch it. */
export const SEARCH_FOLDER = 'search';
export const LOCK_FILE = 'lock.json';

/** The channel of labels, analysts and articles. */
export const PROJECT_CHANNEL: Channel = 'project';

/** The key of the document that holds the project's own records. */
export const PROJECT_KEY = 'project';

/** A snapshot file without its extension: `layers/<article>/<analyst>`, `gold/<article>`, `review/<session>`. */
export type DocumentKey = string;

/** `<replica>/<channel>`. */
export type StreamKey = string;

/** Names a stream. */
export function streamKey(replica: string, channel: Channel): StreamKey {
  return `${replica}/${channel}`;
}

/** A stream's file. */
export function logFile(replica: string, channel: Channel): string {
  return `${LOG_FOLDER}/${replica}/${channel}.jsonl`;
}

/** The document of one analyst's work on one article. */
export function layerKey(articleId: string, analystId: string): DocumentKey {
  return `layers/${articleId}/${analystId}`;
}

/** Article and analyst of a layer's key, or `undefined` for other documents. */
export function layerOfKey(
  key: DocumentKey,
): { readonly articleId: string; readonly analystId: string } | undefined {
  const [root, articleId, analystId] = key.split('/');
  if (root !== 'layers' || articleId === undefined || analystId === undefined) return undefined;
  return { articleId, analystId };
}

/** The channel whose ops a document is made of. */
export function channelOfKey(key: DocumentKey): Channel {
  const layer = layerOfKey(key);
  if (layer !== undefined) return `layer.${layer.analystId}`;
  const [root, name] = key.split('/');
  return root === 'review' ? `review.${name ?? ''}` : (root ?? '');
}

/** The file of a document. */
export function documentFile(key: DocumentKey): string {
  return `${key}.json`;
}

const REVIEW = 'review.';

/**
 * The document that a record belongs to, or `undefined` where the channel is unknown or a name in
 * it cannot be a file name.
 */
export function documentOf(draft: Pick<OpDraft, 'c' | 'r'>): DocumentKey | undefined {
  if (draft.c === PROJECT_CHANNEL) return PROJECT_KEY;
  if (!isFileName(draft.c)) return undefined;
  if (draft.c.startsWith(REVIEW)) {
    const session = draft.c.slice(REVIEW.length);
    return isFileName(session) ? `review/${session}` : undefined;
  }
  const articleId = splitRecordId(draft.r)?.articleId;
  if (articleId === undefined || !isFileName(articleId)) return undefined;
  if (draft.c === 'gold') return `gold/${articleId}`;
  const analystId = layerAnalyst(draft.c);
  if (analystId === undefined || !isFileName(analystId)) return undefined;
  return layerKey(articleId, analystId);
}
