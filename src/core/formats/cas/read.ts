import type { Json, JsonObject } from '../../model/json.ts';
import { plainText, textAsValue } from '../native-fields.ts';
import { type Cas, type FeatureStructure, METADATA, OWN } from './structures.ts';

/** Structures that cut the text and say nothing of it: they come from a tool, not from a person. */
const SEGMENTS =
  /\.(?:Sentence|Token|Paragraph|Heading|TagsetDescription|SurfaceForm|CasMetadata)$/;
const WHOLE = new Set([METADATA, 'uima.tcas.DocumentAnnotation']);
/** Features that hold what people would call the label, by their usual order. */
const LABEL_FEATURES = ['label', 'value', 'PosValue', 'DependencyType', 'referenceType'];

type Fields = FeatureStructure['features'];

function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

function textOf(features: Fields, name: string): string | undefined {
  const value = features[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isAnnotation({ type, features }: FeatureStructure): boolean {
  return (
    !WHOLE.has(type) && typeof features['begin'] === 'number' && typeof features['end'] === 'number'
  );
}

/** Native fields that have the same names as features; what is empty is left out. */
function pick(features: Fields, names: readonly string[]): Record<string, Json> {
  return Object.fromEntries(
    names.flatMap((name): [string, Json][] => {
      const value = textOf(features, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function remarksOf(features: Fields): Record<string, Json> {
  const version = Number(textOf(features, 'codebookVersion') ?? Number.NaN);
  return {
    ...pick(features, ['analyst', 'createdAt', 'updatedAt', 'note', 'confidence']),
    ...(Number.isInteger(version) ? { codebookVersion: version } : {}),
  };
}

const OWN_FEATURES = new Set([
  'begin',
  'end',
  'label',
  'identifier',
  'part',
  'analyst',
  'createdAt',
  'updatedAt',
  'note',
  'confidence',
  'codebookVersion',
]);

function namesIn(article: FeatureStructure | undefined): ReadonlyMap<string, string> {
  const given = textAsValue(textOf(article?.features ?? {}, 'attributeNames') ?? '');
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return new Map();
  return new Map(Object.entries(given).map(([feature, name]) => [feature, plainText(name)]));
}

/** Annotations of Verbale's own type, their parts together again. */
function ownAnnotations(
  cas: Cas,
  names: ReadonlyMap<string, string>,
): { readonly annotations: readonly Json[]; readonly idOf: ReadonlyMap<string, string> } {
  const parts = new Map<string, FeatureStructure[]>();
  const idOf = new Map<string, string>();
  for (const one of cas.structures) {
    if (one.type !== OWN.annotation) continue;
    const id = textOf(one.features, 'identifier') ?? `fs-${one.id}`;
    idOf.set(one.id, id);
    const key = JSON.stringify([textOf(one.features, 'analyst'), id]);
    parts.set(key, [...(parts.get(key) ?? []), one]);
  }
  const annotations = [...parts.values()].map((pieces): Json => {
    const ordered = pieces.toSorted(
      (a, b) => Number(a.features['begin']) - Number(b.features['begin']),
    );
    const features = ordered[0]?.features ?? {};
    const attributes = Object.entries(features)
      .filter(([name]) => !OWN_FEATURES.has(name))
      .map(([name, value]): [string, Json] => [
        names.get(name) ?? name,
        typeof value === 'string' ? textAsValue(value) : value,
      ]);
    return {
      id: idOf.get(ordered[0]?.id ?? '') ?? '',
      label: textOf(features, 'label') ?? shortName(OWN.annotation),
      spans: ordered.map(({ features: { begin = 0, end = 0 } }) => [begin, end]),
      ...remarksOf(features),
      attributes: Object.fromEntries(attributes),
    };
  });
  return { annotations, idOf };
}

function ownRelations(cas: Cas, idOf: ReadonlyMap<string, string>): readonly Json[] {
  return cas.structures.flatMap(({ id, type, features, references }): Json[] => {
    if (type !== OWN.relation) return [];
    const end = (name: string): string => idOf.get(references[name]?.[0] ?? '') ?? '';
    return [
      {
        id: textOf(features, 'identifier') ?? `fs-${id}`,
        type: textOf(features, 'label') ?? 'relation',
        from: end('Governor'),
        to: end('Dependent'),
        ...remarksOf(features),
      },
    ];
  });
}

function ownDocumentLabels(cas: Cas): JsonObject {
  const byAnalyst = new Map<string, [name: string, value: Json][]>();
  for (const { type, features } of cas.structures) {
    if (type !== OWN.documentLabel) continue;
    const analyst = plainText(features['analyst']);
    const value = textAsValue(plainText(features['value']));
    byAnalyst.set(analyst, [
      ...(byAnalyst.get(analyst) ?? []),
      [plainText(features['name']), value],
    ]);
  }
  return Object.fromEntries(
    Array.from(byAnalyst, ([analyst, labels]) => [analyst, Object.fromEntries(labels)]),
  );
}

/** What Verbale's own article structure and the metadata of DKPro say. */
function articleOf(cas: Cas, title: string): JsonObject {
  const own = cas.structures.find(({ type }) => type === OWN.article)?.features ?? {};
  const metadata = cas.structures.find(({ type }) => WHOLE.has(type))?.features ?? {};
  const {
    identifier,
    title: ownTitle,
    ...about
  } = pick(own, ['identifier', 'title', 'outlet', 'byline', 'date', 'language']);
  const language = textOf(metadata, 'language');
  const stated = language === undefined || language === 'x-unspecified' ? {} : { language };
  return {
    ...(identifier === undefined ? {} : { id: identifier }),
    ...pick(own, ['sha256']),
    title: ownTitle ?? textOf(metadata, 'documentTitle') ?? title,
    source: { ...stated, ...about },
  };
}

/** A link of a foreign layer: relation, slot of a frame, or link of a chain. */
function foreignRelations(
  one: FeatureStructure,
  byId: ReadonlyMap<string, FeatureStructure>,
): Json[] {
  const { id, features, references } = one;
  const label = LABEL_FEATURES.map((name) => textOf(features, name)).find(
    (name) => name !== undefined,
  );
  const [governor] = references['Governor'] ?? references['source'] ?? [];
  const [dependent] =
    references['Dependent'] ?? (governor === undefined ? [] : (references['target'] ?? []));
  if (governor !== undefined && dependent !== undefined) {
    const type = label ?? shortName(one.type);
    return [{ id: `fs-${id}`, type, from: `fs-${governor}`, to: `fs-${dependent}` }];
  }
  return Object.entries(references).flatMap(([feature, targets]) =>
    targets.flatMap((target): Json[] => {
      const there = byId.get(target);
      const [slot] = there?.references['target'] ?? [];
      const isLink = there !== undefined && !isAnnotation(there) && slot !== undefined;
      if (!isLink && (there === undefined || !isAnnotation(there))) return [];
      const type = isLink
        ? (textOf(there.features, 'role') ?? feature)
        : (textOf(features, 'referenceRelation') ?? feature);
      const to = isLink ? slot : target;
      return [{ id: `fs-${id}-${feature}-${target}`, type, from: `fs-${id}`, to: `fs-${to}` }];
    }),
  );
}

function isLinkOnly({ references }: FeatureStructure): boolean {
  return (
    (references['Governor'] ?? references['source']) !== undefined &&
    (references['Dependent'] ?? references['target']) !== undefined
  );
}

/** Annotations of layers that other people defined. */
function foreign(cas: Cas): {
  readonly annotations: readonly Json[];
  readonly relations: readonly Json[];
} {
  const byId = new Map(cas.structures.map((one) => [one.id, one]));
  const candidates = cas.structures.filter(
    (one) => isAnnotation(one) && one.type !== OWN.annotation && one.type !== OWN.relation,
  );
  const layers = candidates.filter(({ type }) => !SEGMENTS.test(type));
  const relations = layers.flatMap((one) => foreignRelations(one, byId));
  const ends = new Set(
    relations.flatMap((one) => {
      const { from, to } = one as { readonly from: string; readonly to: string };
      return [from, to];
    }),
  );
  const shown = candidates.filter(
    (one) => (layers.includes(one) && !isLinkOnly(one)) || ends.has(`fs-${one.id}`),
  );
  const annotations = shown.map(({ id, type, features }): Json => {
    const { begin = 0, end = 0, ...rest } = features;
    const name = LABEL_FEATURES.find((feature) => textOf(features, feature) !== undefined);
    const label = name === undefined ? shortName(type) : (textOf(features, name) ?? '');
    const attributes = Object.entries(rest).filter(([feature]) => feature !== name);
    return {
      id: `fs-${id}`,
      label,
      spans: [[begin, end]],
      attributes: { ...Object.fromEntries(attributes), layer: type },
    };
  });
  return { annotations, relations };
}

/**
 * A CAS as a native line. Types of Verbale's own come back as they were; of others every annotation
 * that is not a mere segment (token, sentence) is taken, with its label from the feature that
 * usually holds it, else from the name of its layer.
 */
export function casValue(cas: Cas, title: string): Json {
  const article = cas.structures.find(({ type }) => type === OWN.article);
  const own = ownAnnotations(cas, namesIn(article));
  const others = foreign(cas);
  return {
    ...articleOf(cas, title),
    text: cas.text,
    offsetUnit: 'utf16',
    annotations: [...own.annotations, ...others.annotations],
    relations: [...ownRelations(cas, own.idOf), ...others.relations],
    documentLabels: ownDocumentLabels(cas),
  };
}
