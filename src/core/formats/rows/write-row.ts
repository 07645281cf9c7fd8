import type { Json, JsonObject } from '../../model/json.ts';
import { offsetConverter } from '../../text/offsets.ts';
import { articleFacts } from '../article-facts.ts';
import { jsonLine } from '../canonical-json.ts';
import type { Capabilities } from '../capabilities.ts';
import type { DatasetFacts, ExportArticle } from '../format.ts';
import { type LossLog, lossLog } from '../loss.ts';
import { type PlacedAnnotation, placeAnnotation } from '../place-annotation.ts';
import { writeTags } from '../token-tags.ts';
import { alignAnnotations, selectApart, tokenise } from '../tokens.ts';
import { loseUnsupported } from '../unsupported.ts';
import { annotationRemarks, plain, relationsAmong, type WriteContext } from '../write-parts.ts';

/** What a row for each article holds. Its tags, which hold less, are there beside its entities. */
export const ROW_CAN: Capabilities = {
  overlap: true,
  discontinuous: true,
  zeroWidth: true,
  relations: true,
  attributes: true,
  analysts: false,
  documentLabels: true,
};

/** What stands between the quotes of an annotation in several parts. */
const GAP = ' … ';

/** An object as one string, because the fields of a column are the same in all rows. */
function packed(value: Json | undefined): string {
  return value === undefined ? '' : jsonLine(value);
}

function entity(placed: PlacedAnnotation, context: WriteContext): JsonObject {
  const { annotation, spans, quote } = placed;
  const { attributes, origin } = annotationRemarks(placed, context);
  return {
    id: annotation.id,
    start: spans[0]?.[0] ?? 0,
    end: spans.at(-1)?.[1] ?? 0,
    label: context.from.labelName(annotation.label),
    text: quote.join(GAP),
    parts: spans.map(([start, end], index) => ({ start, end, text: quote[index] ?? '' })),
    analyst: context.from.analystName(annotation.analyst),
    attributes: packed(attributes),
    note: annotation.note,
    confidence: annotation.confidence ?? '',
    origin: packed(origin),
    codebook_version: annotation.codebookVersion,
    created_at: annotation.createdAt,
    updated_at: annotation.updatedAt,
  };
}

function relationRows(
  placed: readonly PlacedAnnotation[],
  context: WriteContext,
): readonly JsonObject[] {
  return relationsAmong(placed, context).map((relation) => ({
    id: relation.id,
    type: relation.type,
    from: relation.from,
    to: relation.to,
    analyst: context.from.analystName(relation.analyst),
    note: relation.note ?? '',
    codebook_version: relation.codebookVersion ?? 0,
    created_at: relation.createdAt ?? '',
    updated_at: relation.updatedAt ?? '',
  }));
}

/** The names of the classes behind the numbers of `ner_tags`: `O`, then `B-` and `I-` of each label. */
export interface TagNames {
  readonly names: readonly string[];
  readonly numberOf: (tag: string) => number;
}

/** Those of the codebook's labels; labels beside it are added as they come. */
export function tagNames({ codebook }: DatasetFacts): TagNames {
  const names: string[] = ['O'];
  const numberOf = (tag: string): number => {
    const at = names.indexOf(tag);
    if (at !== -1) return at;
    const label = tag.slice(2);
    names.push(`B-${label}`, `I-${label}`);
    return names.indexOf(tag);
  };
  for (const { name, document } of codebook.labels) {
    if (document !== true) numberOf(`B-${name}`);
  }
  return { names, numberOf };
}

/** Tokens and their IOB2 tags: a second view of the entities, so what it lacks is no loss. */
function tagged(
  placed: readonly PlacedAnnotation[],
  from: ExportArticle,
  tags: TagNames,
): JsonObject {
  const { tokens } = tokenise(from.text);
  const unseen = lossLog();
  const annotations = placed.map(({ annotation }) => annotation);
  const apart = selectApart(alignAnnotations(annotations, tokens, unseen), unseen);
  const ranges = apart.map(({ annotation, range }) => ({
    range,
    label: from.labelName(annotation.label),
  }));
  return {
    tokens: tokens.map(({ text }) => text),
    ner_tags: writeTags(ranges, tokens.length, 'IOB2').map(tags.numberOf),
  };
}

const NO_FACTS = {
  article_id: '',
  title: '',
  outlet: '',
  byline: '',
  date: '',
  language: '',
  added_at: '',
  sha256: '',
  tags: [],
};

/**
 * One row for an article: `entities` (code points, ends exclusive), the same as `tokens` and `ner_tags`,
 * `relations`, and what is known of the article. Every row has every field, of the same type.
 */
export function articleRow(from: ExportArticle, tags: TagNames, losses: LossLog): JsonObject {
  loseUnsupported(
    from,
    ROW_CAN,
    { articlesWithoutAnnotations: true, notes: true, confidence: true, relationNotes: true },
    losses,
  );
  const context = { from, converter: offsetConverter(from.text, 'codePoint'), losses };
  const placed = from.annotations.flatMap(
    (one) => placeAnnotation(one, from.text, context.converter, losses) ?? [],
  );
  const labels = from.documentLabels.map(({ analyst, labels: given }): [string, Json] => [
    from.analystName(analyst),
    plain(given, analyst, context),
  ]);
  losses.wrote();
  return {
    entities: placed.map((one) => entity(one, context)),
    ...tagged(placed, from, tags),
    text: from.text,
    relations: relationRows(placed, context),
    document_labels: labels.length === 0 ? '' : packed(Object.fromEntries(labels)),
    ...NO_FACTS,
    ...articleFacts(from.article),
  };
}
