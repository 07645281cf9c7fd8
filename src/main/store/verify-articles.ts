import { annotationFrom } from '../../core/log/annotation-ops.ts';
import { fieldValue, isDeleted } from '../../core/log/record.ts';
import { isFileName } from '../../core/log/schema.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { checkAnchor } from '../../core/text/anchor.ts';
import { sha256, sidecarFile, textFile } from './articles.ts';
import type { Disk } from './disk.ts';
import {
  ARTICLES_FOLDER,
  channelOfKey,
  documentFile,
  layerOfKey,
  ORIGINALS_FOLDER,
  PROJECT_KEY,
} from './layout.ts';
import type { Document } from './records.ts';
import { unseal } from './sealed.ts';
import type { Findings } from './verify-findings.ts';
import type { VerifiedState } from './verify-snapshots.ts';

async function checkText(
  disk: Disk,
  dir: string,
  articleId: string,
  expected: { readonly sha256: unknown; readonly characters: unknown },
  found: Findings,
): Promise<string | undefined> {
  const file = textFile(articleId);
  if ((await disk.stat(`${dir}/${file}`)) === undefined) {
    found.problems.push({ file, message: 'The text of this article is missing.' });
    return undefined;
  }
  const bytes = await disk.readFile(`${dir}/${file}`);
  if (sha256(bytes) !== expected.sha256) {
    found.problems.push({ file, message: 'This is not the text that was imported.' });
    return undefined;
  }
  const text = Buffer.from(bytes).toString('utf8');
  if (text.length !== expected.characters) {
    const message = `The text has ${text.length} characters; its record says ${String(expected.characters)}.`;
    found.problems.push({ file, message });
  }
  return text;
}

async function checkSidecar(
  disk: Disk,
  dir: string,
  articleId: string,
  found: Findings,
): Promise<void> {
  const file = sidecarFile(articleId);
  if ((await disk.stat(`${dir}/${file}`)) === undefined) {
    found.problems.push({ file, message: 'The import record of this article is missing.' });
    return;
  }
  const opened = unseal(await disk.readFile(`${dir}/${file}`));
  if (!opened.ok) {
    found.problems.push({ file, message: `This file is damaged: ${opened.reason}.` });
  }
}

async function checkOriginals(disk: Disk, dir: string, found: Findings): Promise<void> {
  const folder = `${ARTICLES_FOLDER}/${ORIGINALS_FOLDER}`;
  for (const name of await disk.list(`${dir}/${folder}`)) {
    if (name.startsWith('.')) continue;
    const sum = sha256(await disk.readFile(`${dir}/${folder}/${name}`));
    if (name.startsWith(`${sum}.`)) continue;
    found.problems.push({ file: `${folder}/${name}`, message: 'Its hash is not its name.' });
  }
}

function anchorFault(annotation: Annotation, text: string): string | undefined {
  const { spans, quote } = annotation.anchor;
  if (!Array.isArray(spans) || !spans.every(Array.isArray) || !Array.isArray(quote)) {
    return 'its place cannot be read';
  }
  const result = checkAnchor(text, annotation.anchor);
  return result === 'ok' ? undefined : JSON.stringify(result);
}

function checkLayer(
  file: string,
  channel: string,
  document: Document,
  texts: ReadonlyMap<string, string>,
  found: Findings,
): void {
  for (const [recordId, record] of document.records.maps.get('annotation') ?? []) {
    const annotation = annotationFrom(channel, recordId, record);
    const text = annotation === undefined ? undefined : texts.get(annotation.articleId);
    if (annotation === undefined || text === undefined) continue;
    const fault = anchorFault(annotation, text);
    if (fault === undefined) continue;
    const message = `Annotation ${annotation.id} does not fit its text: ${fault}.`;
    found.problems.push({ file, message });
  }
}

/** Checks every text against its hash, and every annotation's offsets and quote against its text. */
export async function verifyArticles(
  disk: Disk,
  dir: string,
  state: VerifiedState,
  found: Findings,
): Promise<void> {
  const texts = new Map<string, string>();
  const records = state.get(PROJECT_KEY)?.records.maps.get('article');
  for (const [articleId, record] of records ?? []) {
    if (!isFileName(articleId)) continue;
    const expected = {
      sha256: fieldValue(record, 'sha256'),
      characters: fieldValue(record, 'characters'),
    };
    // The files of a removed article stay, for undo; that they are gone is no problem.
    const isThere = (await disk.stat(`${dir}/${textFile(articleId)}`)) !== undefined;
    if (isDeleted(record) && !isThere) continue;
    const text = await checkText(disk, dir, articleId, expected, found);
    if (text !== undefined) texts.set(articleId, text);
    await checkSidecar(disk, dir, articleId, found);
  }
  await checkOriginals(disk, dir, found);
  for (const [key, document] of state) {
    if (layerOfKey(key) === undefined) continue;
    checkLayer(documentFile(key), channelOfKey(key), document, texts, found);
  }
}
