import { t } from '../words/words.ts';
import { announce } from './project.ts';

/**
 * Starts work that nobody waits for. Expected refusals are told by the work itself; what still
 * rejects is a bug, and it is said rather than lost.
 */
export function inBackground(work: Promise<unknown>): void {
  work.catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    announce(() => t('state.didNotWork', { reason }), 'problem');
  });
}
