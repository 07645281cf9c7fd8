import type { Handlers } from '../../ipc/server.ts';
import { openThreadCount } from './open-threads.ts';
import type { ServiceOptions } from './service-options.ts';

/** What one’s own layers hold, from the index of the store: no layer is read. */
export function countsHandlers({ session }: ServiceOptions): Pick<Handlers, 'article.counts'> {
  return {
    'article.counts': ({ articleIds }) => {
      const open = session.need();
      if (!open.ok) return Promise.resolve(open);
      const { store, me } = open.value;
      const counts = articleIds.map((articleId) => {
        const known = store.counts(articleId);
        const own = known.get(me.id);
        return {
          articleId,
          byLabel: { ...own?.byLabel },
          relations: own?.relations ?? 0,
          unsure: own?.unsure ?? 0,
          documentLabels: [...(own?.documentLabels ?? [])],
          openThreads: openThreadCount(known, me.id),
        };
      });
      return Promise.resolve({ ok: true, value: { counts } });
    },
  };
}
