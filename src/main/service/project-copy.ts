import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { addAnalyst, addArticle } from '../../core/log/project-ops.ts';
import type { Article } from '../../core/model/article.ts';
import type { Json, JsonObject } from '../../core/model/json.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { ORIGINALS } from '../store/articles.ts';
import type { StoreError } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import { codebookOf } from './codebook-view.ts';
import { createWorkspace, type WorkspaceOptions } from './open-workspace.ts';
import { analystsOf, articlesOf } from './project-view.ts';

/** What a new project takes from another one. */
export interface CopyRequest {
  readonly from: Store;
  /** Folder that does not exist yet or is empty. */
  readonly folder: string;
  readonly name: string;
  /** Who makes it. */
  readonly analyst: string;
  /** The articles too, with their tags and who they are for; never what is marked in them. */
  readonly articles: boolean;
}

/** What was made. */
export interface CopiedProject {
  readonly id: string;
  readonly articles: number;
}

/** Articles written with one flush, so that no more texts than these are in memory. */
const AT_ONCE = 100;

type Put = Parameters<Store['putArticles']>[0][number];

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The file as it was imported, where it is kept and can be read. */
async function originalOf(
  from: Store,
  sidecar: JsonObject,
): Promise<NonNullable<Put['original']> | undefined> {
  const name = sidecar['original'];
  // A sidecar may have been written by hand: no name may lead out of the folder.
  if (typeof name !== 'string' || path.basename(name) !== name) return undefined;
  try {
    const bytes = await readFile(path.join(from.dir, ORIGINALS, name));
    return { bytes, ext: path.extname(name).slice(1) };
  } catch {
    return undefined;
  }
}

async function filesOf(from: Store, { id }: Article): Promise<Result<Put, StoreError>> {
  const text = await from.text(id);
  if (!text.ok) return text;
  const read = await from.sidecar(id);
  if (!read.ok) return read;
  const { original: named, ...rest } = isObject(read.value) ? read.value : {};
  const original = await originalOf(from, { original: named ?? null });
  if (original === undefined) return ok({ articleId: id, text: text.value, sidecar: rest });
  const sidecar = { ...rest, original: named ?? null };
  return ok({ articleId: id, text: text.value, sidecar, original });
}

async function copySome(
  from: Store,
  to: Store,
  analyst: string,
  articles: readonly Article[],
): Promise<Result<void, StoreError>> {
  const puts: Put[] = [];
  for (const article of articles) {
    const files = await filesOf(from, article);
    if (!files.ok) return files;
    puts.push(files.value);
  }
  const put = await to.putArticles(puts);
  if (!put.ok) return put;
  const note = { label: 'Articles of another project', undoable: false };
  const written = await to.commit(analyst, articles.map(addArticle), note);
  return written.ok ? ok(undefined) : written;
}

async function fill(
  to: Store,
  { from, articles: takesArticles }: CopyRequest,
  analyst: string,
): Promise<Result<number, StoreError>> {
  const people = analystsOf(from).map(addAnalyst);
  const note = { label: 'People of another project', undoable: false };
  const written = people.length === 0 ? ok([]) : await to.commit(analyst, people, note);
  if (!written.ok) return written;
  const articles = takesArticles ? articlesOf(from) : [];
  for (let at = 0; at < articles.length; at += AT_ONCE) {
    const some = articles.slice(at, at + AT_ONCE);
    const done = await copySome(from, to, analyst, some);
    if (!done.ok) return done;
  }
  return ok(articles.length);
}

/**
 * Makes a project with the codebook and the people of another one, and its articles if asked for.
 * Annotations, comments, states and the codebook's older versions stay where they are. The new
 * project is closed again; where something failed, it is left as far as it came, and it says so.
 */
export async function copyProject(
  request: CopyRequest,
  options: WorkspaceOptions & { readonly clock: () => number },
): Promise<Result<CopiedProject, StoreError>> {
  const { from, folder, name, analyst } = request;
  const { version: _version, ...codebook } = codebookOf(from);
  const made = await createWorkspace(folder, name, analyst, { ...options, codebook });
  if (!made.ok) return made;
  const { store, me } = made.value;
  const filled = await fill(store, request, me.id);
  const { id } = store;
  const closed = await store.close();
  if (!filled.ok) {
    const message = `${filled.error.message}. The new project in ${folder} is not complete; remove it and try again.`;
    return err({ ...filled.error, message });
  }
  return closed.ok ? ok({ id, articles: filled.value }) : closed;
}
