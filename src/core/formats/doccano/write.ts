import type { JsonObject } from '../../model/json.ts';
import { offsetConverter } from '../../text/offsets.ts';
import { articleFacts } from '../article-facts.ts';
import { jsonLine } from '../canonical-json.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Writer } from '../format.ts';
import { annotationExample, type PlacedAnnotation, placeAnnotation } from '../place-annotation.ts';
import { loseUnsupported } from '../unsupported.ts';
import { relationsAmong, type WriteContext } from '../write-parts.ts';

/** What doccano's lines hold. Overlap needs a project that allows it. */
export const DOCCANO_CAN: Capabilities = {
  overlap: true,
  discontinuous: false,
  zeroWidth: false,
  relations: true,
  attributes: false,
  analysts: false,
  documentLabels: false,
};

/** An annotation of one span with words, or none: doccano refuses `start >= end`. */
function placeOne(
  annotation: PlacedAnnotation['annotation'],
  { from, converter, losses }: WriteContext,
): PlacedAnnotation | undefined {
  const placed = placeAnnotation(annotation, from.text, converter, losses);
  const [span, another] = placed?.spans ?? [];
  if (placed === undefined || span === undefined) return undefined;
  if (another !== undefined) {
    losses.lost('annotations in several parts', annotationExample(annotation), 'discontinuous');
    return undefined;
  }
  if (span[0] === span[1]) {
    losses.lost('annotations on no words', annotationExample(annotation), 'zeroWidth');
    return undefined;
  }
  return placed;
}

/** Numbers for what is written: doccano's ids are numbers, each once in a file. */
interface Numbers {
  article: number;
  entity: number;
  relation: number;
}

function articleLine(context: WriteContext, numbers: Numbers): JsonObject {
  const { from, converter } = context;
  const placed = from.annotations.flatMap((one) => placeOne(one, context) ?? []);
  const key = (analyst: string, id: string): string => JSON.stringify([analyst, id]);
  const ids = new Map<string, number>();
  const entities = placed.map(({ annotation, spans }) => {
    numbers.entity += 1;
    ids.set(key(annotation.analyst, annotation.id), numbers.entity);
    return {
      id: numbers.entity,
      label: from.labelName(annotation.label),
      start_offset: spans[0]?.[0] ?? 0,
      end_offset: spans[0]?.[1] ?? 0,
      annotation_id: annotation.id,
    };
  });
  const relations = relationsAmong(placed, context).map((relation) => {
    numbers.relation += 1;
    return {
      id: numbers.relation,
      from_id: ids.get(key(relation.analyst, relation.from)) ?? 0,
      to_id: ids.get(key(relation.analyst, relation.to)) ?? 0,
      type: relation.type,
    };
  });
  numbers.article += 1;
  return {
    id: numbers.article,
    Comments: [],
    entities,
    relations,
    text: from.text,
    offset_unit: converter.unit,
    ...articleFacts(from.article),
  };
}

/** Writes doccano's newest lines. Offsets are UTF-16 code units, or clusters for grapheme mode. */
export const writeDoccano: Writer = (_facts, options, losses) => {
  const numbers: Numbers = { article: 0, entity: 0, relation: 0 };
  return {
    *article(from) {
      loseUnsupported(from, DOCCANO_CAN, { articlesWithoutAnnotations: true }, losses);
      const converter = offsetConverter(from.text, options.offsetUnit);
      const line = articleLine({ from, converter, losses }, numbers);
      losses.wrote();
      yield { path: '', data: `${jsonLine(line)}\n` };
    },
    end: () => [],
  };
};
