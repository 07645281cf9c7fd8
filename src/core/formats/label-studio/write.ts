import type { Json, JsonObject } from '../../model/json.ts';
import { offsetConverter } from '../../text/offsets.ts';
import { articleFacts } from '../article-facts.ts';
import { jsonLine } from '../canonical-json.ts';
import type { Capabilities } from '../capabilities.ts';
import type { DatasetFacts, ExportArticle, Writer } from '../format.ts';
import { annotationExample, type PlacedAnnotation, placeAnnotation } from '../place-annotation.ts';
import { loseUnsupported } from '../unsupported.ts';
import {
  annotationRemarks,
  plain,
  relationRemarks,
  relationsAmong,
  type WriteContext,
} from '../write-parts.ts';
import {
  attributeControl,
  type ControlKind,
  controlValue,
  documentControl,
} from './attribute-results.ts';
import { kindOfAttribute, labellingConfig, type UsedControl } from './config.ts';

/** What Label Studio's tasks hold, with our own fields in each region's `meta`. */
export const LABEL_STUDIO_CAN: Capabilities = {
  overlap: true,
  discontinuous: true,
  zeroWidth: false,
  relations: true,
  attributes: true,
  analysts: true,
  documentLabels: true,
};

/** What the labelling configuration must know of, gathered while tasks are written. */
interface Used {
  readonly controls: Map<string, { -readonly [K in keyof UsedControl]: UsedControl[K] }>;
  readonly labels: Set<string>;
  readonly relations: Set<string>;
  readonly kinds: ReadonlyMap<string, ControlKind>;
}

function use(used: Used, name: string, kind: ControlKind, value: Json, perRegion: boolean): void {
  const control = used.controls.get(name) ?? {
    kind,
    perRegion,
    choices: new Set<string>(),
    isMultiple: false,
  };
  if (kind === 'choices') {
    const all = controlValue(value, kind) as readonly string[];
    control.choices = new Set([...control.choices, ...all]);
    control.isMultiple ||= all.length > 1;
  }
  used.controls.set(name, control);
}

const FITS: { readonly [K in ControlKind]: (value: Json) => boolean } = {
  choices: (value) =>
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (Array.isArray(value) && value.every((one: Json) => typeof one === 'string')),
  number: (value) => typeof value === 'number',
  datetime: (value) => typeof value === 'string',
  textarea: () => true,
};

/** The answer to an attribute of a region: another result with the region's id. */
function attributeResult(name: string, value: Json, region: JsonObject, used: Used): JsonObject {
  const wanted = used.kinds.get(name) ?? 'textarea';
  const fits = FITS[wanted](value);
  const kind = fits ? wanted : 'textarea';
  const control = fits ? attributeControl(name) : `attribute-${name}`;
  use(used, control, kind, value, true);
  const { start, end } = region['value'] as JsonObject;
  return {
    id: region['id'] ?? '',
    from_name: control,
    to_name: 'text',
    type: kind,
    origin: 'manual',
    meta: { value },
    value: {
      start: start ?? 0,
      end: end ?? 0,
      [kind === 'textarea' ? 'text' : kind]: controlValue(value, kind),
    },
  };
}

function regions(placed: PlacedAnnotation, context: WriteContext, used: Used): JsonObject[] {
  const { annotation, spans, quote } = placed;
  const label = context.from.labelName(annotation.label);
  used.labels.add(label);
  const { attributes, ...remarks } = annotationRemarks(placed, context);
  const note = annotation.note === '' ? {} : { text: [annotation.note] };
  const all = spans.map(([start, end], index): JsonObject => {
    const isFirst = index === 0;
    const part = spans.length === 1 ? {} : { part: { of: annotation.id, number: index + 1 } };
    return {
      id: isFirst ? annotation.id : `${annotation.id}.part${index + 1}`,
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      origin: 'manual',
      meta: { ...(isFirst ? { ...note, ...remarks } : {}), ...part },
      value: { start, end, text: quote[index] ?? '', labels: [label] },
    };
  });
  const [first] = all;
  if (first === undefined) return [];
  const answers = Object.entries((attributes ?? {}) as JsonObject).map(([name, value]) =>
    attributeResult(name, value, first, used),
  );
  return [...all, ...answers];
}

function relationResults(
  placed: readonly PlacedAnnotation[],
  context: WriteContext,
  used: Used,
): ReadonlyMap<string, JsonObject[]> {
  const byAnalyst = new Map<string, JsonObject[]>();
  for (const relation of relationsAmong(placed, context)) {
    used.relations.add(relation.type);
    const results = byAnalyst.get(relation.analyst) ?? [];
    byAnalyst.set(relation.analyst, results);
    results.push({
      type: 'relation',
      from_id: relation.from,
      to_id: relation.to,
      direction: 'right',
      labels: [relation.type],
      meta: relationRemarks(relation, context),
    });
  }
  return byAnalyst;
}

function documentResults(labels: JsonObject, used: Used): JsonObject[] {
  return Object.entries(labels).map(([name, value]) => {
    const control = documentControl(name);
    use(used, control, 'choices', value, false);
    return {
      id: control,
      from_name: control,
      to_name: 'text',
      type: 'choices',
      origin: 'manual',
      meta: { value },
      value: { choices: controlValue(value, 'choices') },
    };
  });
}

/** Annotations that can be regions: those that stand on words. */
function placeAll(annotations: ExportArticle['annotations'], context: WriteContext) {
  const { from, converter, losses } = context;
  return annotations.flatMap((one) => {
    const placed = placeAnnotation(one, from.text, converter, losses);
    if (placed?.spans.some(([start, end]) => start === end) === true) {
      losses.lost('annotations on no words', annotationExample(one), 'zeroWidth');
      return [];
    }
    return placed ?? [];
  });
}

/** One task; each analyst's work is an annotation of it. */
function task(
  context: WriteContext,
  used: Used,
  number: () => number,
  taskNumber: number,
): JsonObject {
  const { from } = context;
  const placed = placeAll(from.annotations, context);
  const relations = relationResults(placed, context, used);
  const documents = new Map(
    from.documentLabels.map(({ analyst, labels }) => [
      analyst,
      documentResults(plain(labels, analyst, context) as JsonObject, used),
    ]),
  );
  const analysts = [
    ...new Set([...placed.map(({ annotation }) => annotation.analyst), ...documents.keys()]),
  ].sort();
  const annotations = analysts.map((analyst): JsonObject => {
    const own = placed.filter(({ annotation }) => annotation.analyst === analyst);
    return {
      id: number(),
      analyst: from.analystName(analyst),
      was_cancelled: false,
      ground_truth: false,
      result: [
        ...own.flatMap((one) => regions(one, context, used)),
        ...(relations.get(analyst) ?? []),
        ...(documents.get(analyst) ?? []),
      ],
    };
  });
  const gold = placeAll(from.gold ?? [], context).flatMap((one) => regions(one, context, used));
  const truth = { id: 0, gold: true, was_cancelled: false, ground_truth: true, result: gold };
  return {
    id: taskNumber,
    annotations: gold.length === 0 ? annotations : [...annotations, { ...truth, id: number() }],
    data: { text: from.text, ...articleFacts(from.article) },
  };
}

function kindsOf({ codebook }: DatasetFacts): ReadonlyMap<string, ControlKind> {
  return new Map(codebook.attributes.map(({ id, type }) => [id, kindOfAttribute(type)]));
}

/** Writes one list of tasks, and the labelling configuration beside it. */
export const writeLabelStudio: Writer = (facts, _options, losses) => {
  const used: Used = {
    controls: new Map(),
    labels: new Set(),
    relations: new Set(),
    kinds: kindsOf(facts),
  };
  let tasks = 0;
  let annotations = 0;
  const number = (): number => {
    annotations += 1;
    return annotations;
  };
  return {
    *article(from) {
      loseUnsupported(
        from,
        LABEL_STUDIO_CAN,
        {
          articlesWithoutAnnotations: true,
          notes: true,
          confidence: true,
          gold: true,
          relationNotes: true,
        },
        losses,
      );
      const converter = offsetConverter(from.text, 'codePoint');
      tasks += 1;
      const line = jsonLine(task({ from, converter, losses }, used, number, tasks));
      losses.wrote();
      yield { path: '', data: `${tasks === 1 ? '[\n' : ',\n'}${line}` };
    },
    end: () => [
      { path: '', data: tasks === 0 ? '[]\n' : '\n]\n' },
      {
        path: 'config.xml',
        data: labellingConfig(facts, used.controls, used.labels, used.relations),
      },
    ],
  };
};
