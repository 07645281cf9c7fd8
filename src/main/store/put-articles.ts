import { isFileName } from '../../core/log/schema.ts';
import type { Json } from '../../core/model/json.ts';
import { ok, type Result } from '../../core/result.ts';
import { ORIGINALS, sha256, sidecarFile, textFile } from './articles.ts';
import { makeFolders, tryUnlink } from './disk.ts';
import { temporaryName, writeTemporary } from './durable-json.ts';
import type { Engine } from './engine.ts';
import { fromFault, refuse, type StoreError } from './errors.ts';
import { ARTICLES_FOLDER, ORIGINALS_FOLDER } from './layout.ts';
import { articleNameFault, readyNames } from './names.ts';
import { newPace } from './pace.ts';
import { seal } from './sealed.ts';

/** An article's files, to be written before the op that names it. */
export interface ArticleFiles {
  readonly articleId: string;
  readonly text: string;
  /** The import record. */
  readonly sidecar: Json;
  /** The file it was read from. @property ext without the dot */
  readonly original?: { readonly bytes: Uint8Array; readonly ext: string };
}

/** A file that holds thousands of articles comes with each of them, and is hashed once. */
const sums = new WeakMap<Uint8Array, string>();

/** The name under which a file that an article was read from is kept. */
export function originalName({ bytes, ext }: NonNullable<ArticleFiles['original']>): string {
  const sum = sums.get(bytes) ?? sha256(bytes);
  sums.set(bytes, sum);
  return `${sum}.${ext}`;
}

interface ToWrite {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** True where another content of that name must not be replaced. */
  readonly immutable: boolean;
}

function filesOf(engine: Engine, article: ArticleFiles): readonly ToWrite[] {
  const { articleId, text, sidecar, original } = article;
  const known = engine.project.records.maps.get('article')?.has(articleId) === true;
  const files: ToWrite[] = [
    { file: textFile(articleId), bytes: Buffer.from(text), immutable: known },
    {
      file: sidecarFile(articleId),
      bytes: seal('article', engine.around.format.version, sidecar),
      immutable: false,
    },
  ];
  if (original !== undefined) {
    const file = `${ORIGINALS}/${originalName(original)}`;
    files.push({ file, bytes: original.bytes, immutable: false });
  }
  return files;
}

function nameFault(article: ArticleFiles): string | undefined {
  if (!isFileName(article.articleId)) return `“${article.articleId}” cannot be a file name.`;
  const ext = article.original?.ext;
  if (ext !== undefined && !/^[a-z0-9]{1,16}$/u.test(ext))
    return `“${ext}” cannot be an extension.`;
  const kept = Buffer.from(article.text).toString('utf8') === article.text;
  return kept ? undefined : 'The text has half of a surrogate pair in it.';
}

async function present(engine: Engine, one: ToWrite): Promise<'absent' | 'same' | 'other'> {
  const { disk, dir } = engine.around;
  const path = `${dir}/${one.file}`;
  const stat = await disk.stat(path);
  if (stat === undefined) return 'absent';
  if (stat.size !== one.bytes.length) return 'other';
  return Buffer.compare(await disk.readFile(path), one.bytes) === 0 ? 'same' : 'other';
}

async function write(engine: Engine, { file, bytes }: ToWrite): Promise<void> {
  const { disk, dir, random } = engine.around;
  const path = `${dir}/${file}`;
  const slash = path.lastIndexOf('/');
  const name = temporaryName(path.slice(slash + 1), random);
  const temporary = `${path.slice(0, slash)}/${name}`;
  try {
    await writeTemporary(disk, temporary, bytes);
    await disk.rename(temporary, path);
  } catch (fault) {
    await tryUnlink(disk, temporary);
    throw fault;
  }
}

/** Writes what is not there yet. @param made takes the names of files that were not there before */
async function put(
  engine: Engine,
  files: readonly ToWrite[],
  made: string[],
): Promise<Result<void, StoreError>> {
  for (const one of files) {
    const { file } = one;
    try {
      const state = await present(engine, one);
      if (state === 'other' && one.immutable) {
        return refuse('exists', `${file} is there already, with another text.`, file);
      }
      if (state !== 'same') await write(engine, one);
      if (state === 'absent') made.push(file);
    } catch (fault) {
      return { ok: false, error: fromFault(fault, file) };
    }
  }
  return ok(undefined);
}

/**
 * Removes files that {@link putArticles} made for an op that was refused. What cannot be removed
 * stays: it harms nothing, `verify` names it, and the next import of the same file uses it.
 */
export async function dropFiles(engine: Engine, files: readonly string[]): Promise<void> {
  for (const file of files) await tryUnlink(engine.around.disk, `${engine.around.dir}/${file}`);
}

/** Makes the names of new files last. */
async function syncArticles(engine: Engine, originals: boolean): Promise<void> {
  const { disk, dir } = engine.around;
  if (originals) await disk.syncFolder(`${dir}/${ORIGINALS}`);
  await disk.syncFolder(`${dir}/${ARTICLES_FOLDER}`);
}

/** Puts one article after the other, so that the bytes of no more than one are in memory. */
async function putEach(
  engine: Engine,
  articles: readonly ArticleFiles[],
  made: string[],
): Promise<Result<void, StoreError>> {
  const pace = newPace();
  // A file that holds thousands of articles comes with each of them.
  const originals = new Set<string>();
  for (const article of articles) {
    const files = filesOf(engine, article).filter(({ file }) => !originals.has(file));
    const done = await put(engine, files, made);
    if (!done.ok) return done;
    if (article.original !== undefined)
      originals.add(`${ORIGINALS}/${originalName(article.original)}`);
    const turn = pace();
    if (turn !== undefined) await turn;
  }
  return ok(undefined);
}

/**
 * Writes the files of articles and makes them last, with one flush of the folder for all. Writing
 * the same again changes nothing; a text that the project knows is never replaced. Where one cannot
 * be written, none is left behind.
 * @returns the files that were not there before, for {@link dropFiles}
 */
export async function putArticles(
  engine: Engine,
  articles: readonly ArticleFiles[],
): Promise<Result<readonly string[], StoreError>> {
  const { disk, dir } = engine.around;
  await readyNames(engine);
  const pace = newPace();
  for (const article of articles) {
    const fault = nameFault(article) ?? articleNameFault(engine, article.articleId);
    if (fault !== undefined) return refuse('name', fault);
    const turn = pace();
    if (turn !== undefined) await turn;
  }
  const made: string[] = [];
  try {
    const folder = await makeFolders(disk, dir, [ARTICLES_FOLDER]);
    const originals = articles.some((article) => article.original !== undefined);
    if (originals) await makeFolders(disk, folder, [ORIGINALS_FOLDER]);
    const done = await putEach(engine, articles, made);
    if (done.ok) await syncArticles(engine, originals);
    else await dropFiles(engine, made);
    return done.ok ? ok(made) : done;
  } catch (fault) {
    await dropFiles(engine, made);
    return { ok: false, error: fromFault(fault, ARTICLES_FOLDER) };
  }
}
