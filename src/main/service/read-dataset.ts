import { basename } from 'node:path';
import type { ReadArticle, ReadProblem, Refusal } from '../../core/formats/format.ts';
import { analystId } from '../../core/model/analyst.ts';
import type { Annotation, Relation } from '../../core/model/annotation.ts';
import type { Article } from '../../core/model/article.ts';
import type { Label } from '../../core/model/codebook.ts';
import type { Comment } from '../../core/model/comment.ts';
import type { JsonObject } from '../../core/model/json.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { isUnreadable } from '../../core/text/blanks.ts';
import type { OffsetUnit } from '../../core/text/offsets.ts';
import { DEFAULT_LIMITS, describeBytes } from '../importers/limits.ts';
import { type ReadDatasets, readDatasets } from '../importers/read-datasets.ts';
import type { Store } from '../store/store.ts';
import { codebookHeadOf, labelsOf } from './codebook-view.ts';
import { labelFor } from './free-label.ts';
import type { PlannedArticle, PlannedLayer } from './planned-article.ts';

/** What a person may say about a file of annotated articles. */
export interface DatasetOptions {
  /** Name of the analyst to whom unsigned annotations belong. */
  readonly analyst: string;
  readonly offsetUnit?: OffsetUnit | undefined;
  /** ISO-8601 UTC, for what carries no time of its own. */
  readonly at: string;
  /** Id of the format that the file is in, whatever it looks like. */
  readonly format?: string | undefined;
}

/** Annotated articles out of a file, and why some of it did not come in. */
export interface Dataset {
  /** Of the file, for people. */
  readonly format: string;
  readonly plans: readonly PlannedArticle[];
  readonly problems: readonly string[];
}

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

function layersOf(read: ReadArticle, labels: Label[]): PlannedLayer[] {
  const { of, all } = layerBook();
  for (const { labelName, analystName, ...rest } of read.annotations) {
    const label = labelFor(labelName, labels);
    if (!labels.includes(label)) labels.push(label);
    of(analystName).annotations.push({ ...rest, label: label.id, analyst: '' });
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

/** A refusal in words, such as `line 3, annotations[2]: …`; no full stop. */
function refusedInWords(where: string, { place, id, reason }: Refusal): string {
  const named = id === place || id.length > LONGEST_ID ? '' : ` (its id: ${id})`;
  return `${where}, ${place}: ${reason}${named}`;
}

const LONGEST_ID = 80;

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

function planRead(file: string, read: ReadArticle, labels: Label[]): PlannedArticle {
  const place = placeOf(read);
  const warnings = read.warnings.map((warning) => `${place}: ${warning.message}`);
  const before = labels.length;
  const layers = layersOf(read, labels);
  const made = labels.slice(before);
  if (made.length > 0) {
    const names = made.map((label) => label.name).join(', ');
    warnings.push(`${place}: New in the codebook: ${names}.`);
  }
  const targets = read.comments.map((one) => one.targetAnalystName).filter((name) => name !== '');
  return {
    file,
    place,
    article: withUnknown(read),
    text: read.text,
    layers,
    labels: made,
    people: [...read.assignedNames, ...targets],
    warnings,
    refused: read.refused.map((one) => refusedInWords(place, one)),
  };
}

/** Longest text of an article, in UTF-16 code units: as long as one from a file may be. */
const MOST_TEXT = DEFAULT_LIMITS.fileBytes;

const EMPTY = 'empty, or holds only blanks and signs that cannot be seen';

/** Where in a dataset something stands, for people. */
function placeOf({ file, line, column }: Pick<ReadProblem, 'file' | 'line' | 'column'>): string {
  const at = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
  return file === undefined ? at : `${file}, ${at}`;
}

function planAll(file: string, read: ReadDatasets, labels: Label[]): Dataset {
  const plans: PlannedArticle[] = [];
  const problems = read.problems.map(
    (one) => `${placeOf(one)}: ${one.message}. The line did not come in.`,
  );
  for (const article of read.articles) {
    if (article.text.length > MOST_TEXT) {
      const has = describeBytes(article.text.length);
      problems.push(
        `${placeOf(article)}: its text has ${has}; an article may have ${describeBytes(MOST_TEXT)} at most. The line did not come in.`,
      );
    } else if (isUnreadable(article.text)) {
      problems.push(`${placeOf(article)}: its text is ${EMPTY}. The line did not come in.`);
    } else {
      plans.push(planRead(file, article, labels));
    }
  }
  return { format: read.format, plans, problems };
}

/**
 * Reads a file of annotated articles, with the files that belong to it. Labels that the codebook
 * lacks come with the plans; names are matched to labels by id or name.
 */
export async function readDatasetFile(
  file: string,
  store: Store,
  { analyst, offsetUnit, at, format }: DatasetOptions,
): Promise<Result<Dataset, string>> {
  const read = await readDatasets(file, format, {
    analyst,
    at,
    codebookVersion: codebookHeadOf(store).version,
    origin: { kind: 'import', file: basename(file) },
    ...(offsetUnit === undefined ? {} : { offsetUnit }),
  });
  if (!read.ok) return err(`“${basename(file)}” was not imported. ${read.error}`);
  return ok(planAll(file, read.value, labelsOf(store)));
}
