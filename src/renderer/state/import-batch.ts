import { create } from 'zustand';
import type { Furniture } from '../../core/model/article.ts';
import type { AppEvent, Input, Output } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/errors.ts';

/** One file of an import. */
export type ImportItem = Output<'import.read'>['items'][number];

/** One article of a file that holds several. */
export type ImportArticle = Output<'import.articles'>['articles'][number];

/** What is to become of one foreign name. */
export type NameWish = NonNullable<Input<'import.apply'>['names']>[number];

/** What an import came to. */
export type ImportResult = Output<'import.apply'>['result'];

/** The fields a person may correct before an article comes in. */
export type ImportField = 'title' | 'outlet' | 'byline' | 'date';

/** What a person changed about one file, or one article of several in it. */
export interface ImportEdit {
  readonly fields: Readonly<Partial<Record<ImportField, string>>>;
  readonly furniture: readonly Furniture[] | undefined;
  readonly leftOut: boolean;
}

/** The text in sight. */
export interface ImportPreview {
  readonly key: string;
  /** Which article of the file it is, from 0. */
  readonly article: number;
  /** Under which what a person changes about it is kept. */
  readonly editKey: string;
  readonly text: string;
  /** As it was found; what a person changed is in the edit. */
  readonly furniture: readonly Furniture[];
}

/** An import as far as it has come. Nothing is in the project before it is applied. */
export interface ImportState {
  readonly phase: 'idle' | 'open' | 'applying';
  readonly batch: string | undefined;
  readonly items: readonly ImportItem[];
  /** By {@link editKeyOf}. */
  readonly edits: Readonly<Record<string, ImportEdit>>;
  readonly done: number;
  readonly total: number;
  readonly finished: boolean;
  /** Import as soon as everything is read. */
  readonly whenRead: boolean;
  /** Key of the file in sight. */
  readonly selected: string | undefined;
  /** The article of that file that is in sight, from 0. */
  readonly article: number;
  /** The articles of that file, where it holds several and they were asked for. */
  readonly articles: readonly ImportArticle[];
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
    article: 0,
    articles: [],
    preview: undefined,
    previewError: undefined,
    choices: new Map(),
    error: undefined,
    result: undefined,
  };
}

/** The import. Read with a selector; changed by `state/importing.ts` and the functions here. */
export const useImport = create<ImportState>()(() => noImport());

/** Under which edits of an article are kept: the file's key, where the file holds no other. */
export function editKeyOf(item: Pick<ImportItem, 'key' | 'articles'>, article: number): string {
  return item.articles > 1 ? `${item.key}/${article}` : item.key;
}

/** What a person changed about a file, or an article of several. @param key see {@link editKeyOf} */
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

/** Leaves a file, or an article of several, out of the import, or takes it in again. */
export function leaveOut(key: string, leftOut: boolean): void {
  changeEdit(key, { leftOut });
}

/** Leaves all articles of a file out of the import, or takes them in again. */
export function leaveAllOut(item: ImportItem, leftOut: boolean): void {
  useImport.setState((state) => {
    const all = Array.from({ length: item.articles }, (_, index) => {
      const key = editKeyOf(item, index);
      return [key, { ...editOf(state, key), leftOut }] as const;
    });
    return { edits: { ...state.edits, ...Object.fromEntries(all) } };
  });
}

/** Forgets what was changed about texts of a file that are other ones now. */
export function forgetTexts(key: string): void {
  useImport.setState((state) => {
    const kept = Object.entries(state.edits).filter(([one]) => !one.startsWith(`${key}/`));
    const edits = Object.fromEntries(kept);
    const own = edits[key];
    return {
      edits: own === undefined ? edits : { ...edits, [key]: { ...own, furniture: undefined } },
      articles: state.selected === key ? [] : state.articles,
    };
  });
}

/** What a person said of articles of a file that holds several, by their places in it. */
export function articleEdits(
  { edits }: Pick<ImportState, 'edits'>,
  { key, articles }: Pick<ImportItem, 'key' | 'articles'>,
): readonly (readonly [number, ImportEdit])[] {
  if (articles <= 1) return [];
  const own = `${key}/`;
  return Object.entries(edits).flatMap(([one, edit]) =>
    one.startsWith(own) ? [[Number(one.slice(own.length)), edit] as const] : [],
  );
}

/** How many articles of a file that holds several were left out. */
export function articlesOut(
  state: Pick<ImportState, 'edits'>,
  item: Pick<ImportItem, 'key' | 'articles'>,
): number {
  return articleEdits(state, item).filter(([, { leftOut }]) => leftOut).length;
}

/** True for a file of which nothing comes in, because a person said so. */
export function isLeftOut(
  state: Pick<ImportState, 'edits'>,
  item: Pick<ImportItem, 'key' | 'articles'>,
): boolean {
  if (editOf(state, item.key).leftOut) return true;
  return item.articles > 1 && articlesOut(state, item) === item.articles;
}

/** Files that would come in: read, new, and not left out. */
export function comingIn(state: Pick<ImportState, 'items' | 'edits'>): readonly ImportItem[] {
  return state.items.filter((item) => item.state === 'ready' && !isLeftOut(state, item));
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
