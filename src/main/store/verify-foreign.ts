import { isFileName } from '../../core/log/schema.ts';
import type { Disk } from './disk.ts';
import {
  ARTICLES_FOLDER,
  BACKUPS_FOLDER,
  BUNDLES_FOLDER,
  HISTORY_FOLDER,
  LOCK_FILE,
  LOG_FOLDER,
  ORIGINALS_FOLDER,
  PROJECT_FILE,
  QUARANTINE_FOLDER,
  SEARCH_FOLDER,
} from './layout.ts';
import type { Findings } from './verify-findings.ts';

/** What systems leave in folders that somebody has looked at. */
const SYSTEM_NAMES: ReadonlySet<string> = new Set(['Thumbs.db', 'desktop.ini']);

/** Which names belong into a folder. */
type Belongs = (name: string) => boolean;

/** Names of the form `<a file name><one of the endings>`. */
function named(...endings: readonly string[]): Belongs {
  return (name) =>
    endings.some((end) => name.endsWith(end) && isFileName(name.slice(0, -end.length)));
}

function oneOf(...names: readonly string[]): Belongs {
  return (name) => names.includes(name);
}

const SNAPSHOTS = named('.json', '.json.bak');
const FILES_AT_THE_TOP = oneOf(PROJECT_FILE, `${PROJECT_FILE}.bak`, LOCK_FILE);
/** The folders of a project, with what they hold: files, and folders by the same rule. */
const FOLDERS: {
  readonly [folder: string]: { readonly files: Belongs; readonly inner?: Belongs };
} = {
  [ARTICLES_FOLDER]: { files: named('.txt', '.json') },
  layers: { files: () => false, inner: SNAPSHOTS },
  gold: { files: SNAPSHOTS },
  review: { files: SNAPSHOTS },
  [HISTORY_FOLDER]: { files: SNAPSHOTS },
  [BUNDLES_FOLDER]: { files: named('.json', '.vbundle', '.aside') },
  [LOG_FOLDER]: { files: () => false, inner: named('.jsonl') },
};
/** Folders whose content is nobody's business here. */
const CLOSED: ReadonlySet<string> = new Set([QUARANTINE_FOLDER, BACKUPS_FOLDER, SEARCH_FOLDER]);

async function names(disk: Disk, path: string): Promise<readonly string[]> {
  const all = await disk.list(path);
  return all.filter((name) => !name.startsWith('.') && !SYSTEM_NAMES.has(name));
}

async function isFolder(disk: Disk, path: string): Promise<boolean> {
  return (await disk.stat(path))?.folder === true;
}

function tell(found: Findings, file: string): void {
  const message = 'This is not part of the project, and Verbale does not read it.';
  found.problems.push({ file, message });
}

async function checkFolder(
  disk: Disk,
  dir: string,
  folder: string,
  found: Findings,
): Promise<void> {
  const rule = FOLDERS[folder];
  if (rule === undefined) return;
  for (const name of await names(disk, `${dir}/${folder}`)) {
    const file = `${folder}/${name}`;
    if (file === `${ARTICLES_FOLDER}/${ORIGINALS_FOLDER}` || rule.files(name)) continue;
    const { inner } = rule;
    if (inner === undefined || !isFileName(name) || !(await isFolder(disk, `${dir}/${file}`))) {
      tell(found, file);
      continue;
    }
    for (const one of await names(disk, `${dir}/${file}`)) {
      if (!inner(one)) tell(found, `${file}/${one}`);
    }
  }
}

/**
 * Names what lies in the project's folder and is none of its files, such as the second copy that a
 * synchroniser makes of a file that was changed on two computers. Hidden files are left alone.
 */
export async function verifyForeign(disk: Disk, dir: string, found: Findings): Promise<void> {
  for (const name of await names(disk, dir)) {
    if (FOLDERS[name] !== undefined) await checkFolder(disk, dir, name, found);
    else if (!CLOSED.has(name) && !FILES_AT_THE_TOP(name)) tell(found, name);
  }
}
