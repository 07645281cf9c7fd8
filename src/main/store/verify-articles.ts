import { annotationFrom } from '../../core/log/annotation-ops.ts';
import { textField } from '../../core/log/fields.ts';
import { fieldValue, isDeleted, type RecordState } from '../../core/log/record.ts';
import { isFileName } from '../../core/log/schema.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { Json } from '../../core/model/json.ts';
import { checkAnchor } from '../../core/text/anchor.ts';
import { ORIGINALS, sha256, sidecarFile, textFile } from './articles.ts';
import type { Disk } from './disk.ts';
import {
  ARTICLES_FOLDER,
  channelOfKey,
  documentFile,
  layerOfKey,
  ORIGINALS_FOLDER,
  PROJECT_FILE,
  PROJECT_KEY,
} from './layout.ts';
import type { Document } from './records.ts';
import { unseal } from './sealed.ts';
import { type Findings, isBlamed, readNamed } from './verify-findings.ts';
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
  const bytes = await readNamed(disk, dir, file, found);
  if (bytes === undefined) return undefined;
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
): Promise<ImportRecord | undefined> {
  const file = sidecarFile(articleId);
  if ((await disk.stat(`${dir}/${file}`)) === undefined) {
    found.problems.push({ file, message: 'The import record of this article is missing.' });
    return undefined;
  }
  const bytes = await readNamed(disk, dir, file, found);
  if (bytes === undefined) return undefined;
  const opened = unseal(bytes);
  if (opened.ok) return (opened.data ?? {}) as ImportRecord;
  found.problems.push({ file, message: `This file is damaged: ${opened.reason}.` });
  return undefined;
}

/** What an import record may say of the file that its article was read from. */
interface ImportRecord {
  /** Its name among the originals, where it was kept. */
  readonly original?: Json;
  /** Older records name only the hash, and that of a file that was never here as well. */
  readonly source?: { readonly original?: { readonly sha256?: Json } };
}

/** Which originals there should be. */
interface Originals {
  /** Name → title of an article that was read from it. */
  readonly needed: Map<string, string>;
  /** Hashes that records speak of. */
  readonly known: Set<Json | undefined>;
  /** False where an import record cannot be read: nobody knows what it names. */
  whole: boolean;
}

function noteOriginal(imported: ImportRecord | undefined, record: RecordState, into: Originals) {
  if (imported === undefined) into.whole = false;
  const { original, source } = imported ?? {};
  into.known.add(source?.original?.sha256);
  if (typeof original !== 'string') return;
  into.known.add(original.split('.')[0]);
  if (!isDeleted(record)) into.needed.set(original, textField(record, 'title'));
}

function names(list: readonly string[]): readonly string[] {
  return list.filter((name) => !name.startsWith('.') && name !== ORIGINALS_FOLDER);
}

async function checkOriginals(
  disk: Disk,
  dir: string,
  { needed, known, whole }: Originals,
  found: Findings,
): Promise<readonly string[]> {
  const there = names(await disk.list(`${dir}/${ORIGINALS}`));
  const all = new Set(there);
  const spare: string[] = [];
  for (const name of there) {
    const file = `${ORIGINALS}/${name}`;
    const bytes = await readNamed(disk, dir, file, found);
    if (bytes === undefined) continue;
    const sum = sha256(bytes);
    if (!name.startsWith(`${sum}.`)) {
      const message = 'This is not the file that was imported: its hash is not its name.';
      found.problems.push({ file, message });
    } else if (whole && !known.has(sum)) spare.push(file);
  }
  for (const [name, title] of needed) {
    if (all.has(name)) continue;
    const message = `The file that “${title}” was read from is missing. Its text is not affected.`;
    found.problems.push({ file: `${ORIGINALS}/${name}`, message });
  }
  return spare;
}

/** How many files that belong to nothing are named. */
const NAMED = 20;

function tellSpare(files: readonly string[], found: Findings): void {
  const shown = files.slice(0, NAMED);
  if (files.length > NAMED) shown.push(`${files.length - NAMED} more`);
  if (shown.length === 0) return;
  found.notices.push(
    `These files belong to no article; an import that was cut short may have left them. They do no harm, and importing the same files again uses them: ${shown.join(', ')}`,
  );
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

function checkLayers(
  state: VerifiedState,
  texts: ReadonlyMap<string, string>,
  found: Findings,
): void {
  for (const [key, document] of state) {
    const layer = layerOfKey(key);
    if (layer === undefined) continue;
    checkLayer(documentFile(key), channelOfKey(key), document, texts, found);
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
  const originals: Originals = { needed: new Map(), known: new Set(), whole: true };
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
    noteOriginal(await checkSidecar(disk, dir, articleId, found), record, originals);
  }
  const spare = await checkOriginals(disk, dir, originals, found);
  // Without the list of articles nobody can say what belongs to none.
  if (!isBlamed(found, PROJECT_FILE)) {
    const own = names(await disk.list(`${dir}/${ARTICLES_FOLDER}`)).filter((name) => {
      const stem = /^(?<stem>.+)\.(?:txt|json)$/u.exec(name)?.groups?.['stem'] ?? '';
      return isFileName(stem) && records?.has(stem) !== true;
    });
    tellSpare([...own.map((name) => `${ARTICLES_FOLDER}/${name}`), ...spare], found);
  }
  checkLayers(state, texts, found);
}
