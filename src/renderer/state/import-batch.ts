import { create } from 'zustand';
import type { Furniture } from '../../core/model/article.ts';
import type { AppEvent, Input, Output } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/errors.ts';

/** One file of an import. */
export type ImportItem = Output<'import.read'>['items'][number];

/** What is to become of one foreign name. */
export type NameWish = NonNullable<Input<'import.apply'>['names']>[number];

/** What an import came to. */
export type ImportResult = Output<'import.apply'>['result'];

/** The fields a person may correct before an article comes in. */
export type ImportField = 'title' | 'outlet' | 'byline' | 'date';

/** What a person changed about one file. */
export interface ImportEdit {
  readonly fields: Readonly<Partial<Record<ImportField, string>>>;
  readonly furniture: readonly Furniture[] | undefined;
  readonly leftOut: boolean;
}

/** The text of the file in sight. */
export interface ImportPreview {
  readonly key: string;
  readonly text: string;
  /** As it was found; what a person changed is in the edit. */
  readonly furniture: readonly Furniture[];
}

/** An import as far as it has come. Nothing is in the project before it is applied. */
export interface ImportState {
  readonly phase: 'idle' | 'open' | 'applying';
  readonly batch: string | undefined;
  readonly items: readonly ImportItem[];
  readonly edits: Readonly<Record<string, ImportEdit>>;
  readonly done: number;
  readonly total: number;
  readonly finished: boolean;
  /** Import as soon as everything is read. */
  readonly whenRead: boolean;
  /** Key of the file in sight. */
  readonly selected: string | undefined;
  readonly preview: ImportPreview | undefined;
  readonly previewError: AppError | undefined;
  /** What is to become of the names that datasets use, by kind and name, in all files. */
  readonly choices: ReadonlyMap<string, NameWish>;
  readonly error: AppError | undefined;
  /** What the last import came to, where not all of it came in; shown until it is put away. */
  readonly result: ImportResult | undefined;
}

const NO_EDIT: ImportEdit = { fields: {}, furniture: undefined, leftOut: false };

/** The state before and after an import. */
export function noImport(): ImportState {
  return {
    phase: 'idle',
    batch: undefined,
    items: [],
    edits: {},
    done: 0,
    total: 0,
    finished: true,
    whenRead: false,
    selected: undefined,
    preview: undefined,
    previewError: undefined,
    choices: new Map(),
    error: undefined,
    result: undefined,
  };
}

/** The import. Read with a selector; changed by `state/importing.ts` and the functions here. */
export const useImport = create<ImportState>()(() => noImport());

/** What a person changed about a file. */
export function editOf(state: Pick<ImportState, 'edits'>, key: string): ImportEdit {
  return state.edits[key] ?? NO_EDIT;
}

function changeEdit(key: string, patch: Partial<ImportEdit>): void {
  useImport.setState((state) => ({
    edits: { ...state.edits, [key]: { ...editOf(state, key), ...patch } },
  }));
}

/** Corrects a recognised field. */
export function editField(key: string, field: ImportField, value: string): void {
  const { fields } = editOf(useImport.getState(), key);
  changeEdit(key, { fields: { ...fields, [field]: value } });
}

/** Says what of a file is furniture. */
export function editFurniture(key: string, furniture: readonly Furniture[]): void {
  changeEdit(key, { furniture });
}

/** Leaves a file out of the import, or takes it in again. */
export function leaveOut(key: string, leftOut: boolean): void {
  changeEdit(key, { leftOut });
}

/** Forgets what was changed about a file's furniture, because its text is another one now. */
export function forgetFurniture(key: string): void {
  changeEdit(key, { furniture: undefined });
}

/** Files that would come in: read, new, and not left out. */
export function comingIn(state: Pick<ImportState, 'items' | 'edits'>): readonly ImportItem[] {
  return state.items.filter((item) => item.state === 'ready' && !editOf(state, item.key).leftOut);
}

/** Files that are not read yet. */
export function stillToRead(state: Pick<ImportState, 'items'>): number {
  return state.items.filter((item) => item.state === 'waiting' || item.state === 'reading').length;
}

/** Replaces the items that are known and appends those that are not. */
export function mergeItems(
  items: readonly ImportItem[],
  news: readonly ImportItem[],
): readonly ImportItem[] {
  const fresh = new Map(news.map((item) => [item.key, item]));
  const merged = items.map((item) => {
    const next = fresh.get(item.key);
    fresh.delete(item.key);
    return next ?? item;
  });
  return fresh.size === 0 ? merged : [...merged, ...fresh.values()];
}

/** Takes over what the main process has read since. */
export function takeImportEvent(event: Extract<AppEvent, { type: 'import' }>): void {
  const { items, done, total, finished } = event;
  useImport.setState((state) => ({
    items: mergeItems(state.items, items),
    done,
    total,
    finished,
  }));
}
