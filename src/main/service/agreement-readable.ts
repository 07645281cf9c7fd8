import type { Store } from '../store/store.ts';
import type { MayRead } from './agreement-gather.ts';

/** What an analyst may compare: one’s own layers, and those of others that are submitted. */
export function readableBy(store: Store, me: string): MayRead {
  return (articleId, owner) =>
    owner === me || store.counts(articleId).get(owner)?.state === 'submitted';
}
