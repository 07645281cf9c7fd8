import { inBackground } from './background.ts';
import { choosePaths, readDropped, readPasted, readPaths } from './importing.ts';
import { useProject } from './project.ts';
import { openDialog } from './view.ts';

/** What a person brings to be imported. */
export type Brought =
  | { readonly files: readonly File[] }
  | { readonly paths: readonly string[] }
  | { readonly text: string };

let waiting: Brought | undefined;

function read(what: Brought): Promise<void> {
  if ('files' in what) return readDropped(what.files);
  return 'paths' in what ? readPaths(what.paths) : readPasted(what.text);
}

/** Reads what was brought; where no project is open, a new one is asked for first. */
export function bringIn(what: Brought): void {
  if (useProject.getState().project !== undefined) {
    inBackground(read(what));
    return;
  }
  waiting = what;
  openDialog('new-project');
}

/** Asks for files or a folder and brings them in. */
export async function chooseAndBringIn(what: 'files' | 'folder'): Promise<void> {
  const paths = await choosePaths(what);
  if (paths.length > 0) bringIn({ paths });
}

/** True where a new project is asked for the sake of an import. */
export function importWaits(): boolean {
  return waiting !== undefined;
}

/** Forgets what waited: no project was made. */
export function forgetWaiting(): void {
  waiting = undefined;
}

/** Goes on with what waited, now that there is a project. */
export function goOnImporting(): void {
  const what = waiting;
  waiting = undefined;
  if (what !== undefined) inBackground(read(what));
}
