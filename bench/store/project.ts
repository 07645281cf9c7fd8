import { createHash } from 'node:crypto';
import { addAnnotation } from '../../src/core/log/annotation-ops.ts';
import type { OpDraft } from '../../src/core/log/op.ts';
import { addArticle } from '../../src/core/log/project-ops.ts';
import type { Annotation } from '../../src/core/model/annotation.ts';
import type { Result } from '../../src/core/result.ts';
import type { Disk } from '../../src/main/store/disk.ts';
import { createStore, type Store } from '../../src/main/store/store.ts';

export const ANALYST = 'ana-1';
const AT = '2026-11-21T12:00:00.000Z';
const ANNOTATIONS = 60;
const ARTICLES_A_COMMIT = 25;
const SENTENCE = 'The minister said that sanctions would follow unless the talks went on. ';

/** A news article of about 6 kB. */
export const TEXT = SENTENCE.repeat(85);

/** The value of a success; throws otherwise. */
export function must<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** A plausible annotation. */
export function annotation(articleId: string, number: number): Annotation {
  const start = (number % 84) * SENTENCE.length + 4;
  return {
    id: `x${number}`,
    articleId,
    analyst: ANALYST,
    label: number % 3 === 0 ? 'threat' : 'claim',
    anchor: {
      spans: [[start, start + 40]],
      quote: [TEXT.slice(start, start + 40)],
      prefix: TEXT.slice(Math.max(0, start - 32), start),
      suffix: TEXT.slice(start + 40, start + 72),
    },
    attributes: { certainty: 'high', actor: 'minister' },
    note: '',
    origin: { kind: 'manual' },
    codebookVersion: 1,
    createdAt: AT,
    updatedAt: AT,
  };
}

function article(id: string): OpDraft {
  return addArticle({
    id,
    title: `Article ${id}`,
    outlet: 'A newspaper',
    byline: '',
    date: '2026-11-21',
    language: 'en',
    sha256: createHash('sha256').update(TEXT).digest('hex'),
    characters: TEXT.length,
    furniture: [],
    source: { file: `${id}.txt`, charset: 'utf-8' },
    addedAt: AT,
    tags: [],
    assigned: [],
  });
}

/** Makes a project that takes about `bytes` on disk, all files counted. @returns its article ids */
export async function fill(
  dir: string,
  disk: Disk,
  bytes: number,
  bytesOnDisk: () => Promise<number>,
): Promise<{ readonly store: Store; readonly articles: readonly string[] }> {
  const holder = { application: 'bench' };
  const options = { dir, replica: 'r-benchmark2', holder, disk, name: 'Bench', drafts: [] };
  const store = must(await createStore(options));
  const articles: string[] = [];
  while ((await bytesOnDisk()) < bytes) {
    const ids = Array.from(
      { length: Math.max(1, Math.min(ARTICLES_A_COMMIT, bytes / 1_000_000)) },
      (_, index) => `a${articles.length + index}`,
    );
    must(await store.putArticles(ids.map((articleId) => ({ articleId, text: TEXT, sidecar: {} }))));
    const drafts = ids.flatMap((id) => [
      article(id),
      ...Array.from({ length: ANNOTATIONS }, (_, number) => addAnnotation(annotation(id, number))),
    ]);
    must(await store.commit(ANALYST, drafts, { label: 'Import', undoable: false }));
    must(await store.checkpoint());
    articles.push(...ids);
  }
  return { store, articles };
}
