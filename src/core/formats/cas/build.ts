import type { Json } from '../../model/json.ts';
import type { Span } from '../../model/span.ts';
import { offsetConverter } from '../../text/offsets.ts';
import type { Capabilities } from '../capabilities.ts';
import type { ExportArticle } from '../format.ts';
import type { LossLog } from '../loss.ts';
import { annotationFields, articleFields, plainText, valueAsText } from '../native-fields.ts';
import { type PlacedAnnotation, placeAnnotation } from '../place-annotation.ts';
import { loseUnsupported } from '../unsupported.ts';
import { attributesLine, relationsAmong, type WriteContext } from '../write-parts.ts';
import { type FeatureStructure, METADATA, OWN, SOFA, TAKEN } from './structures.ts';

/** What both CAS formats hold. One person's work is one CAS, as INCEpTION has it. */
export const CAS_CAN: Capabilities = {
  overlap: true,
  discontinuous: true,
  zeroWidth: true,
  relations: true,
  attributes: true,
  analysts: false,
  documentLabels: true,
};

/** Names of features for attributes: what a Java identifier may be, and none twice. */
export interface FeatureNames {
  readonly of: (attribute: string) => string;
  /** Attribute by name of its feature. */
  readonly all: () => Readonly<Record<string, string>>;
}

/** No attribute named yet. */
export function featureNames(): FeatureNames {
  const given = new Map<string, string>();
  const taken = new Set(TAKEN);
  return {
    of: (attribute) => {
      const before = given.get(attribute);
      if (before !== undefined) return before;
      const plain = attribute.replaceAll(/[^A-Za-z0-9_]+/g, '_');
      const wished = /^[A-Za-z]/.test(plain) ? plain : `a_${plain}`;
      let name = wished;
      for (let number = 2; taken.has(name); number += 1) name = `${wished}_${number}`;
      taken.add(name);
      given.set(attribute, name);
      return name;
    },
    all: () => Object.fromEntries(Array.from(given, ([attribute, name]) => [name, attribute])),
  };
}

/** Structures in order, each with the next number as its id. */
function collect() {
  const structures: FeatureStructure[] = [];
  return {
    structures,
    add: (
      type: string,
      features: FeatureStructure['features'],
      references: FeatureStructure['references'] = {},
    ): string => {
      const id = String(structures.length + 1);
      structures.push({ id, type, features, references });
      return id;
    },
  };
}

type Collect = ReturnType<typeof collect>;

/** All fields as text, because a feature has one type. */
function asText(fields: Readonly<Record<string, Json>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, plainText(value)]),
  );
}

function addAnnotation(
  { annotation, spans }: PlacedAnnotation,
  names: FeatureNames,
  sofa: string,
  context: WriteContext,
  into: Collect,
): readonly [id: string, span: Span] {
  const { from } = context;
  const { id: identifier, ...fields } = annotationFields(annotation, from.analystName);
  const attributes = Object.entries(attributesLine(annotation, context)).map(([name, value]) => [
    names.of(name),
    valueAsText(value),
  ]);
  const ids = spans.map(([begin, end], index) =>
    into.add(
      OWN.annotation,
      {
        begin,
        end,
        label: from.labelName(annotation.label),
        identifier: identifier ?? '',
        ...(spans.length === 1 ? {} : { part: `${index + 1}/${spans.length}` }),
        ...asText(fields),
        ...(annotation.note === '' ? {} : { note: annotation.note }),
        ...(Object.fromEntries(attributes) as Record<string, string>),
      },
      { sofa: [sofa] },
    ),
  );
  return [ids[0] ?? '', spans[0] ?? [0, 0]];
}

function addRelations(
  placed: readonly PlacedAnnotation[],
  places: ReadonlyMap<string, readonly [id: string, span: Span]>,
  sofa: string,
  { from, losses }: WriteContext,
  into: Collect,
): void {
  for (const relation of relationsAmong(placed, { from, losses })) {
    const { articleId: _article, analyst, from: source, to, type, id, ...rest } = relation;
    const [governor] = places.get(JSON.stringify([analyst, source])) ?? [];
    const [dependent, [begin, end] = [0, 0]] = places.get(JSON.stringify([analyst, to])) ?? [];
    into.add(
      OWN.relation,
      {
        begin,
        end,
        label: type,
        identifier: id,
        analyst: from.analystName(analyst),
        ...asText(rest),
      },
      { sofa: [sofa], Governor: [governor ?? ''], Dependent: [dependent ?? ''] },
    );
  }
}

function addArticle(
  { article, text }: ExportArticle,
  names: FeatureNames,
  sofa: string,
  into: Collect,
  more: Record<string, string>,
): void {
  const { id, title, sha256, source } = articleFields(article);
  const attributeNames = JSON.stringify(names.all());
  const used = attributeNames === '{}' ? {} : { attributeNames };
  const known = asText({ identifier: id ?? '', title: title ?? '', sha256: sha256 ?? '' });
  const about = asText(source as Record<string, Json>);
  into.add(OWN.article, { ...known, ...about, ...used, ...more }, { sofa: [sofa] });
  into.add(
    METADATA,
    {
      begin: 0,
      end: text.length,
      language: article.language === '' ? 'x-unspecified' : article.language,
      documentTitle: article.title,
      documentId: article.id,
    },
    { sofa: [sofa] },
  );
}

/**
 * An article as feature structures: the sofa first, then what is known of the article, annotations
 * (each part of one its own, tied by `identifier` and `part`), relations, labels of the whole.
 */
export function buildCas(
  from: ExportArticle,
  names: FeatureNames,
  losses: LossLog,
  {
    sofaString,
    more,
    can = CAS_CAN,
  }: {
    readonly sofaString: string;
    readonly more: Record<string, string>;
    readonly can?: Capabilities;
  },
): readonly FeatureStructure[] {
  loseUnsupported(
    from,
    can,
    { articlesWithoutAnnotations: true, notes: true, confidence: true, relationNotes: true },
    losses,
  );
  const context = { from, converter: offsetConverter(from.text, 'utf16'), losses };
  const into = collect();
  const head = { sofaNum: 1, sofaID: '_InitialView', mimeType: 'text/plain', sofaString };
  const sofa = into.add(SOFA, head);
  const placed = from.annotations.flatMap(
    (one) => placeAnnotation(one, from.text, context.converter, losses) ?? [],
  );
  const places = new Map(
    placed.map((one) => {
      losses.wrote();
      const { analyst, id } = one.annotation;
      return [JSON.stringify([analyst, id]), addAnnotation(one, names, sofa, context, into)];
    }),
  );
  addRelations(placed, places, sofa, context, into);
  for (const { analyst, labels } of from.documentLabels) {
    for (const [name, value] of Object.entries(labels)) {
      const said = { name, value: valueAsText(value), analyst: from.analystName(analyst) };
      into.add(OWN.documentLabel, said, { sofa: [sofa] });
    }
  }
  addArticle(from, names, sofa, into, more);
  return into.structures;
}
