import { reasonIn } from '../../core/fault-words.ts';
import type { Handlers } from '../../ipc/server.ts';
import type { KeptDraft } from './preferences.ts';
import { refuse } from './problems.ts';
import type { ServiceOptions } from './service-options.ts';

/**
 * Drafts of codebooks. They are kept with the settings of this computer and not in the project: what
 * is not published is nobody else's concern, and no step in the project's history.
 */
export function codebookDraftHandlers({
  session,
  preferences,
}: ServiceOptions): Pick<Handlers, 'codebook.draft' | 'codebook.keepDraft'> {
  return {
    'codebook.draft': () => {
      const open = session.need();
      if (!open.ok) return Promise.resolve(open);
      const draft = preferences.draft(open.value.store.id);
      return Promise.resolve({ ok: true, value: draft === undefined ? {} : { draft } });
    },
    'codebook.keepDraft': async ({ project, draft }) => {
      const open = session.need();
      if (!open.ok) return open;
      if (open.value.store.id !== project) {
        return refuse('not-found', 'Another project is open by now; the draft was not kept.');
      }
      try {
        // Defaults of the schema are filled in by now; only its input type still has them optional.
        await preferences.keepDraft(project, draft as KeptDraft | undefined);
      } catch (cause) {
        return refuse('io', `The draft of the codebook could not be kept: ${reasonIn(cause)}`);
      }
      return { ok: true, value: {} };
    },
  };
}
