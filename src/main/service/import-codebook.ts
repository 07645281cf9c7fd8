import { publicationDrafts } from '../../core/codebook/codebook-drafts.ts';
import type { OpDraft } from '../../core/log/op.ts';
import type { Codebook, CodebookContent } from '../../core/model/codebook.ts';
import type { Json, JsonObject } from '../../core/model/json.ts';
import { newPace } from '../store/pace.ts';
import type { Store } from '../store/store.ts';
import { codebookOf, codebookVersionsOf } from './codebook-view.ts';

/** What an import may add to the codebook: the codebook with everything that was asked for. */
export interface ImportedCodebook {
  readonly content: CodebookContent;
  /** Analyst id. */
  readonly by: string;
  /** ISO-8601 UTC. */
  readonly at: string;
}

type Names = Readonly<Record<'labels' | 'attributes' | 'relationTypes', ReadonlySet<string>>>;

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Ids of labels, attributes and relation types that a draft of a layer uses. */
function idsIn({ k, p }: OpDraft): readonly (readonly [keyof Names, string])[] {
  const label = p['label'];
  const type = p['type'];
  const labels = p['labels'];
  if (k === 'relation' && typeof type === 'string') return [['relationTypes', type]];
  if (k === 'document' && isObject(labels)) {
    return Object.keys(labels).map((id) => ['labels', id] as const);
  }
  if (k !== 'annotation') return [];
  const attributes = Object.keys(p).filter((field) => field.startsWith('a.'));
  return [
    ...(typeof label === 'string' ? [['labels', label] as const] : []),
    ...attributes.map((field) => ['attributes', field.slice(2)] as const),
  ];
}

function isNew(list: readonly { readonly id: string }[], id: string): boolean {
  return !list.some((entry) => entry.id === id);
}

/** The codebook in force with those entries of another one that it lacks and that are used. */
function extended(current: Codebook, wanted: CodebookContent, used: Names): CodebookContent {
  const lacking = <T extends { readonly id: string }>(
    list: keyof Names,
    have: readonly T[],
    all: readonly T[],
  ): readonly T[] => [...have, ...all.filter(({ id }) => used[list].has(id) && isNew(have, id))];
  return {
    ...current,
    labels: lacking('labels', current.labels, wanted.labels),
    attributes: lacking('attributes', current.attributes, wanted.attributes),
    relationTypes: lacking('relationTypes', current.relationTypes, wanted.relationTypes),
  };
}

function namesOfNew(current: Codebook, next: CodebookContent): string[] {
  return [
    ...next.labels.slice(current.labels.length),
    ...next.attributes.slice(current.attributes.length),
    ...next.relationTypes.slice(current.relationTypes.length),
  ].map(({ name }) => name);
}

const LONGEST_SUMMARY = 400;

type Used = { readonly [K in keyof Names]: Set<string> };

async function usedBy(drafts: readonly OpDraft[]): Promise<Names> {
  const used: Used = { labels: new Set(), attributes: new Set(), relationTypes: new Set() };
  const pace = newPace();
  for (const draft of drafts) {
    for (const [list, id] of idsIn(draft)) used[list].add(id);
    const turn = pace();
    if (turn !== undefined) await turn;
  }
  return used;
}

/** What is marked with something new was marked under the version that has it. */
async function stamped(drafts: readonly OpDraft[], current: Codebook): Promise<OpDraft[]> {
  const { labels, attributes, relationTypes } = current;
  const lists = { labels, attributes, relationTypes };
  const codebookVersion = current.version + 1;
  const all: OpDraft[] = [];
  const pace = newPace();
  for (const draft of drafts) {
    const isOfNow = draft.p['codebookVersion'] === current.version;
    const needsNew = isOfNow && idsIn(draft).some(([list, id]) => isNew(lists[list], id));
    all.push(needsNew ? { ...draft, p: { ...draft.p, codebookVersion } } : draft);
    const turn = pace();
    if (turn !== undefined) await turn;
  }
  return all;
}

/**
 * The drafts of an import with a version of the codebook that has what they use, where it lacks
 * anything: one version for the whole import, before the annotations, which are stamped with it.
 */
export async function withCodebook(
  store: Store,
  drafts: readonly OpDraft[],
  wanted: ImportedCodebook | undefined,
): Promise<readonly OpDraft[]> {
  if (wanted === undefined) return drafts;
  const used = await usedBy(drafts);
  for (;;) {
    const current = codebookOf(store);
    const next = extended(current, wanted.content, used);
    const names = namesOfNew(current, next);
    if (names.length === 0) return drafts;
    const summary = `Import: ${names.join(', ')}`.slice(0, LONGEST_SUMMARY);
    const { by, at } = wanted;
    const versions = codebookVersionsOf(store);
    const published = publicationDrafts(current, next, versions, { at, by, summary });
    const all = [...published, ...(await stamped(drafts, current))];
    // Somebody may have published another version meanwhile.
    if (codebookOf(store).version === current.version) return all;
  }
}
