import type { Input } from '../../ipc/contract.ts';
import { t } from '../words/words.ts';
import { inBackground } from './background.ts';
import { type Draft, resumeDraft, useCodebook } from './codebook.ts';
import { call } from './host.ts';
import { announce, onOtherProject, useProject } from './project.ts';

/** A draft rests so long before it is kept, in milliseconds. */
const PAUSE = 500;

let timer: ReturnType<typeof setTimeout> | undefined;
/** The draft as main has it. */
let kept: Draft | undefined;

/** Keeps the draft of the codebook as it is now, so that it is there after a restart. */
export async function keepDraftNow(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const { project } = useProject.getState();
  const { draft } = useCodebook.getState();
  if (project === undefined || draft === kept) return;
  kept = draft;
  const input = draft === undefined ? {} : { draft: draft as unknown as KeptInput };
  const reply = await call('codebook.keepDraft', { project: project.id, ...input });
  if (!reply.ok) announce(reply.error.message, 'problem');
}

/** True where a draft of the codebook was written and is not published. */
export function hasKeptDraft(): boolean {
  return useCodebook.getState().draft !== undefined;
}

type KeptInput = NonNullable<Input<'codebook.keepDraft'>['draft']>;

async function findDraft(projectId: string): Promise<void> {
  const reply = await call('codebook.draft', {});
  if (!reply.ok) {
    announce(reply.error.message, 'problem');
    return;
  }
  const draft = reply.value.draft as unknown as Draft | undefined;
  if (draft === undefined || useProject.getState().project?.id !== projectId) return;
  kept = draft;
  if (!resumeDraft(draft)) return;
  announce(() => t('state.draftFound'), 'polite', undefined, {
    get words() {
      return t('state.openCodebook');
    },
    command: 'codebook.show',
  });
}

/** Keeps drafts as they are written, and finds them again when their project is opened. */
export function followDrafts(): () => void {
  const stopKeeping = useCodebook.subscribe((state, before) => {
    if (state.draft === before.draft) return;
    clearTimeout(timer);
    timer = setTimeout(() => inBackground(keepDraftNow()), PAUSE);
  });
  const stopFinding = onOtherProject(() => {
    // What the page let go of was the draft of the project before.
    clearTimeout(timer);
    kept = undefined;
    const id = useProject.getState().project?.id;
    if (id !== undefined) inBackground(findDraft(id));
  });
  return () => {
    stopKeeping();
    stopFinding();
  };
}
