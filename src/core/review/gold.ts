import { addAnnotation, addRelation } from '../log/annotation-ops.ts';
import { listField, textField } from '../log/fields.ts';
import { DELETED, type OpDraft, splitRecordId } from '../log/op.ts';
import { isDeleted, type RecordState } from '../log/record.ts';
import type { Relation } from '../model/annotation.ts';
import type { Json } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';
import { describeAnchor } from '../text/anchor.ts';
import { addDecision, type Decision, GOLD_CHANNEL } from './decision.ts';
import type { Digest, ReadingValue, ReviewLayer, Source } from './reading.ts';

/** Owner of the settled layer, in the place of an analyst's id. */
export const GOLD_ANALYST = 'gold';

/** A settled annotation as far as review asks: where it comes from. */
export interface GoldSource {
  /** Own id, without the article's. */
  readonly id: string;
  /** Item id. */
  readonly item: string;
  readonly from: readonly Source[];
}

/** Field names of attributes, by own id, of all that was ever settled here, taken back or not. */
type AttributeFields = ReadonlyMap<string, readonly string[]>;

/** A settled relation, by its ends. */
export interface GoldLink {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** What is settled in an article now. */
export interface GoldNow {
  readonly annotations: readonly GoldSource[];
  readonly relations: readonly GoldLink[];
  readonly attributeFields: AttributeFields;
}

type Records = ReadonlyMap<string, RecordState>;

/** What is settled, from the records of the gold channel; deleted ones are left out. */
export function goldFrom(annotations: Records, relations: Records): GoldNow {
  const alive = (records: Records): (readonly [string, RecordState])[] =>
    [...records].filter(([, record]) => !isDeleted(record));
  const own = (recordId: string): string => splitRecordId(recordId)?.id ?? '';
  return {
    annotations: alive(annotations).map(([id, record]) => ({
      id: own(id),
      item: textField(record, 'item'),
      from: listField(record, 'from') as unknown as readonly Source[],
    })),
    relations: alive(relations).map(([id, record]) => ({
      id: own(id),
      type: textField(record, 'type'),
      from: textField(record, 'from'),
      to: textField(record, 'to'),
    })),
    attributeFields: new Map(
      [...annotations].map(([id, record]) => [
        own(id),
        Object.keys(record).filter((field) => field.startsWith('a.')),
      ]),
    ),
  };
}

/** What a decision is turned into gold with. */
export interface GoldRequest {
  /** Stored text of the article. */
  readonly text: string;
  readonly layers: readonly ReviewLayer[];
  readonly gold: GoldNow;
  readonly codebookVersion: number;
  readonly digest: Digest;
}

/** Analyst ids and annotations behind a value: those who read it so, or all where it is changed. */
function sourcesOf({ candidates }: Decision, value: ReadingValue): readonly Source[] {
  const same = candidates.filter(
    (one) => one.label === value.label && JSON.stringify(one.spans) === JSON.stringify(value.spans),
  );
  return (same.length > 0 ? same : candidates).flatMap(({ from }) => from);
}

/** Id of what an item settled, the same on every machine. */
function goldId(item: string, index: number): string {
  return index === 0 ? `g${item}` : `g${item}.${String(index + 1)}`;
}

/** Takes back what an earlier decision answered and this one does not say. */
function cleared(id: string, gold: GoldNow): Readonly<Record<string, null>> {
  return Object.fromEntries((gold.attributeFields.get(id) ?? []).map((field) => [field, null]));
}

function annotationDraft(
  decision: Decision,
  value: ReadingValue,
  index: number,
  { text, codebookVersion, gold }: GoldRequest,
): Result<OpDraft, string> {
  const id = goldId(decision.item, index);
  const anchor = describeAnchor(text, value.spans);
  if (!anchor.ok) return err('What is to stand has no place in the text. Nothing was decided.');
  const draft = addAnnotation({
    id,
    articleId: decision.articleId,
    analyst: GOLD_ANALYST,
    label: value.label,
    anchor: anchor.value,
    attributes: value.attributes,
    note: '',
    origin: { kind: 'review', by: decision.by },
    codebookVersion,
    createdAt: decision.at,
    updatedAt: decision.at,
  });
  const provenance = {
    item: decision.item,
    from: sourcesOf(decision, value) as unknown as Json,
    decision: decision.id,
  };
  return ok({ ...draft, c: GOLD_CHANNEL, p: { ...cleared(id, gold), ...draft.p, ...provenance } });
}

function removal(kind: string, articleId: string, id: string): OpDraft {
  return { c: GOLD_CHANNEL, k: kind, r: `${articleId}/${id}`, p: { [DELETED]: true } };
}

interface Drawn {
  readonly relation: Relation;
  readonly sources: Source[];
}

/**
 * The relations between settled annotations: those that at least half of the analysts drew who
 * stand behind both ends.
 */
export function settledRelations(
  articleId: string,
  annotations: readonly GoldSource[],
  layers: readonly ReviewLayer[],
  digest: Digest,
): readonly (Relation & { readonly sources: readonly Source[] })[] {
  const goldOf = new Map<string, string>();
  const behind = new Map<string, Set<string>>();
  for (const { id, from } of annotations) {
    behind.set(id, new Set(from.map(([analyst]) => analyst)));
    for (const [analyst, annotation] of from) goldOf.set(`${analyst}/${annotation}`, id);
  }
  const drawn = new Map<string, Drawn>();
  for (const { analyst, relations } of layers.toSorted((a, b) =>
    a.analyst < b.analyst ? -1 : 1,
  )) {
    for (const one of relations) {
      const from = goldOf.get(`${analyst}/${one.from}`);
      const to = goldOf.get(`${analyst}/${one.to}`);
      if (from === undefined || to === undefined || from === to) continue;
      const key = JSON.stringify([one.type, from, to]);
      const id = `gr${digest(JSON.stringify([articleId, key])).slice(0, 24)}`;
      const relation = { id, articleId, analyst: GOLD_ANALYST, type: one.type, from, to };
      const known: Drawn = drawn.get(key) ?? { relation, sources: [] };
      if (!known.sources.some(([who]) => who === analyst)) known.sources.push([analyst, one.id]);
      drawn.set(key, known);
    }
  }
  return [...drawn.values()]
    .filter(({ relation, sources }) => {
      const [from, to] = [behind.get(relation.from), behind.get(relation.to)];
      const both = [...(from ?? [])].filter((analyst) => to?.has(analyst) === true);
      return sources.length * 2 >= both.length;
    })
    .map(({ relation, sources }) => ({ ...relation, sources }));
}

function relationDrafts(
  decisions: readonly Decision[],
  annotations: readonly GoldSource[],
  { gold, layers, digest }: GoldRequest,
): OpDraft[] {
  const [first] = decisions;
  if (first === undefined) return [];
  const wanted = settledRelations(first.articleId, annotations, layers, digest);
  const known = new Set(gold.relations.map(({ id }) => id));
  const keep = new Set(wanted.map(({ id }) => id));
  const added = wanted
    .filter(({ id }) => !known.has(id))
    .map(({ sources, ...relation }): OpDraft => {
      const draft = addRelation({ ...relation, createdAt: first.at, updatedAt: first.at });
      return {
        ...draft,
        c: GOLD_CHANNEL,
        p: { ...draft.p, sources: sources, decision: first.id },
      };
    });
  const gone = gold.relations.filter(({ id }) => !keep.has(id));
  return [...added, ...gone.map(({ id }) => removal('relation', first.articleId, id))];
}

interface Settled {
  readonly draft: OpDraft;
  readonly source: GoldSource;
}

function settled(
  decisions: readonly Decision[],
  request: GoldRequest,
): Result<readonly Settled[], string> {
  const found: Settled[] = [];
  for (const decision of decisions) {
    for (const [index, value] of decision.value.entries()) {
      const draft = annotationDraft(decision, value, index, request);
      if (!draft.ok) return draft;
      const id = goldId(decision.item, index);
      const source = { id, item: decision.item, from: sourcesOf(decision, value) };
      found.push({ draft: draft.value, source });
    }
  }
  return ok(found);
}

/**
 * The drafts that write decisions on one article down, together with what they settle: new and
 * changed annotations and relations, and the removal of what a decision takes the place of. To be
 * committed as one. Refused where a value has no place in the text.
 * @param replaced items whose gold the decisions take the place of, beside their own
 */
export function settle(
  decisions: readonly Decision[],
  replaced: ReadonlySet<string>,
  request: GoldRequest,
): Result<readonly OpDraft[], string> {
  const items = new Set([...replaced, ...decisions.map(({ item }) => item)]);
  const added = settled(decisions, request);
  if (!added.ok) return added;
  const sources = added.value.map(({ source }) => source);
  const now = new Set(sources.map(({ id }) => id));
  const gone = request.gold.annotations.filter(({ id, item }) => items.has(item) && !now.has(id));
  const kept = request.gold.annotations.filter(({ item }) => !items.has(item));
  const articleId = decisions[0]?.articleId ?? '';
  return ok([
    ...decisions.map(addDecision),
    ...added.value.map(({ draft }) => draft),
    ...gone.map(({ id }) => removal('annotation', articleId, id)),
    ...relationDrafts(decisions, [...kept, ...sources], request),
  ]);
}
