import type { ReadArticle, UnknownField } from '../../core/formats/format.ts';
import { type ForeignKind, nameKey, sumNames } from '../../core/formats/mapping/foreign-names.ts';
import { mapArticle } from '../../core/formats/mapping/map-article.ts';
import {
  entriesFor,
  mapNames,
  type NameMapping,
  type NameWishes,
} from '../../core/formats/mapping/match-names.ts';
import { analystId } from '../../core/model/analyst.ts';
import type { Annotation, Relation } from '../../core/model/annotation.ts';
import type { Article } from '../../core/model/article.ts';
import type { Codebook } from '../../core/model/codebook.ts';
import type { Comment } from '../../core/model/comment.ts';
import type { JsonObject } from '../../core/model/json.ts';
import { newPace } from '../store/pace.ts';
import type { PlannedArticle, PlannedLayer } from './planned-article.ts';
import { type Dataset, placeOf, refusedInWords } from './read-dataset.ts';

type Drawn = { -readonly [K in keyof Omit<PlannedLayer, 'analystName'>]: PlannedLayer[K] } & {
  annotations: Annotation[];
  relations: Relation[];
  comments: Comment[];
};

/** Layers by name of analyst, made when they are first asked for. */
function layerBook(): { of: (name: string) => Drawn; all: () => PlannedLayer[] } {
  const layers = new Map<string, Drawn>();
  return {
    of(name) {
      const known = layers.get(name);
      if (known !== undefined) return known;
      const made = {
        annotations: [],
        relations: [],
        comments: [],
        documentLabels: {},
        document: {},
      };
      layers.set(name, made);
      return made;
    },
    all: () => [...layers].map(([analystName, one]) => ({ analystName, ...one })),
  };
}

function layersOf(read: ReadArticle): PlannedLayer[] {
  const { of, all } = layerBook();
  for (const { labelName, analystName, ...rest } of read.annotations) {
    of(analystName).annotations.push({ ...rest, label: labelName, analyst: '' });
  }
  for (const { analystName, ...rest } of read.relations) {
    of(analystName).relations.push({ ...rest, analyst: '' });
  }
  for (const { analystName, targetAnalystName, ...rest } of read.comments) {
    const targetAnalyst = targetAnalystName === '' ? '' : analystId(targetAnalystName);
    of(analystName).comments.push({ ...rest, targetAnalyst, analyst: '' });
  }
  for (const { analystName, labels: given } of read.documentLabels) {
    of(analystName).documentLabels = given;
  }
  for (const { analystName, ...given } of read.documents) of(analystName).document = given;
  return all();
}

/** What of a file was not understood is kept with the article, up to this much JSON (UTF-16 units). */
const MOST_UNKNOWN = 100_000;

/** The article with what its file said beside what is known here, in its import record. */
function withUnknown({ article, unknown }: ReadArticle): Article {
  let left = MOST_UNKNOWN;
  const kept = unknown.filter((one) => {
    left -= JSON.stringify(one).length;
    return left >= 0;
  });
  if (kept.length === 0) return article;
  const notUnderstood = kept.map(({ path, value }): JsonObject => ({ path, value }));
  return { ...article, source: { ...article.source, notUnderstood } };
}

const KIND_WORDS: Readonly<Record<ForeignKind, string>> = {
  label: 'The label',
  document: 'The label of whole articles',
  attribute: 'The attribute',
  relation: 'The relation type',
};

/** What was done about the names that this article is the first to use, each in a sentence. */
function aboutNames(read: ReadArticle, mapping: NameMapping, told: Set<string>): string[] {
  const used: (readonly [ForeignKind, string])[] = [
    ...read.annotations.map(({ labelName }) => ['label', labelName] as const),
    ...read.annotations.flatMap(({ attributes }) =>
      Object.keys(attributes).map((name) => ['attribute', name] as const),
    ),
    ...read.relations.map(({ type }) => ['relation', type] as const),
    ...read.documentLabels.flatMap(({ labels }) =>
      Object.keys(labels).map((name) => ['document', name] as const),
    ),
  ];
  const sentences: string[] = [];
  const made: string[] = [];
  for (const [kind, name] of used) {
    const key = nameKey(kind, name);
    const target = mapping.targets.get(key);
    if (told.has(key) || target?.do !== 'map' || target.how === 'same') continue;
    told.add(key);
    const entry = entriesFor(kind, mapping.codebook).find(({ id }) => id === target.to);
    const ours = entry?.name ?? target.to;
    if (target.how === 'made') made.push(ours);
    else sentences.push(`${KIND_WORDS[kind]} “${name}” came in as “${ours}”.`);
  }
  return made.length === 0
    ? sentences
    : [`New in the codebook: ${[...new Set(made)].join(', ')}.`, ...sentences];
}

/** `2 × label ORG, 1 × comment`. */
function counted(leftOut: readonly UnknownField[]): string {
  const counts = new Map<string, number>();
  for (const { path } of leftOut) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts].map(([path, count]) => `${count} × ${path}`).join(', ');
}

function planRead(
  file: string,
  given: ReadArticle,
  mapping: NameMapping,
  told: Set<string>,
): PlannedArticle {
  const place = placeOf(given);
  const { read, leftOut } = mapArticle(given, mapping);
  const sentences = [
    ...given.warnings.map((warning) => warning.message),
    ...aboutNames(given, mapping, told),
    ...(leftOut.length === 0
      ? []
      : [`Left out, and kept with the article’s import record: ${counted(leftOut)}.`]),
  ];
  const targets = read.comments.map((one) => one.targetAnalystName).filter((name) => name !== '');
  return {
    file,
    place,
    article: withUnknown(read),
    text: read.text,
    layers: layersOf(read),
    leftOut: leftOut.map(({ path, value }): JsonObject => ({ path, value })),
    people: [...read.assignedNames, ...targets],
    warnings: sentences.map((sentence) => `${place}: ${sentence}`),
    refused: read.refused.map((one) => refusedInWords(place, one)),
  };
}

/** What was read out of the files of one import, ready to be added. */
export interface PlannedDatasets {
  /** By file. */
  readonly plans: ReadonlyMap<string, readonly PlannedArticle[]>;
  readonly mapping: NameMapping;
}

/**
 * Gives what files say the names of the codebook: one decision about a name holds for all of them.
 * Where something is left to be decided (`mapping.undecided`), the plans must not be used.
 */
export async function planDatasets(
  datasets: readonly Dataset[],
  codebook: Codebook,
  wishes: NameWishes,
): Promise<PlannedDatasets> {
  const names = sumNames(datasets.map((one) => one.names));
  const mapping = mapNames(names, codebook, wishes);
  const plans = new Map<string, readonly PlannedArticle[]>();
  const pace = newPace();
  for (const { file, reads } of datasets) {
    const told = new Set<string>();
    const planned: PlannedArticle[] = [];
    for (const read of reads) {
      planned.push(planRead(file, read, mapping, told));
      const turn = pace();
      if (turn !== undefined) await turn;
    }
    plans.set(file, planned);
  }
  return { plans, mapping };
}
