import type { Annotation } from '../model/annotation.ts';
import type { Attribute } from '../model/attribute.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Span } from '../model/span.ts';
import { cluster } from './cluster.ts';
import { canonical, comparedAttributes, portableValue } from './compare-values.ts';
import { grouped } from './grouped.ts';
import type {
  Candidate,
  Difference,
  Digest,
  Item,
  ItemKind,
  ReadingValue,
  ReviewLayer,
  Source,
} from './reading.ts';
import { disagreement } from './score.ts';

/** What the items of an article are made from. */
export interface ItemsRequest {
  readonly articleId: string;
  /** Of each analyst who counts, also where nothing is marked: who is absent is told by them. */
  readonly layers: readonly ReviewLayer[];
  /** Attributes of the codebook, by id. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly digest: Digest;
  /** Project id: the letters of the readings are shuffled by it, so that they tell no names. */
  readonly seed: string;
  /** Label ids that are left out, such as helpers. */
  readonly without?: ReadonlySet<string>;
}

const ID_LENGTH = 24;

/**
 * The id of an item: a digest of the article and of the annotations that are compared, so that the
 * same layers give the same id on every machine, in whatever order they came.
 */
export function itemId(articleId: string, sources: readonly Source[], digest: Digest): string {
  const names = sources.map(([analyst, id]) => `${analyst}/${id}`).toSorted();
  return `i${digest(JSON.stringify([articleId, names])).slice(0, ID_LENGTH)}`;
}

/** What a reading says, for comparing: confidence, notes and what does not count are left out. */
export function valueKey(
  { label, spans, attributes }: Pick<ReadingValue, 'label' | 'spans' | 'attributes'>,
  codebook: ReadonlyMap<string, Attribute>,
): string {
  return canonical([label, spans, comparedAttributes(attributes, codebook)]);
}

function readingOf(
  annotation: Annotation,
  quoteOf: (analyst: string, id: string) => string | undefined,
  codebook: ReadonlyMap<string, Attribute>,
): ReadingValue {
  const wordsOf = (id: string): string | undefined => quoteOf(annotation.analyst, id);
  const attributes: JsonObject = Object.fromEntries(
    Object.entries(annotation.attributes).map(([id, value]) => [
      id,
      portableValue(codebook.get(id), value, wordsOf),
    ]),
  );
  const { spans, quote } = annotation.anchor;
  return { label: annotation.label, spans, quote, attributes };
}

/** `A`, …, `Z`, `A2`, … */
export function letterAt(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letter}${String(Math.floor(index / 26) + 1)}`;
}

type Unnamed = Omit<Candidate, 'key'>;

/** Readings with those who gave them; most readers first, otherwise in an order that tells nothing. */
function candidatesOf(
  group: readonly Annotation[],
  request: ItemsRequest,
  quoteOf: (analyst: string, id: string) => string | undefined,
): readonly Candidate[] {
  const byValue = new Map<string, { reading: ReadingValue; from: Source[] }>();
  const inOrder = group.toSorted((a, b) => (a.analyst < b.analyst ? -1 : 1));
  for (const annotation of inOrder) {
    const reading = readingOf(annotation, quoteOf, request.attributes);
    const key = valueKey(reading, request.attributes);
    const known = byValue.get(key) ?? { reading, from: [] };
    known.from.push([annotation.analyst, annotation.id]);
    byValue.set(key, known);
  }
  const shuffled = [...byValue].map(([key, { reading, from }]) => {
    const place = request.digest(JSON.stringify([request.seed, request.articleId, key]));
    return { place, candidate: { ...reading, from } satisfies Unnamed };
  });
  return shuffled
    .toSorted((a, b) => {
      const more = b.candidate.from.length - a.candidate.from.length;
      return more === 0 ? Number(a.place > b.place) * 2 - 1 : more;
    })
    .map(({ candidate }, index) => ({ key: letterAt(index), ...candidate }));
}

function differ(values: readonly string[]): boolean {
  return new Set(values).size > 1;
}

function differencesIn(
  candidates: readonly Candidate[],
  absent: number,
  codebook: ReadonlyMap<string, Attribute>,
): readonly Difference[] {
  const labels = differ(candidates.map(({ label }) => label));
  const places = differ(candidates.map(({ spans }) => canonical(spans as unknown as Json)));
  const byLabel = grouped(candidates, ({ label }) => label);
  // Other labels are asked other questions: their answers are compared under one label only.
  const attributes = [...byLabel.values()].some((same) =>
    differ(same.map((one) => canonical(comparedAttributes(one.attributes, codebook)))),
  );
  return [
    ...(labels ? (['label'] as const) : []),
    ...(places ? (['boundary'] as const) : []),
    ...(attributes ? (['attribute'] as const) : []),
    ...(absent > 0 ? (['missed'] as const) : []),
  ];
}

/**
 * The first that holds: `extra` where one of several readers marked something and nobody else;
 * `label`, `boundary`, `attribute` where the readings differ in that; `missed` where they are the
 * same but not all have one; otherwise `agree`.
 */
function kindOf(
  candidates: readonly Candidate[],
  absent: number,
  differs: readonly Difference[],
): ItemKind {
  const [only] = candidates;
  if (candidates.length === 1 && only?.from.length === 1 && absent > 0) return 'extra';
  return differs[0] ?? 'agree';
}

function wholeSpan(candidates: readonly Candidate[]): Span {
  const spans = candidates.flatMap((one) => one.spans);
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}

function patternOf(candidates: readonly Candidate[], absent: number): string {
  const readings = candidates.map(({ label, quote, attributes, from }) =>
    canonical([label, quote.join(' … ').toLowerCase(), attributes, from.length]),
  );
  return canonical([readings.toSorted(), absent > 0]);
}

/**
 * The items of an article: places where at least one of its layers has an annotation, in reading
 * order. Deterministic: neither the order of the layers nor that of the annotations matters.
 */
export function itemsOf(request: ItemsRequest): readonly Item[] {
  const { articleId, layers, attributes, digest, without } = request;
  const analysts = layers.map(({ analyst }) => analyst).toSorted();
  const all = layers.flatMap((layer) => layer.annotations);
  const quotes = new Map(
    all.map((one) => [`${one.analyst}/${one.id}`, one.anchor.quote.join(' … ')] as const),
  );
  const quoteOf = (analyst: string, id: string): string | undefined =>
    quotes.get(`${analyst}/${id}`);
  const compared = all.filter(({ label }) => without?.has(label) !== true);
  return cluster(compared).map((group) => {
    const candidates = candidatesOf(group, request, quoteOf);
    const present = new Set(group.map(({ analyst }) => analyst));
    const absent = analysts.filter((analyst) => !present.has(analyst));
    const differs = differencesIn(candidates, absent.length, attributes);
    return {
      id: itemId(
        articleId,
        candidates.flatMap(({ from }) => from),
        digest,
      ),
      articleId,
      span: wholeSpan(candidates),
      candidates,
      absent,
      kind: kindOf(candidates, absent.length, differs),
      differs,
      score: disagreement(candidates, absent.length, attributes),
      pattern: digest(patternOf(candidates, absent.length)).slice(0, ID_LENGTH),
    };
  });
}

/** True where all who read the article say the same. */
export function isUnanimous({ candidates, absent }: Pick<Item, 'candidates' | 'absent'>): boolean {
  return candidates.length === 1 && absent.length === 0;
}
