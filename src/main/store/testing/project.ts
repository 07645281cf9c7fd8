import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addAnnotation } from '../../../core/log/annotation-ops.ts';
import type { OpDraft } from '../../../core/log/op.ts';
import { addAnalyst, addArticle, addLabel } from '../../../core/log/project-ops.ts';
import type { Anchor, Annotation } from '../../../core/model/annotation.ts';
import type { Article } from '../../../core/model/article.ts';
import { DEFAULT_LABELS } from '../../../core/model/codebook.ts';
import type { Span } from '../../../core/model/span.ts';
import type { Result } from '../../../core/result.ts';
import { describeAnchor } from '../../../core/text/anchor.ts';
import { sha256 } from '../articles.ts';
import {
  type CreateOptions,
  createStore,
  type OpenOptions,
  openStore,
  type Store,
} from '../store.ts';

/** The replica that tests write as. */
export const REPLICA = 'r-testtest22';

/** The analyst that tests act as. */
export const ANA = 'ana-1';

/** A text with an astral character and a right-to-left word in it. */
export const TEXT =
  'The minister said 🛢️ sanctions would follow. העיקר is the point.\nA second line.\n';

const AT = '2026-11-21T12:00:00.000Z';

/** The value of a success; throws the refusal otherwise. */
export function must<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** An article record for a text. */
export function article(id: string, text: string = TEXT): Article {
  return {
    id,
    title: `Article ${id}`,
    outlet: '',
    byline: '',
    date: '',
    language: 'en',
    sha256: sha256(text),
    characters: text.length,
    furniture: [],
    source: {},
    addedAt: AT,
    tags: [],
    assigned: [],
  };
}

function describeAnchorOf(spans: readonly Span[]): Result<Anchor, { readonly message: string }> {
  const described = describeAnchor(TEXT, spans);
  return described.ok ? described : { ok: false, error: { message: described.error.kind } };
}

/** An annotation of the first words of {@link TEXT}. */
export function annotation(articleId: string, id: string, label = 'claim'): Annotation {
  return {
    id,
    articleId,
    analyst: ANA,
    label,
    anchor: must(describeAnchorOf([[4, 12]])),
    attributes: { certainty: 'high' },
    note: '',
    origin: { kind: 'manual' },
    codebookVersion: 1,
    createdAt: AT,
    updatedAt: AT,
  };
}

/** The draft of {@link annotation}. */
export function mark(articleId: string, id: string, label = 'claim'): OpDraft {
  return addAnnotation(annotation(articleId, id, label));
}

/** What a test project begins with. */
export const FIRST_DRAFTS: readonly OpDraft[] = [
  ...DEFAULT_LABELS.map((label) => addLabel(label)),
  addAnalyst({ id: ANA, name: 'Ana' }),
];

/** Options for a project in a folder. */
export function options(dir: string): OpenOptions {
  return { dir, replica: REPLICA, holder: { analyst: 'Ana', application: 'verbale' } };
}

/** Creates a project; throws where that is refused. */
export async function create(dir: string, more: Partial<CreateOptions> = {}): Promise<Store> {
  const named = { name: 'Test', drafts: FIRST_DRAFTS };
  return must(await createStore({ ...options(dir), ...named, ...more }));
}

/** Opens a project; throws where that is refused. */
export async function open(dir: string, more: Partial<OpenOptions> = {}): Promise<Store> {
  return must(await openStore({ ...options(dir), ...more }));
}

/** Adds articles with {@link TEXT}, as one commit. */
export async function addArticles(store: Store, ids: readonly string[]): Promise<void> {
  must(
    await store.putArticles(
      ids.map((articleId) => ({ articleId, text: TEXT, sidecar: { from: 'test' } })),
    ),
  );
  const drafts = ids.map((id) => addArticle(article(id)));
  must(await store.commit(ANA, drafts, { label: 'Import' }));
}

/** A folder that is gone after the work. */
export async function withFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(path.join(tmpdir(), 'verbale-store-'));
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
