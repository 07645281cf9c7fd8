import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { reasonIn } from '../../core/fault-words.ts';
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
  '.txt .text .md .markdown .mdown .html .htm .xhtml .shtml .mhtml .mht .docx .docm .pdf .eml .mbox .warc .jsonl'.split(
    ' ',
  ),
);
const PROJECT = '.verbale';

/** True for a file that may hold an article, by its name. */
export function mayHoldArticle(path: string): boolean {
  return ARTICLES.has(extname(path).toLowerCase()) || /\.warc\.gz$/iu.test(path);
}

const INNER_PROJECT = 'a Verbale project';
const ODD_NAME = 'its name is not UTF-8; rename it first';

/** Reasons for which a file is passed over that hold also when it is named alone. */
export const NEVER_TAKEN: ReadonlySet<string> = new Set([INNER_PROJECT, ODD_NAME]);

interface Walk {
  readonly limits: ImportLimits;
  /** Extensions that are taken besides, with their dot. */
  readonly also: ReadonlySet<string>;
  readonly files: string[];
  readonly skipped: { path: string; reason: string }[];
  more: boolean;
}

const A_PROJECT =
  'It is a Verbale project, not a folder of articles. Open it as a project; to bring its articles into another one, export it and import that file.';

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

/** True for a folder that a project is in, whatever its name: what is in it is no article. */
export async function isProject(folder: string): Promise<boolean> {
  return (
    (await isThere(join(folder, 'project.json'))) &&
    ((await isThere(join(folder, 'log'))) || (await isThere(join(folder, 'layers'))))
  );
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
  if (await isProject(folder)) return refuse(folder, 'unsupported', A_PROJECT);
  try {
    await visit(walk, folder, 0);
  } catch (cause) {
    const reason = reasonIn(cause);
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
      await takeFile(walk, path, entry);
    }
  }
}

async function visitFolder(walk: Walk, path: string, name: string, depth: number): Promise<void> {
  if (name.endsWith(PROJECT) || (await isProject(path))) {
    walk.skipped.push({ path, reason: INNER_PROJECT });
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

/** What Node puts in the place of bytes of a name that are not UTF-8: such a name leads nowhere. */
const UNREADABLE = '\ufffd';

/** What lies in a folder to tell about it; it can still be chosen by itself. */
const ABOUT = /^(?:readme|licen[cs]e|copying|changelog|contributing)(?:\.(?:md|txt|markdown))?$/iu;

async function takeFile(walk: Walk, path: string, entry: Dirent): Promise<void> {
  if (entry.name.includes(UNREADABLE) && !(await isThere(path))) {
    walk.skipped.push({ path, reason: ODD_NAME });
  } else if (entry.isSymbolicLink()) {
    walk.skipped.push({ path, reason: 'a link' });
  } else if (entry.isFile() && ABOUT.test(entry.name)) {
    walk.skipped.push({ path, reason: 'it is about the folder' });
  } else if (entry.isFile() && isTaken(walk, entry.name)) {
    walk.files.push(path);
  } else {
    walk.skipped.push({ path, reason: 'not text' });
  }
}
