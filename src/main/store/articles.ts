import { createHash } from 'node:crypto';
import { migrate } from '../../core/log/migrations.ts';
import { fieldValue } from '../../core/log/record.ts';
import { isFileName } from '../../core/log/schema.ts';
import type { Json } from '../../core/model/json.ts';
import { ok, type Result } from '../../core/result.ts';
import { makeFolders } from './disk.ts';
import { temporaryName, writeTemporary } from './durable-json.ts';
import type { Engine } from './engine.ts';
import { fromFault, refuse, type StoreError } from './errors.ts';
import { ARTICLES_FOLDER, ORIGINALS_FOLDER } from './layout.ts';
import { articleNameFault, readyNames } from './names.ts';
import { seal, unseal } from './sealed.ts';

/** An article's files, to be written before the op that names it. */
export interface ArticleFiles {
  readonly articleId: string;
  readonly text: string;
  /** The import record. */
  readonly sidecar: Json;
  /** The file it was read from. @property ext without the dot */
  readonly original?: { readonly bytes: Uint8Array; readonly ext: string };
}

/** Texts kept in memory: at most this many UTF-16 code units in all. */
const KEPT_CHARACTERS = 16_000_000;

/** Lower-case hex SHA-256. @param content a string counts as UTF-8 */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** An article's text, within the project. */
export function textFile(articleId: string): string {
  return `${ARTICLES_FOLDER}/${articleId}.txt`;
}

/** An article's import record, within the project. */
export function sidecarFile(articleId: string): string {
  return `${ARTICLES_FOLDER}/${articleId}.json`;
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
    const name = `${sha256(original.bytes)}.${original.ext}`;
    const file = `${ARTICLES_FOLDER}/${ORIGINALS_FOLDER}/${name}`;
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

async function put(engine: Engine, one: ToWrite): Promise<Result<void, StoreError>> {
  const { disk, dir, random } = engine.around;
  const state = await present(engine, one);
  if (state === 'other' && one.immutable) {
    return refuse('exists', `${one.file} is there already, with another text.`, one.file);
  }
  if (state !== 'same') {
    const path = `${dir}/${one.file}`;
    const slash = path.lastIndexOf('/');
    const name = temporaryName(path.slice(slash + 1), random);
    const temporary = `${path.slice(0, slash)}/${name}`;
    await writeTemporary(disk, temporary, one.bytes);
    await disk.rename(temporary, path);
  }
  return ok(undefined);
}

/**
 * Writes the files of articles and makes them last, with one flush of the folder for all. Writing
 * the same again changes nothing; a text that the project knows is never replaced.
 */
export async function putArticles(
  engine: Engine,
  articles: readonly ArticleFiles[],
): Promise<Result<void, StoreError>> {
  const { disk, dir } = engine.around;
  await readyNames(engine);
  for (const article of articles) {
    const fault = nameFault(article) ?? articleNameFault(engine, article.articleId);
    if (fault !== undefined) return refuse('name', fault);
  }
  let current = ARTICLES_FOLDER;
  try {
    const folder = await makeFolders(disk, dir, [ARTICLES_FOLDER]);
    const originals = articles.some((article) => article.original !== undefined);
    if (originals) await makeFolders(disk, folder, [ORIGINALS_FOLDER]);
    for (const one of articles.flatMap((article) => filesOf(engine, article))) {
      current = one.file;
      const done = await put(engine, one);
      if (!done.ok) return done;
    }
    if (originals) await disk.syncFolder(`${folder}/${ORIGINALS_FOLDER}`);
    await disk.syncFolder(folder);
    return ok(undefined);
  } catch (fault) {
    return { ok: false, error: fromFault(fault, current) };
  }
}

/** Reads an article's text and checks it against the hash in its record. */
export async function readText(
  engine: Engine,
  articleId: string,
): Promise<Result<string, StoreError>> {
  const record = engine.project.records.maps.get('article')?.get(articleId);
  if (record === undefined || !isFileName(articleId)) {
    return refuse('missing', `There is no article “${articleId}” in this project.`);
  }
  const file = textFile(articleId);
  try {
    const bytes = await engine.around.disk.readFile(`${engine.around.dir}/${file}`);
    if (sha256(bytes) !== fieldValue(record, 'sha256')) {
      return refuse(
        'corrupt',
        `${file} is not the text that was imported: its hash differs.`,
        file,
      );
    }
    return ok(Buffer.from(bytes).toString('utf8'));
  } catch (fault) {
    return { ok: false, error: fromFault(fault, file) };
  }
}

/** Reads an article's import record. */
export async function readSidecar(
  engine: Engine,
  articleId: string,
): Promise<Result<Json, StoreError>> {
  if (!isFileName(articleId)) return refuse('name', `“${articleId}” cannot be a file name.`);
  const file = sidecarFile(articleId);
  try {
    const opened = unseal(await engine.around.disk.readFile(`${engine.around.dir}/${file}`));
    if (!opened.ok) return refuse('corrupt', `${file} cannot be used: ${opened.reason}.`, file);
    const { version, migrations } = engine.around.format;
    const data = migrate('article', opened.data, opened.seal.version, migrations, version);
    return data === undefined
      ? refuse('corrupt', `${file} has format version ${opened.seal.version}.`, file)
      : ok(data);
  } catch (fault) {
    return { ok: false, error: fromFault(fault, file) };
  }
}

/** Texts in memory, least recently used first. */
export interface TextCache {
  get(articleId: string): string | undefined;
  set(articleId: string, text: string): void;
}

/** A cache of texts that is bounded by their length in all. */
export function textCache(): TextCache {
  const texts = new Map<string, string>();
  let characters = 0;
  return {
    get(articleId) {
      const text = texts.get(articleId);
      if (text === undefined) return undefined;
      texts.delete(articleId);
      texts.set(articleId, text);
      return text;
    },
    set(articleId, text) {
      characters += text.length - (texts.get(articleId)?.length ?? 0);
      texts.delete(articleId);
      texts.set(articleId, text);
      for (const [oldest, old] of texts) {
        if (characters <= KEPT_CHARACTERS || oldest === articleId) break;
        texts.delete(oldest);
        characters -= old.length;
      }
    },
  };
}
