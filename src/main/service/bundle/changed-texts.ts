import { annotationFrom } from '../../../core/log/annotation-ops.ts';
import type { ChangedText } from '../../../core/log/merge-report.ts';
import { articleOfOp, layerAnalyst, layerChannel, type Op } from '../../../core/log/op.ts';
import { applyOp, fieldValue, type RecordState } from '../../../core/log/record.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import { isJsonObject } from '../../../core/model/json.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { reanchor } from '../../../core/text/reanchor.ts';
import type { Store } from '../../store/store.ts';
import type { OpenedBundle } from './sealed-bundle.ts';

/**
 * What an article is a text of: the page's address or, without one, the name of the file, with the
 * title. `undefined` where neither is known.
 */
function sourceOf(record: RecordState): string | undefined {
  const source = fieldValue(record, 'source');
  if (!isJsonObject(source)) return undefined;
  const url = source['url'];
  if (typeof url === 'string' && url !== '') return `url ${url}`;
  const file = source['file'];
  const title = fieldValue(record, 'title');
  return typeof file === 'string' && file !== ''
    ? `file ${file}\n${typeof title === 'string' ? title : ''}`
    : undefined;
}

/** Records that ops make, by id. */
function recordsIn(
  ops: readonly Op[],
  kind: string,
): Map<string, { readonly c: string; state: RecordState }> {
  const records = new Map<string, { readonly c: string; state: RecordState }>();
  for (const op of ops) {
    if (op.k !== kind) continue;
    const key = `${op.c}\n${op.r}`;
    records.set(key, { c: op.c, state: applyOp(records.get(key)?.state, op) });
  }
  return records;
}

/** The author's annotations on an article, as the bundle has them. */
function annotationsOn(ops: readonly Op[], articleId: string, author: string): Annotation[] {
  const here = ops.filter(
    (op) => layerAnalyst(op.c) === author && op.k === 'annotation' && articleOfOp(op) === articleId,
  );
  return [...recordsIn(here, 'annotation')].flatMap(([key, { state }]) => {
    const record = key.slice(key.indexOf('\n') + 1);
    return annotationFrom(layerChannel(author), record, state) ?? [];
  });
}

function anchored(
  text: string,
  annotations: readonly Annotation[],
): Pick<ChangedText, 'found' | 'lost'> {
  const lost: string[] = [];
  for (const { anchor } of annotations) {
    if (!reanchor(text, anchor).ok) lost.push(anchor.quote.join(' … '));
  }
  return { found: annotations.length - lost.length, lost };
}

/** Articles here by what they are texts of. */
function sourcesHere(store: Store): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [id, record] of store.projectRecords('article')) {
    const source = sourceOf(record);
    if (source !== undefined) found.set(source, id);
  }
  return found;
}

/**
 * Texts that a bundle brings and that are here in other words: the same page or file, read at another
 * time or otherwise. Says which of the author's annotations would stand in the text here. The error
 * is in words.
 */
export async function changedTexts(
  store: Store,
  { manifest }: OpenedBundle,
  ops: readonly Op[],
): Promise<Result<readonly ChangedText[], string>> {
  const sources = sourcesHere(store);
  const changed: ChangedText[] = [];
  for (const [key, { c, state }] of recordsIn(ops, 'article')) {
    const article = key.slice(key.indexOf('\n') + 1);
    const source = sourceOf(state);
    const here = source === undefined ? undefined : sources.get(source);
    if (c !== 'project' || here === undefined || here === article) continue;
    const text = await store.text(here);
    if (!text.ok) return err(text.error.message);
    const annotations = annotationsOn(ops, article, manifest.from.analyst);
    const title = fieldValue(state, 'title');
    changed.push({
      article,
      here,
      title: typeof title === 'string' ? title : article,
      ...anchored(text.value, annotations),
    });
  }
  return ok(changed.sort((a, b) => (a.article < b.article ? -1 : 1)));
}
