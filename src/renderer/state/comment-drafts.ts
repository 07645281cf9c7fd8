import { create } from 'zustand';
import { inBackground } from './background.ts';
import { call } from './host.ts';
import { announce, useProject } from './project.ts';

/** What is being written: `new <annotation or article id>`, `reply <thread>` or `edit <comment>`. */
export type DraftKey = `${'new' | 'reply' | 'edit'} ${string}`;

type Words = Readonly<Record<string, string>>;

const NOTHING: Words = {};

/** The words of comments that are not posted yet, by {@link DraftKey}. Read with a selector. */
export const useCommentWords = create<{ readonly words: Words }>()(() => ({ words: NOTHING }));

/** Milliseconds that words rest before they are kept. */
const PAUSE = 500;

/** Whose words they are: project id and analyst id. */
interface Owner {
  readonly project: string;
  readonly analyst: string;
}

let owner: Owner | undefined;
/** The words as main has them. */
let kept: Words = NOTHING;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps words that are not posted yet; without words, forgets them. */
export function keepDraft(key: DraftKey, words: string): void {
  useCommentWords.setState((state) => {
    const { [key]: _before, ...others } = state.words;
    return { words: words === '' ? others : { ...others, [key]: words } };
  });
}

/** Keeps what is being written as it is now, so that it is there after a restart. */
export async function keepCommentsNow(): Promise<void> {
  clearTimeout(timer);
  const { words } = useCommentWords.getState();
  if (owner === undefined || words === kept) return;
  kept = words;
  const reply = await call('comment.keepDrafts', { ...owner, drafts: { ...words } });
  if (!reply.ok) announce(reply.error.message, 'problem');
}

async function find(whose: Owner): Promise<void> {
  const reply = await call('comment.drafts', {});
  if (owner !== whose) return;
  if (!reply.ok) {
    announce(reply.error.message, 'problem');
    return;
  }
  kept = reply.value.drafts;
  // What was typed meanwhile is newer.
  useCommentWords.setState(({ words }) =>
    words === NOTHING ? { words: kept } : { words: { ...kept, ...words } },
  );
}

function take(project: string | undefined, analyst: string): void {
  if (owner?.project === project && (project === undefined || owner?.analyst === analyst)) return;
  clearTimeout(timer);
  owner = project === undefined ? undefined : { project, analyst };
  kept = NOTHING;
  useCommentWords.setState({ words: NOTHING });
  if (owner !== undefined) inBackground(find(owner));
}

/** Keeps comments as they are written, and finds them again for their project and analyst. */
export function followCommentDrafts(): () => void {
  const stopKeeping = useCommentWords.subscribe((state, before) => {
    if (state.words === before.words || state.words === kept) return;
    clearTimeout(timer);
    timer = setTimeout(() => inBackground(keepCommentsNow()), PAUSE);
  });
  const stopFinding = useProject.subscribe(({ project }, before) => {
    if (project !== before.project) take(project?.id, project?.me.id ?? '');
  });
  return () => {
    stopKeeping();
    stopFinding();
  };
}
