import type { Annotation, Relation } from '../../model/annotation.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Span } from '../../model/span.ts';
import { offsetConverter } from '../../text/offsets.ts';
import { articleFacts } from '../article-facts.ts';
import { jsonLine } from '../canonical-json.ts';
import type { Capabilities } from '../capabilities.ts';
import type { DatasetFacts, Writer } from '../format.ts';
import { type PlacedAnnotation, placeAnnotation } from '../place-annotation.ts';
import { loseUnsupported } from '../unsupported.ts';
import { annotationRemarks, plain, relationsAmong, type WriteContext } from '../write-parts.ts';

/** What Web Annotations hold, with a few terms of our own. */
export const W3C_CAN: Capabilities = {
  overlap: true,
  discontinuous: true,
  zeroWidth: true,
  relations: true,
  attributes: true,
  analysts: true,
  documentLabels: true,
};

const json = (name: string) => ({ '@id': `verbale:${name}`, '@type': '@json' });
const term = (name: string) => `verbale:${name}`;

/** The model's own context, and our terms: a name without one would vanish when it is read as RDF. */
const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    '@version': 1.1,
    verbale: 'urn:verbale:ns:',
    // Of the vocabulary since Open Annotation, but in no published context.
    Composite: 'http://www.w3.org/ns/oa#Composite',
    about: term('about'),
    text: term('text'),
    facts: json('facts'),
    attributes: json('attributes'),
    origin: json('origin'),
    labelValue: json('labelValue'),
    confidence: term('confidence'),
    codebookVersion: term('codebookVersion'),
  },
];

/** Identifiers of what a page speaks of. */
function iris(from: WriteContext['from'], { sha256 }: Pick<DatasetFacts, 'sha256'>) {
  const article = `urn:verbale:article:${from.article.id}`;
  const layer = (analyst: string): string => sha256(analyst).slice(0, 12);
  return {
    article,
    annotation: (analyst: string, id: string) =>
      `${article}:${layer(analyst)}:${encodeURIComponent(id)}`,
    person: (analyst: string) => `urn:verbale:person:${layer(analyst)}`,
  };
}

type Iris = ReturnType<typeof iris>;

function selectors(placed: PlacedAnnotation, index: number, span: Span): readonly JsonObject[] {
  const { anchor } = placed.annotation;
  const isFirst = index === 0;
  const isLast = index === placed.spans.length - 1;
  return [
    { type: 'TextPositionSelector', start: span[0], end: span[1] },
    {
      type: 'TextQuoteSelector',
      exact: placed.quote[index] ?? '',
      ...(isFirst && anchor.prefix !== '' ? { prefix: anchor.prefix } : {}),
      ...(isLast && anchor.suffix !== '' ? { suffix: anchor.suffix } : {}),
    },
  ];
}

function signed(
  { analyst }: Pick<Annotation, 'analyst'>,
  iri: Iris,
  context: WriteContext,
): JsonObject {
  return {
    creator: { id: iri.person(analyst), type: 'Person', name: context.from.analystName(analyst) },
  };
}

function annotationNode(placed: PlacedAnnotation, iri: Iris, context: WriteContext): JsonObject {
  const { annotation, spans } = placed;
  const { attributes, origin, codebookVersion, confidence } = annotationRemarks(placed, context);
  const items = spans.map((span, index) => ({
    source: iri.article,
    selector: selectors(placed, index, span),
  }));
  const [only] = items;
  const label = context.from.labelName(annotation.label);
  return {
    id: iri.annotation(annotation.analyst, annotation.id),
    type: 'Annotation',
    motivation: 'tagging',
    ...signed(annotation, iri, context),
    created: annotation.createdAt,
    modified: annotation.updatedAt,
    body: [
      { type: 'TextualBody', value: label, purpose: 'tagging', format: 'text/plain' },
      ...(annotation.note === ''
        ? []
        : [
            {
              type: 'TextualBody',
              value: annotation.note,
              purpose: 'commenting',
              format: 'text/plain',
            },
          ]),
    ],
    target: items.length === 1 && only !== undefined ? only : { type: 'Composite', items },
    ...(attributes === undefined ? {} : { attributes }),
    ...(confidence === undefined ? {} : { confidence }),
    origin: origin ?? {},
    codebookVersion: codebookVersion ?? 0,
  };
}

function relationNode(relation: Relation, iri: Iris, context: WriteContext): JsonObject {
  const { analyst, id, from, to, type, note = '', createdAt, updatedAt } = relation;
  return {
    id: iri.annotation(analyst, id),
    type: 'Annotation',
    motivation: 'linking',
    ...signed(relation, iri, context),
    ...(createdAt === undefined ? {} : { created: createdAt }),
    ...(updatedAt === undefined ? {} : { modified: updatedAt }),
    body: [
      { type: 'SpecificResource', source: iri.annotation(analyst, to), purpose: 'linking' },
      { type: 'TextualBody', value: type, purpose: 'classifying', format: 'text/plain' },
      ...(note === ''
        ? []
        : [{ type: 'TextualBody', value: note, purpose: 'commenting', format: 'text/plain' }]),
    ],
    target: iri.annotation(analyst, from),
    ...(relation.codebookVersion === undefined
      ? {}
      : { codebookVersion: relation.codebookVersion }),
  };
}

function labelNodes(iri: Iris, context: WriteContext): readonly JsonObject[] {
  return context.from.documentLabels.flatMap(({ analyst, labels }) =>
    Object.entries(plain(labels, analyst, context) as JsonObject).map(([name, value]) => ({
      id: iri.annotation(analyst, `article-${name}`),
      type: 'Annotation',
      motivation: 'classifying',
      ...signed({ analyst }, iri, context),
      body: { type: 'TextualBody', value: name, purpose: 'classifying', format: 'text/plain' },
      target: iri.article,
      labelValue: value,
    })),
  );
}

/** Writes a list of pages, one for each article, its text with it. */
export const writeW3c: Writer = (facts, _options, losses) => {
  let count = 0;
  return {
    *article(from) {
      const keeps = {
        articlesWithoutAnnotations: true,
        notes: true,
        confidence: true,
        relationNotes: true,
      };
      loseUnsupported(from, W3C_CAN, keeps, losses);
      const context = { from, converter: offsetConverter(from.text, 'codePoint'), losses };
      const iri = iris(from, facts);
      const placed = from.annotations.flatMap(
        (one) => placeAnnotation(one, from.text, context.converter, losses) ?? [],
      );
      const page = {
        '@context': CONTEXT,
        id: `${iri.article}:page`,
        type: 'AnnotationPage',
        about: {
          id: iri.article,
          type: 'Text',
          text: from.text,
          facts: articleFacts(from.article),
        },
        items: [
          ...placed.map((one) => annotationNode(one, iri, context)),
          ...relationsAmong(placed, context).map((one) => relationNode(one, iri, context)),
          ...labelNodes(iri, context),
        ],
      };
      losses.wrote();
      yield { path: '', data: `${count === 0 ? '[\n' : ',\n'}${jsonLine(page)}` };
      count += 1;
    },
    end: () => [{ path: '', data: count === 0 ? '[]\n' : '\n]\n' }],
  };
};
