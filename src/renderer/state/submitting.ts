import type { Output } from '../../ipc/contract.ts';
import { said } from '../words/said.ts';
import { t } from '../words/words.ts';
import { adoptCommit, unsavedCount, whenSaved } from './desk.ts';
import { call } from './host.ts';
import { announce } from './project.ts';

/** What came of submitting layers. */
export type Submitted = Omit<Output<'layer.submit'>, 'ops' | 'history'>;

/** Articles that one call takes. */
const AT_ONCE = 50_000;

/**
 * Submits one's own layers of some articles: the main process checks each. Answers what was
 * submitted and what was left, or says why nothing was and answers nothing.
 */
export async function submitArticles(
  articleIds: readonly string[],
): Promise<Submitted | undefined> {
  await whenSaved();
  if (unsavedCount() > 0) {
    announce(() => t('state.submitUnsaved'), 'problem');
    return undefined;
  }
  if (articleIds.length > AT_ONCE) {
    announce(() => t('state.submitMost', { most: AT_ONCE }), 'problem');
    return undefined;
  }
  const reply = await call('layer.submit', { articleIds: [...articleIds] });
  if (!reply.ok) {
    const { message } = reply.error;
    announce(() => t('state.submitNothing', { reason: said(message) }), 'problem');
    return undefined;
  }
  const { ops, history, ...done } = reply.value;
  if (ops.length > 0) await adoptCommit(ops, history);
  return done;
}
