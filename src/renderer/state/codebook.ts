import { create } from 'zustand';
import type { Choice, PublishChoices } from '../../core/codebook/gone.ts';
import type { CodebookContent, CodebookVersion } from '../../core/model/codebook.ts';
import type { Json } from '../../core/model/json.ts';
import { isSameJson } from '../../core/model/same-json.ts';
import type { Output } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/errors.ts';
import { t } from '../words/words.ts';
import { inBackground } from './background.ts';
import { showProject, undo, whenSaved } from './desk.ts';
import { call } from './host.ts';
import { announce, onOtherProject, useProject } from './project.ts';

/** What a draft would do, as the main process plans it. */
export type CodebookPlan = Output<'codebook.plan'>;
/** One thing in use that a draft leaves out. */
export type Touch = CodebookPlan['touches'][number];
/** Why a file holds no codebook. */
export type FileProblem = {
  readonly line: number;
  readonly field: string;
  readonly message: string;
};

/** A codebook that is being written and not in force. */
export interface Draft {
  /** The version it began from. */
  readonly base: number;
  readonly content: CodebookContent;
}

/** Lists of a codebook whose entries are edited one by one. */
export type EntryList = 'labels' | 'attributes' | 'relationTypes' | 'rules';
/** What the codebook page shows. */
export type Section = EntryList | 'guidelines' | 'versions' | 'second-look';

/** The codebook as the page works on it. The one in force is in the project. */
export interface CodebookState {
  readonly section: Section;
  /** List → id of the entry in the editor. */
  readonly entry: Readonly<Partial<Record<EntryList, string>>>;
  readonly draft: Draft | undefined;
  /** What Undo of the draft goes back to; the last is the newest. */
  readonly steps: readonly (Draft | undefined)[];
  /** Of the draft as it is now, a moment after it changed. */
  readonly plan: CodebookPlan | undefined;
  readonly planError: AppError | undefined;
  readonly choices: PublishChoices;
  readonly publishing: boolean;
  readonly publishBusy: boolean;
  readonly fileProblems:
    | { readonly file: string; readonly problems: readonly FileProblem[] }
    | undefined;
  /** Oldest first; `undefined` until they are read. */
  readonly versions: readonly CodebookVersion[] | undefined;
  readonly error: AppError | undefined;
}

const NO_CHOICES: PublishChoices = { labels: {}, attributes: {}, values: {}, relationTypes: {} };

function nothing(): CodebookState {
  return {
    section: 'labels',
    entry: {},
    draft: undefined,
    steps: [],
    plan: undefined,
    planError: undefined,
    choices: NO_CHOICES,
    publishing: false,
    publishBusy: false,
    fileProblems: undefined,
    versions: undefined,
    error: undefined,
  };
}

/** The codebook page. Read with a selector. */
export const useCodebook = create<CodebookState>()(() => nothing());

const get = useCodebook.getState;
const set = useCodebook.setState;

/** How long a draft rests before its plan is made, in milliseconds. */
const PLAN_AFTER_MS = 150;
/** Most steps that Undo of the draft goes back. */
const STEPS = 200;

let planning: ReturnType<typeof setTimeout> | undefined;
/** What the last step changed, so that letters typed in one field are one step. */
let lastStep = '';

onOtherProject(() => set(nothing()));

/** The codebook in force without its version. */
export function contentInForce(): CodebookContent | undefined {
  const codebook = useProject.getState().project?.codebook;
  if (codebook === undefined) return undefined;
  const { version: _version, ...content } = codebook;
  return content;
}

/** Shows a section of the page. */
export function showSection(section: Section): void {
  set({ section });
}

/** Opens an entry in the editor. */
export function showEntry(list: EntryList, id: string): void {
  set((state) => ({ section: list, entry: { ...state.entry, [list]: id } }));
}

/** Plans the draft as it is. The newest answer counts. */
export async function planDraft(): Promise<void> {
  clearTimeout(planning);
  const { draft, choices } = get();
  if (draft === undefined) return;
  await whenSaved();
  const reply = await call('codebook.plan', {
    base: draft.base,
    next: draft.content as never,
    choices,
  });
  if (get().draft !== draft || get().choices !== choices) return;
  if (reply.ok) set({ plan: reply.value, planError: undefined });
  else set({ plan: undefined, planError: reply.error });
}

function setDraft(draft: Draft | undefined): void {
  set({
    draft,
    choices: NO_CHOICES,
    ...(draft === undefined ? { plan: undefined, planError: undefined } : {}),
  });
  clearTimeout(planning);
  if (draft !== undefined) planning = setTimeout(() => inBackground(planDraft()), PLAN_AFTER_MS);
}

/** Goes on with a draft that was kept, unless it says what is in force, or another was begun. */
export function resumeDraft(draft: Draft): boolean {
  if (get().draft !== undefined || sameAsInForce(draft.content)) return false;
  setDraft(draft);
  return true;
}

/** True where publishing this would change nothing. */
export function sameAsInForce(content: CodebookContent): boolean {
  return isSameJson(content as unknown as Json, (contentInForce() ?? null) as unknown as Json);
}

/**
 * Changes the draft; what says the same as the codebook in force is no draft.
 * @param step names what is changed: changes in a row with one name are one step of Undo
 */
export function editDraft(
  step: string,
  change: (content: CodebookContent) => CodebookContent,
): void {
  const { project } = useProject.getState();
  const { draft, steps } = get();
  const before = draft?.content ?? contentInForce();
  if (project === undefined || before === undefined || project.readOnly) return;
  const content = change(before);
  if (content === before) return;
  if (step !== lastStep || step === '') set({ steps: [...steps, draft].slice(-STEPS) });
  lastStep = step;
  setDraft(
    sameAsInForce(content) ? undefined : { base: draft?.base ?? project.codebook.version, content },
  );
}

/** Puts a whole codebook, such as a template, in place of the draft. */
export function replaceDraft(content: CodebookContent): void {
  lastStep = '';
  set({ fileProblems: undefined });
  editDraft('', () => content);
}

/** Takes back the last change of the draft; answers whether there was one. */
export function undoDraft(): boolean {
  const { steps } = get();
  if (steps.length === 0) return false;
  lastStep = '';
  setDraft(steps.at(-1));
  set({ steps: steps.slice(0, -1) });
  announce(() => t('state.draftUndone'));
  return true;
}

/** Takes back the last change of the draft, or else the last thing this analyst did. */
export function undoHere(): void {
  if (!undoDraft()) inBackground(undo());
}

/** Throws the draft away; Undo brings it back. */
export function discardDraft(): void {
  const { draft, steps } = get();
  if (draft === undefined) return;
  lastStep = '';
  setDraft(undefined);
  set({ steps: [...steps, draft].slice(-STEPS) });
  announce(() => t('state.draftDiscarded'));
}

/** Goes on with the draft from the version that is in force now. */
export function followVersion(): void {
  const { project } = useProject.getState();
  const { draft } = get();
  if (project === undefined || draft === undefined) return;
  setDraft({ ...draft, base: project.codebook.version });
}

function chosen(choices: PublishChoices, touch: Touch, choice: Choice): PublishChoices {
  const { what, id, attribute = '' } = touch;
  if (what === 'value') {
    const values = {
      ...choices.values,
      [attribute]: { ...choices.values[attribute], [id]: choice },
    };
    return { ...choices, values };
  }
  const list = (
    { label: 'labels', attribute: 'attributes', relationType: 'relationTypes' } as const
  )[what];
  return { ...choices, [list]: { ...choices[list], [id]: choice } };
}

/** Chooses what happens to what is in use and goes. */
export function choose(touch: Touch, choice: Choice): void {
  set({ choices: chosen(get().choices, touch, choice) });
  inBackground(planDraft());
}

/** Opens or closes the dialog that publishes. */
export function showPublishing(publishing: boolean): void {
  if (get().publishBusy) return;
  set({ publishing });
  if (publishing) inBackground(planDraft());
}

/** Publishes the draft as one step that undo takes back. */
export async function publishDraft(summary: string): Promise<void> {
  const { draft, choices, publishBusy, plan } = get();
  if (draft === undefined || publishBusy || plan?.ready !== true) return;
  set({ publishBusy: true });
  await whenSaved();
  const reply = await call('codebook.publish', {
    base: draft.base,
    next: draft.content as never,
    choices,
    summary,
  });
  set({ publishBusy: false });
  if (!reply.ok) {
    set({ planError: reply.error });
    return;
  }
  const version = reply.value.project.codebook.version;
  set({ draft: undefined, steps: [], plan: undefined, choices: NO_CHOICES, publishing: false });
  lastStep = '';
  showProject(reply.value.project, useProject.getState().articleId);
  announce(() => t('state.published', { version }));
}

/** Reads the versions that were published. */
export async function readVersions(): Promise<void> {
  const reply = await call('codebook.read', {});
  if (reply.ok) set({ versions: reply.value.versions, error: undefined });
  else set({ error: reply.error });
}

/** Says that a draft is kept, when somebody leaves the page. */
export function tellDraft(): void {
  const { draft } = get();
  if (draft === undefined || useProject.getState().project === undefined) return;
  announce(() => t('state.draftIsKept'));
}
