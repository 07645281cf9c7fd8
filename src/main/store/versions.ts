import { createHash } from 'node:crypto';
import type { Engine } from './engine.ts';
import { layerKey } from './layout.ts';

/** What tells whether something made from the store, such as the search index, is still up to date. */
export interface Versions {
  readonly heads: () => string;
  readonly layerVersion: (articleId: string, analystId: string) => string;
}

function sorted(entries: Iterable<readonly [string, string | number]>): string {
  return JSON.stringify([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The versions of an open project. */
export function versions(engine: Engine): Versions {
  return {
    heads() {
      // The hash of a stream's last line tells apart histories that are equally long.
      const reached = [...engine.streams].map(([key, { s, h }]): [string, string] => [
        key,
        `${String(s)} ${h}`,
      ]);
      return createHash('sha256').update(sorted(reached)).digest('hex');
    },
    layerVersion(articleId, analystId) {
      const index = engine.index.get(layerKey(articleId, analystId));
      return index === undefined ? '' : sorted(Object.entries(index.version));
    },
  };
}
