import { analystId } from '../model/analyst.ts';
import type { Article, Furniture } from '../model/article.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';
import { trimBlank } from '../text/blanks.ts';
import { linesIn, splitsPair } from '../text/lines.ts';
import { type OffsetConverter, type OffsetUnit, offsetConverter } from '../text/offsets.ts';
import { toWellFormed } from '../text/well-formed.ts';
import { collectFindings, type Findings } from './findings.ts';
import type { ReadArticle, Reader, ReadOptions, ReadProblem } from './format.ts';
import { hostileIn, parseLine } from './hostile-json.ts';
import { issueInWords } from './issue-words.ts';
import { type Draft, ELEMENT_DEPTH, unitByQuotes } from './jsonl-annotations.ts';
import { readComments } from './jsonl-comments.ts';
import { readDocumentLabels, readDocuments } from './jsonl-document.ts';
import { readAnnotations, readDrafts, readRelations } from './jsonl-layers.ts';
import { type ArticleLine, articleLine, knownFields, sourceLine } from './jsonl-schema.ts';
import { safeId } from './safe-id.ts';

const LONGEST_TITLE = 120;
const ARTICLE_FIELDS = knownFields(articleLine);
const SOURCE_FIELDS = knownFields(sourceLine);

/** The first line that is not blank, shortened. */
function titleFrom(text: string): string {
  for (const line of linesIn(text, 0, text.length)) {
    const span = trimBlank(text, line);
    if (span === undefined) continue;
    const end = Math.min(span[1], span[0] + LONGEST_TITLE);
    return text.slice(span[0], splitsPair(text, end) ? end - 1 : end);
  }
  return '';
}

/** The import record: `source.record`, and whatever else a hand-written `source` holds. */
function recordFrom(source: NonNullable<ArticleLine['source']>): JsonObject {
  const rest = Object.entries(source).filter(([key]) => !SOURCE_FIELDS.has(key));
  return { ...(Object.fromEntries(rest) as JsonObject), ...source.record };
}

function furnitureFrom(
  line: ArticleLine,
  converter: OffsetConverter,
  findings: Findings,
): Furniture[] {
  const kinds = line.source?.furnitureKinds ?? [];
  const found = line.furniture.flatMap((span, index): Furniture[] => {
    const there = converter.spanToUtf16(span);
    if (there.ok && there.value[0] < there.value[1]) {
      return [{ start: there.value[0], end: there.value[1], kind: kinds[index] ?? 'other' }];
    }
    const where = `furniture[${index}] (${span.join(' to ')})`;
    findings.warn(
      'furniture-dropped',
      `${where} is not a stretch of the text; it was left out, and all else came in`,
    );
    return [];
  });
  let last = 0;
  return found
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      const isApart = start >= last;
      if (isApart) last = end;
      else {
        findings.warn(
          'furniture-dropped',
          `furniture stands on other furniture at ${start}; the second was left out, and all else came in`,
        );
      }
      return isApart;
    });
}

function articleFrom(
  line: ArticleLine,
  text: string,
  sha256: string,
  options: ReadOptions,
): Omit<Article, 'furniture'> {
  const source = line.source ?? {};
  return {
    id: safeId('article', line.id ?? `article-${sha256.slice(0, 24)}`, options.sha256),
    title: line.title ?? titleFrom(text),
    outlet: source.outlet ?? '',
    byline: source.byline ?? '',
    date: source.date ?? '',
    language: source.language ?? '',
    sha256,
    characters: text.length,
    source: recordFrom(source),
    addedAt: source.addedAt ?? options.at,
    tags: source.tags ?? [],
    assigned: (source.assigned ?? []).map(analystId),
  };
}

/** Characters of two code units, or that are seen as one with those before them. */
const UNITS_DIFFER = /[\u{10000}-\u{10ffff}\p{M}\u200d]/u;

/** Which unit the offsets are in, and what to tell about it. */
function unitOf(
  line: ArticleLine,
  text: string,
  drafts: readonly Draft[],
  options: ReadOptions,
  findings: Findings,
): OffsetUnit {
  if (options.offsetUnit !== undefined) return options.offsetUnit;
  const stated = line.offsetUnit ?? 'codePoint';
  const unit = unitByQuotes(text, drafts, stated);
  if (unit !== stated) {
    findings.warn('other-unit', `the quotes show that the offsets are in ${unit}, not ${stated}`);
  } else if (line.offsetUnit === undefined && UNITS_DIFFER.test(text)) {
    const isProved = drafts.some(({ quote }) => quote !== undefined);
    if (!isProved) findings.warn('unit-assumed', 'no offsetUnit: taken as codePoint');
  }
  return unit;
}

function readLine(line: ArticleLine, number: number, options: ReadOptions): ReadArticle | string {
  const { text, replaced } = toWellFormed(line.text);
  const sha256 = options.sha256(text);
  if (line.sha256 !== undefined && line.sha256.toLowerCase() !== sha256) {
    return 'its sha256 is not that of its text: the text was changed after the line was written';
  }
  const findings = collectFindings();
  if (replaced > 0) {
    findings.warn('characters-replaced', `${replaced} half surrogate pairs became U+FFFD`);
  }
  findings.keepUnknown(line, ARTICLE_FIELDS, '');
  if (line.id !== undefined) findings.checkId(line.id);
  const drafts = readDrafts(line.annotations, 'annotations', findings);
  const goldDrafts = readDrafts(line.gold, 'gold', findings);
  const unit = unitOf(line, text, [...drafts, ...goldDrafts], options, findings);
  const converter = offsetConverter(text, unit);
  const article = articleFrom(line, text, sha256, options);
  const context = { articleId: article.id, text, converter, options, findings };
  const annotations = readAnnotations(drafts, 'annotation', context);
  return {
    line: number,
    article: { ...article, furniture: furnitureFrom(line, converter, findings) },
    text,
    annotations,
    relations: readRelations(line.relations, annotations, context),
    documentLabels: readDocumentLabels(line.documentLabels, context),
    documents: readDocuments(line.document, context),
    comments: readComments(line.comments, annotations, context),
    assignedNames: line.source?.assigned ?? [],
    gold: readAnnotations(goldDrafts, 'gold', context),
    decisions: readDecisions(line.decisions, findings),
    warnings: findings.warnings,
    refused: findings.refused,
    unknown: findings.unknown,
  };
}

/** Lists whose elements, and objects whose fields, are looked at one by one. */
const APART: ReadonlySet<string> = new Set([
  'annotations',
  'relations',
  'comments',
  'gold',
  'decisions',
  'documentLabels',
  'document',
]);

/** What is hostile in a line, but for what stands in {@link APART}. */
function hostileLine(value: Json): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const whole = Object.entries(value).filter(
    ([key, child]) => !APART.has(key) || typeof child !== 'object',
  );
  return hostileIn(Object.fromEntries(whole));
}

function readDecisions(values: readonly Json[], findings: Findings): readonly Json[] {
  return values.filter((value, index) => {
    const reason = hostileIn(value, '', ELEMENT_DEPTH);
    const place = `decisions[${index}]`;
    if (reason !== undefined) findings.refuse({ what: 'decision', id: place, place, reason });
    return reason === undefined;
  });
}

/** What stops a value from being looked at further, if anything. */
function refusal(value: Json): string | undefined {
  const version = (value as { readonly version?: Json } | null)?.version;
  if (typeof version === 'number' && version > 1) {
    return `written by a newer Verbale (format version ${version}; this one reads 1)`;
  }
  return undefined;
}

/** Where in a dataset an article stands. */
export type ArticlePlace = Pick<ReadArticle, 'file' | 'line'>;

/**
 * Reads what a native line says (DESIGN §9), whatever file it was made from: readers of other
 * formats say in these words what theirs holds, and get the same checks of places, quotes, ids and
 * hostile values. Fields that the native line has not are kept as {@link ReadArticle.unknown}.
 */
export function readArticleValue(
  value: Json,
  place: ArticlePlace,
  options: ReadOptions,
): Result<ReadArticle, ReadProblem> {
  const message = hostileLine(value) ?? refusal(value);
  if (message !== undefined) return err({ ...place, message });
  const parsed = articleLine.safeParse(value);
  if (!parsed.success) return err({ ...place, message: issueInWords(parsed.error, value) });
  const article = readLine(parsed.data, place.line, options);
  if (typeof article === 'string') return err({ ...place, message: article });
  return ok({ ...article, ...place });
}

function readOne(
  content: string,
  number: number,
  options: ReadOptions,
): Result<ReadArticle, ReadProblem> {
  const value = parseLine(content);
  if (!value.ok) return err({ line: number, ...value.error });
  return readArticleValue(value.value, { line: number }, options);
}

/**
 * Reads native lines (DESIGN §9), also short ones written by hand: `text`, and `annotations` with
 * `label` and `spans` or `start` and `end`, are enough. What is missing is filled in so that
 * reading the same file twice gives the same ids. Blank lines are passed over.
 *
 * A line is refused when it is not JSON of this shape, has a forbidden key, is of a newer version,
 * or when its text and `sha256` differ. A single annotation, relation, comment, attribute, document
 * label or decision is refused, and the rest of the line kept, when its shape is wrong, it has a
 * forbidden key, its offsets leave the text, or its quote cannot be found in one place.
 */
export const readJsonl: Reader = function* ({ main }, options) {
  let number = 0;
  for (const content of main.lines()) {
    number += 1;
    const line = number === 1 ? content.replace(/^\ufeff/, '') : content;
    if (line.trim() !== '') yield readOne(line, number, options);
  }
};
