import { create } from 'zustand';
import type { Input, Output } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/errors.ts';
import { t } from '../words/words.ts';
import { whenSaved } from './desk.ts';
import { call } from './host.ts';
import { announce, useProject } from './project.ts';
import { openDialog } from './view.ts';

/** What to write: a format, how it writes, and what goes out. */
export type ExportAsked = Input<'export.write'>;

/** What goes out. */
export type ExportChoice = ExportAsked['choice'];

/** What was written, and what the format could not carry. */
export type ExportReport = Extract<Output<'export.write'>, { file: string }>;

/** A format that can be written. */
export type ExportFormat = Output<'export.formats'>['formats'][number];

/** What an export would come to. */
export type ExportPreviewed = Extract<Output<'export.preview'>, { articles: number }>;

/** One's own work on everything. */
const FIRST_CHOICE: ExportChoice = {
  filter: '',
  whose: { kind: 'mine' },
  seed: '1',
  deidentify: false,
  unit: 'article',
  furniture: 'in',
};

/** The export as far as it has come. */
export interface ExportState {
  readonly asked: ExportAsked;
  /** The project whose labels and people the choice names. */
  readonly projectId: string;
  /** Articles that were selected for it; `undefined` where it was opened for the whole project. */
  readonly chosen: readonly string[] | undefined;
  /** Empty until they were asked for. */
  readonly formats: readonly ExportFormat[];
  /** Of the present choice; `undefined` while it is worked out. */
  readonly preview: ExportPreviewed | undefined;
  /** Why the filter cannot be read, while it is half typed. */
  readonly filterProblem: string | undefined;
  readonly busy: boolean;
  readonly report: ExportReport | undefined;
  readonly error: AppError | undefined;
}

/** The export. Read with a selector; the choice outlives the dialog. */
export const useExport = create<ExportState>()(() => ({
  asked: { format: 'jsonl', options: { offsetUnit: 'codePoint' }, choice: FIRST_CHOICE },
  projectId: '',
  chosen: undefined,
  formats: [],
  preview: undefined,
  filterProblem: undefined,
  busy: false,
  report: undefined,
  error: undefined,
}));

const set = useExport.setState;

/** Asks for something else; a report of what was asked before is put away. */
export function ask(asked: ExportAsked): void {
  set({ asked, report: undefined, error: undefined });
}

/** Changes the format and how it writes. What was asked for is the recipe's no more. */
export function chooseWriting(patch: Partial<Pick<ExportAsked, 'format' | 'options'>>): void {
  const { recipe: _recipe, ...asked } = useExport.getState().asked;
  ask({ ...asked, ...patch });
}

/** Changes what goes out; what is `undefined` is not asked for any more. */
export function chooseExport(
  patch: {
    readonly [K in keyof ExportChoice]?: ExportChoice[K] | undefined;
  },
): void {
  const { choice } = useExport.getState().asked;
  const { recipe: _recipe, ...asked } = useExport.getState().asked;
  const entries = Object.entries({ ...choice, ...patch });
  const kept = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  ask({ ...asked, choice: kept as ExportChoice });
}

/** Opens the export: of some articles, or of the whole project. */
export function openExport(chosen?: readonly string[]): void {
  set({ chosen });
  const projectId = useProject.getState().project?.id ?? '';
  if (projectId !== useExport.getState().projectId) {
    set({ projectId });
    const { format, options } = useExport.getState().asked;
    ask({ format, options, choice: FIRST_CHOICE });
  }
  chooseArticles(chosen);
  openDialog('export');
}

/** Says which articles go out: these, or all of the project. */
export function chooseArticles(ids: readonly string[] | undefined): void {
  chooseExport({ articles: ids === undefined ? undefined : [...ids] });
}

/** Puts the last report away. */
export function forgetExport(): void {
  set({ report: undefined, error: undefined });
}

/** Asks which formats can be written. */
export async function loadFormats(): Promise<void> {
  if (useExport.getState().formats.length > 0) return;
  const reply = await call('export.formats', {});
  if (reply.ok) set({ formats: reply.value.formats });
  else set({ error: reply.error });
}

/** Works out what the present choice would come to. One that was asked for before is given up. */
export async function previewExport(): Promise<void> {
  const { asked } = useExport.getState();
  set({ preview: undefined });
  await whenSaved();
  const reply = await call('export.preview', asked);
  if (useExport.getState().asked !== asked) return;
  if (!reply.ok) set({ error: reply.error });
  else if ('filterProblem' in reply.value) set(reply.value);
  else if ('articles' in reply.value) set({ preview: reply.value, filterProblem: undefined });
}

/** Writes the dataset; a dialog of the system asks where. */
export async function writeExport(): Promise<void> {
  if (useExport.getState().busy) return;
  set({ busy: true, report: undefined, error: undefined });
  // What is on screen is what is written.
  await whenSaved();
  const reply = await call('export.write', useExport.getState().asked);
  set({ busy: false });
  if (!reply.ok) {
    set({ error: reply.error });
    return;
  }
  if ('cancelled' in reply.value) return;
  if ('filterProblem' in reply.value) {
    set(reply.value);
    return;
  }
  set({ report: reply.value });
  const { file } = reply.value;
  announce(() => t('state.exported', { file }));
}
