import { reasonIn } from '../../core/fault-words.ts';
import type { Handlers } from '../../ipc/server.ts';
import { refuse } from './problems.ts';
import type { ServiceOptions } from './service-options.ts';

/** Comments that are being written, kept with the settings of this computer. */
export function commentDraftHandlers({
  session,
  preferences,
}: ServiceOptions): Pick<Handlers, 'comment.drafts' | 'comment.keepDrafts'> {
  return {
    'comment.drafts': () => {
      const open = session.need();
      if (!open.ok) return Promise.resolve(open);
      const { store, me } = open.value;
      return Promise.resolve({
        ok: true,
        value: { drafts: { ...preferences.commentDrafts(store.id, me.id) } },
      });
    },
    'comment.keepDrafts': async ({ project, analyst, drafts }) => {
      const open = session.need();
      if (!open.ok) return open;
      const { store, me } = open.value;
      if (store.id !== project || me.id !== analyst) {
        return refuse('not-found', 'Somebody else is at work by now; the comment was not kept.');
      }
      try {
        await preferences.keepCommentDrafts(project, analyst, drafts);
      } catch (cause) {
        return refuse('io', `The comment you are writing could not be kept: ${reasonIn(cause)}`);
      }
      return { ok: true, value: {} };
    },
  };
}
