import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { ok } from '../../core/result.ts';
import type { ImportResult } from './failure.ts';
import { refuse } from './failure.ts';
import type { ImportLimits } from './limits.ts';
import { DEFAULT_LIMITS } from './limits.ts';

/** The files of a folder that can be imported, and what was left out. */
export interface FolderListing {
  /** Absolute when the folder was; sorted by name, folder by folder. */
  readonly files: readonly string[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** True when a limit ended the search: there are more files. */
  readonly more: boolean;
}

/** Extensions of files that may hold articles. Other files can still be chosen one by one. */
const ARTICLES = new Set(
  '.txt .text .md .markdown .mdown .html .htm .xhtml .shtml .mhtml .mht .jsonl'.split(' '),
);
const PROJECT = '.verbale';

/** True for a file that may hold an article, by its name. */
export function mayHoldArticle(path: string): boolean {
  return ARTICLES.has(extname(path).toLowerCase());
}

interface Walk {
  readonly limits: ImportLimits;
  /** Extensions that are taken besides, with their dot. */
  readonly also: ReadonlySet<string>;
  readonly files: string[];
  readonly skipped: { path: string; reason: string }[];
  more: boolean;
}

/**
 * Lists the files below a folder that can be imported. Hidden files and folders, links (they may
 * lead out of the folder, or in circles), and project folders are left out.
 * @param also extensions that are taken besides those of articles, with their dot
 */
export async function listFolder(
  folder: string,
  limits: Partial<ImportLimits> = {},
  also: ReadonlySet<string> = new Set(),
): Promise<ImportResult<FolderListing>> {
  const walk: Walk = {
    limits: { ...DEFAULT_LIMITS, ...limits },
    also,
    files: [],
    skipped: [],
    more: false,
  };
  try {
    await visit(walk, folder, 0);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown reason';
    return refuse(folder, 'unreadable', `The folder could not be listed (${reason}).`);
  }
  return ok({ files: walk.files, skipped: walk.skipped, more: walk.more });
}

async function visit(walk: Walk, folder: string, depth: number): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (walk.files.length >= walk.limits.folderFiles) {
      walk.more = true;
      return;
    }
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) {
      continue;
    }
    if (entry.isDirectory()) {
      await visitFolder(walk, path, entry.name, depth);
    } else {
      takeFile(walk, path, entry);
    }
  }
}

async function visitFolder(walk: Walk, path: string, name: string, depth: number): Promise<void> {
  if (name.endsWith(PROJECT)) {
    walk.skipped.push({ path, reason: 'a Verbale project' });
  } else if (depth >= walk.limits.folderDepth) {
    walk.more = true;
    walk.skipped.push({ path, reason: 'too deep' });
  } else {
    try {
      await visit(walk, path, depth + 1);
    } catch {
      walk.skipped.push({ path, reason: 'may not be read' });
    }
  }
}

function isTaken({ also }: Walk, name: string): boolean {
  return mayHoldArticle(name) || also.has(extname(name).toLowerCase());
}

function takeFile(walk: Walk, path: string, entry: Dirent): void {
  if (entry.isSymbolicLink()) {
    walk.skipped.push({ path, reason: 'a link' });
  } else if (entry.isFile() && isTaken(walk, entry.name)) {
    walk.files.push(path);
  } else {
    walk.skipped.push({ path, reason: 'not text' });
  }
}
