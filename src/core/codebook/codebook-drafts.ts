import {
  addCodebookVersion,
  addEntry,
  type CodebookEntry,
  type CodebookKind,
  editEntry,
  removeEntry,
  setCodebookHead,
} from '../log/codebook-ops.ts';
import type { OpDraft } from '../log/op.ts';
import type { Codebook, CodebookContent, CodebookVersion } from '../model/codebook.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { isSameJson } from '../model/same-json.ts';

const KINDS = {
  labels: 'label',
  attributes: 'attribute',
  relationTypes: 'relationType',
  rules: 'rule',
} as const;

function changedFields(before: CodebookEntry, after: CodebookEntry): JsonObject {
  const [old, now] = [before, after].map((entry) => entry as unknown as JsonObject);
  const changed: Record<string, Json> = {};
  for (const [field, value] of Object.entries(now ?? {})) {
    if (!isSameJson(old?.[field] ?? null, value)) changed[field] = value;
  }
  return changed;
}

function listDrafts(
  kind: CodebookKind,
  before: readonly CodebookEntry[],
  after: readonly CodebookEntry[],
): OpDraft[] {
  const kept = new Set(after.map(({ id }) => id));
  const drafts = before.filter(({ id }) => !kept.has(id)).map(({ id }) => removeEntry(kind, id));
  const known = new Map(before.map((entry) => [entry.id, entry] as const));
  for (const entry of after) {
    const old = known.get(entry.id);
    if (old === undefined) {
      drafts.push(addEntry(kind, entry));
      continue;
    }
    const fields = changedFields(old, entry);
    if (Object.keys(fields).length > 0) drafts.push(editEntry(kind, entry.id, fields));
  }
  return drafts;
}

/** The content of a codebook, without its version. */
export function contentOf(codebook: CodebookContent): CodebookContent {
  const { name, guidelines, labels, attributes, relationTypes, rules } = codebook;
  return { name, guidelines, labels, attributes, relationTypes, rules };
}

/** The drafts that turn one codebook into the next, entry by entry and field by field. */
export function entryDrafts(before: CodebookContent, after: CodebookContent): OpDraft[] {
  const lists = Object.keys(KINDS) as (keyof typeof KINDS)[];
  return lists.flatMap((list) => listDrafts(KINDS[list], before[list], after[list]));
}

/** Who publishes, when and why. */
export interface Publication {
  /** ISO-8601 UTC. */
  readonly at: string;
  /** Analyst id. */
  readonly by: string;
  readonly summary: string;
}

/** The drafts that publish a codebook: its entries, its version, and the version kept as it is. */
export function publicationDrafts(
  current: Codebook,
  next: CodebookContent,
  versions: readonly Pick<CodebookVersion, 'number'>[],
  { at, by, summary }: Publication,
): OpDraft[] {
  const version = current.version + 1;
  const drafts = entryDrafts(current, next);
  drafts.push(setCodebookHead({ name: next.name, guidelines: next.guidelines, version }));
  if (!versions.some(({ number }) => number === current.version)) {
    // A project older than versions: what it had is kept too, so that the two can be compared.
    const first = { number: current.version, at: '', by: '', summary: '' };
    drafts.push(addCodebookVersion({ ...first, content: contentOf(current) }));
  }
  drafts.push(addCodebookVersion({ number: version, at, by, summary, content: contentOf(next) }));
  return drafts;
}

const EMPTY: CodebookContent = {
  name: '',
  guidelines: '',
  labels: [],
  attributes: [],
  relationTypes: [],
  rules: [],
};

/** The drafts that give a new project its codebook, as version 1. @param at ISO-8601 UTC */
export function firstCodebookDrafts(content: CodebookContent, at: string, by: string): OpDraft[] {
  return publicationDrafts({ ...EMPTY, version: 0 }, content, [{ number: 0 }], {
    at,
    by,
    summary: '',
  });
}
