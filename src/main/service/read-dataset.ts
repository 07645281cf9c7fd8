import { open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type {
  DatasetInput,
  ReadArticle,
  Reader,
  ReadOptions,
  Refusal,
} from '../../core/formats/format.ts';
import { FORMATS } from '../../core/formats/index.ts';
import { analystId } from '../../core/model/analyst.ts';
import type { Annotation, Relation } from '../../core/model/annotation.ts';
import type { Label } from '../../core/model/codebook.ts';
import type { Comment } from '../../core/model/comment.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { isUnreadable } from '../../core/text/blanks.ts';
import type { OffsetUnit } from '../../core/text/offsets.ts';
import { sha256 } from '../store/articles.ts';
import type { Store } from '../store/store.ts';
import { codebookHeadOf, labelsOf } from './codebook-view.ts';
import { fileOnDisk, NotUtf8 } from './dataset-files.ts';
import { labelFor } from './free-label.ts';
import type { PlannedArticle, PlannedLayer } from './planned-article.ts';

/** What a person may say about a file of annotated articles. */
export interface DatasetOptions {
  /** Name of the analyst to whom unsigned annotations belong. */
  readonly analyst: string;
  readonly offsetUnit?: OffsetUnit | undefined;
  /** ISO-8601 UTC, for what carries no time of its own. */
  readonly at: string;
}

/** Annotated articles out of a file, and why some of it did not come in. */
export interface Dataset {
  readonly plans: readonly PlannedArticle[];
  readonly problems: readonly string[];
}

const SAMPLE_BYTES = 4096;
const MOST_BYTES = 256 * 1024 * 1024;

/** The beginning of a file as UTF-8, or nothing where it cannot be read. */
async function sampleOf(file: string): Promise<string> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(
        Buffer.alloc(SAMPLE_BYTES),
        0,
        SAMPLE_BYTES,
        0,
      );
      return buffer.subarray(0, bytesRead).toString('utf8');
    } finally {
      await handle.close();
    }
  } catch {
    // Whoever reads the whole file will say why it cannot be read.
    return '';
  }
}

/** True when a file holds annotated articles in a format that can be read. */
export async function isDataset(file: string): Promise<boolean> {
  if (extname(file).toLowerCase() === '.jsonl') return true;
  const sample = await sampleOf(file);
  return FORMATS.some(
    (format) => format.read !== undefined && format.sniff(sample, basename(file)),
  );
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
function refusedInWords(line: number, { place, id, reason }: Refusal): string {
  const named = id === place || id.length > LONGEST_ID ? '' : ` (its id: ${id})`;
  return `line ${line}, ${place}: ${reason}${named}`;
}

const LONGEST_ID = 80;

function planRead(file: string, read: ReadArticle, labels: Label[]): PlannedArticle {
  const place = `line ${read.line}`;
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
    article: read.article,
    text: read.text,
    layers,
    labels: made,
    people: [...read.assignedNames, ...targets],
    warnings,
    refused: read.refused.map((one) => refusedInWords(read.line, one)),
  };
}

const EMPTY = 'empty, or holds only blanks and signs that cannot be seen';

/** Reads the text of a dataset. Bad lines are told and never stop the others. */
function readLines(
  file: string,
  input: DatasetInput,
  read: Reader,
  options: ReadOptions,
  labels: Label[],
): Dataset {
  const plans: PlannedArticle[] = [];
  const problems: string[] = [];
  for (const result of read(input, options)) {
    if (result.ok && isUnreadable(result.value.text)) {
      problems.push(`line ${result.value.line}: its text is ${EMPTY}. The line did not come in.`);
    } else if (result.ok) {
      plans.push(planRead(file, result.value, labels));
    } else {
      const { line, column, message } = result.error;
      const at = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
      problems.push(`${at}: ${message}. The line did not come in.`);
    }
  }
  return { plans, problems };
}

async function inputOf(file: string): Promise<Result<DatasetInput, string>> {
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) {
      return err(
        `“${basename(file)}” has ${Math.round(size / 1048576)} MB; at most 256 MB are read at once. Split it.`,
      );
    }
    const main = fileOnDisk(basename(file), file, size);
    main.text();
    return ok({ main, files: [main] });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return err(
      `“${basename(file)}” was not imported. ${cause instanceof NotUtf8 ? 'It is not UTF-8.' : reason}`,
    );
  }
}

/**
 * Reads a file of annotated articles. Labels that the codebook lacks come with the plans; names
 * are matched to labels by id or name.
 */
export async function readDatasetFile(
  file: string,
  store: Store,
  { analyst, offsetUnit, at }: DatasetOptions,
): Promise<Result<Dataset, string>> {
  const input = await inputOf(file);
  if (!input.ok) return input;
  const sample = input.value.main.text().slice(0, SAMPLE_BYTES);
  const format = FORMATS.find((one) => one.read !== undefined && one.sniff(sample, basename(file)));
  const reader = format?.read ?? FORMATS.find((one) => one.id === 'jsonl')?.read;
  if (reader === undefined) return err(`“${basename(file)}” is in no format that can be read.`);
  const options: ReadOptions = {
    sha256: (text) => sha256(text),
    analyst,
    at,
    codebookVersion: codebookHeadOf(store).version,
    origin: { kind: 'import', file: basename(file) },
    ...(offsetUnit === undefined ? {} : { offsetUnit }),
  };
  return ok(readLines(file, input.value, reader, options, labelsOf(store)));
}
