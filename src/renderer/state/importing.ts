import type { AppEvent, Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import { t } from '../words/words.ts';
import { inBackground } from './background.ts';
import { showImported, whenSaved } from './desk.ts';
import { call, onEvent, pathsOf } from './host.ts';
import {
  articleEdits,
  comingIn,
  editKeyOf,
  editOf,
  forgetTexts,
  type ImportEdit,
  type ImportField,
  type ImportItem,
  type ImportResult,
  type ImportState,
  noImport,
  stillToRead,
  takeImportEvent,
  useImport,
} from './import-batch.ts';
import { openNames } from './import-names.ts';
import { announce, useProject } from './project.ts';
import { goTo } from './view.ts';

type ImportEvent = Extract<AppEvent, { type: 'import' }>;

const get = useImport.getState;
const set = useImport.setState;

/** Events that came before the answer that names their batch. */
let early: ImportEvent[] = [];

/** Listens for what has been read; returns how to stop. */
export function followImport(): () => void {
  const stopEvents = onEvent((event) => {
    if (event.type !== 'import') return;
    const { batch } = get();
    if (batch === undefined) early.push(event);
    else if (event.batch === batch) take(event);
  });
  // An import belongs to the project it was begun in.
  const stopProject = useProject.subscribe((state, before) => {
    if (state.project?.id === before.project?.id) return;
    set(noImport());
    goTo('articles');
  });
  return () => {
    stopEvents();
    stopProject();
  };
}

function take(event: ImportEvent): void {
  takeImportEvent(event);
  showFirst();
  showNews(event);
  if (event.finished && get().whenRead) inBackground(applyImport());
}

function showFirst(): void {
  const { selected, items } = get();
  if (selected !== undefined) return;
  const first = items.find((item) => item.state === 'ready');
  if (first !== undefined) inBackground(showItem(first.key));
}

/** The file in sight may have been read only now. */
function showNews(event: ImportEvent): void {
  const { selected, preview } = get();
  const news = event.items.some((item) => item.key === selected && item.state === 'ready');
  if (selected !== undefined && news && preview?.key !== selected) inBackground(showItem(selected));
}

type BatchReply = Promise<Reply<Output<'import.read'>>>;

async function begin(reading: BatchReply): Promise<void> {
  early = [];
  set({ ...noImport(), phase: 'open', finished: false });
  goTo('import');
  const reply = await reading;
  if (!reply.ok) {
    set({ finished: true, error: reply.error });
    return;
  }
  const { batch, items } = reply.value;
  const unread = stillToRead({ items });
  set({ batch, items, total: items.length, done: items.length - unread, finished: unread === 0 });
  for (const event of early.filter((one) => one.batch === batch)) take(event);
  early = [];
  showFirst();
}

function isFree(): boolean {
  if (get().phase === 'idle' || get().error !== undefined) return true;
  announce(() => t('state.bringFirst'), 'problem');
  return false;
}

/** Reads files and folders for a preview. */
export async function readPaths(paths: readonly string[]): Promise<void> {
  if (paths.length === 0 || !isFree()) return;
  await begin(call('import.read', { paths: [...paths] }));
}

/** Reads what was dropped on the window. */
export async function readDropped(files: Iterable<File>): Promise<void> {
  const paths = pathsOf(files);
  if (paths.length > 0) await readPaths(paths);
  else announce(() => t('state.nothingDropped'), 'problem');
}

/** Asks for files or a folder; nothing where the dialog was closed. */
export async function choosePaths(what: 'files' | 'folder'): Promise<readonly string[]> {
  if (!isFree()) return [];
  const reply = await call('import.choose', { what });
  if (!reply.ok) {
    announce(reply.error.message, 'problem');
    return [];
  }
  return 'cancelled' in reply.value ? [] : reply.value.paths;
}

/** Reads pasted text as one article. */
export async function readPasted(text: string): Promise<void> {
  if (text.trim() === '' || !isFree()) return;
  await begin(call('import.paste', { text }));
}

/** Shows what one file would look like. @param article which of its articles, from 0 */
export async function showItem(key: string, article = 0): Promise<void> {
  const { batch, selected } = get();
  const item = get().items.find((one) => one.key === key);
  // From one article of a file to the next, the text in sight stays until the other is there.
  set({ selected: key, article, previewError: undefined });
  if (selected !== key) set({ preview: undefined, articles: [] });
  if (batch === undefined || item === undefined || item.state !== 'ready') return;
  if (item.articles > 1 && get().articles.length === 0) inBackground(loadArticles(batch, key));
  const reply = await call('import.preview', { batch, key, article });
  const now = get();
  if (now.selected !== key || now.article !== article || now.batch !== batch) return;
  const editKey = editKeyOf(item, article);
  if (reply.ok) set({ preview: { key, article, editKey, ...reply.value } });
  else set({ preview: undefined, previewError: reply.error });
}

async function loadArticles(batch: string, key: string): Promise<void> {
  const reply = await call('import.articles', { batch, key });
  if (get().selected !== key || get().batch !== batch) return;
  if (reply.ok) set({ articles: reply.value.articles });
  else announce(reply.error.message, 'problem');
}

/** Reads one file again with a charset of the person's choice. */
export async function readAs(key: string, charset: string): Promise<void> {
  await readAgain(key, { charset });
}

/** Reads a table again with columns that are what a person says. */
export async function readColumns(
  key: string,
  columns: readonly ImportItem['columns'][number][],
): Promise<void> {
  await readAgain(key, { columns: columns.map(({ name, as }) => ({ name, as })) });
}

type Choice = Pick<Input<'import.reread'>, 'charset' | 'columns'>;

async function readAgain(key: string, choice: Choice): Promise<void> {
  const { batch } = get();
  if (batch === undefined) return;
  const reply = await call('import.reread', { batch, key, ...choice });
  if (get().batch !== batch) return;
  if (!reply.ok) {
    announce(reply.error.message, 'problem');
    return;
  }
  const { item } = reply.value;
  forgetTexts(key);
  set((state) => ({ items: state.items.map((one) => (one.key === key ? item : one)) }));
  await showItem(key);
}

type Wanted = Input<'import.apply'>['items'][number];

type Fields = Pick<Wanted, ImportField | 'furniture'>;

function fieldsOf({ fields, furniture }: ImportEdit): Fields {
  return {
    ...fields,
    ...(furniture === undefined ? {} : { furniture: furniture.map((one) => ({ ...one })) }),
  };
}

function wanted(state: ImportState, item: ImportItem): Wanted {
  const articles = articleEdits(state, item).map(([article, edit]) => ({
    article,
    leftOut: edit.leftOut,
    ...fieldsOf(edit),
  }));
  return {
    key: item.key,
    ...fieldsOf(editOf(state, item.key)),
    ...(articles.length === 0 ? {} : { articles }),
  };
}

function summary(result: ImportResult): string {
  const count = result.imported.length;
  const here = result.skipped.length;
  let imported = t('state.imported', { count });
  if (here > 0) imported = t('state.importHere', { imported, count: here });
  if (result.failed.length > 0) imported = t('state.importSome', { imported });
  return count === 0 ? imported : t('state.importUndo', { imported });
}

function hasOpenNames(items: readonly ImportItem[]): boolean {
  return openNames(items, get().choices).length > 0;
}

/** Labels that the codebook lacks come in as somebody says, and not before. */
async function showOpenNames(items: readonly ImportItem[]): Promise<void> {
  const { choices, selected } = get();
  const open = items.filter((item) => openNames([item], choices).length > 0);
  const [first] = open;
  if (first !== undefined && !open.some(({ key }) => key === selected)) await showItem(first.key);
  const count = openNames(items, choices).length;
  announce(() => t('state.importNames', { count }), 'problem');
}

/** Adds what is ready, as one step; while files are still being read, as soon as they are. */
export async function applyImport(): Promise<void> {
  const state = get();
  const { batch } = state;
  if (batch === undefined || state.phase !== 'open') return;
  if (!state.finished) {
    set({ whenRead: !state.whenRead });
    return;
  }
  const items = comingIn(state);
  if (items.length === 0) return;
  if (hasOpenNames(items)) {
    set({ whenRead: false });
    await showOpenNames(items);
    return;
  }
  set({ phase: 'applying', whenRead: false });
  await whenSaved();
  const reply = await call('import.apply', {
    batch,
    items: items.map((item) => wanted(state, item)),
    names: [...state.choices.values()],
  });
  if (!reply.ok) {
    set({ phase: 'open' });
    announce(reply.error.message, 'problem');
    return;
  }
  const { result } = reply.value;
  set(noImport());
  goTo('articles');
  showImported(reply.value);
  if (result.failed.length > 0) {
    set({ result });
    goTo('import');
  }
  announce(() => summary(result));
}

/** Puts the result of the last import away. */
export function leaveResult(): void {
  set({ result: undefined });
  goTo('articles');
}

/** Leaves the import: nothing is added. */
export async function cancelImport(): Promise<void> {
  const { batch, phase } = get();
  if (phase === 'applying') return;
  set(noImport());
  goTo('articles');
  if (batch !== undefined) await call('import.cancel', { batch });
}
