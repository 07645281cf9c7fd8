import { fileLines } from '../formats/file-lines.ts';
import type {
  DatasetFacts,
  DatasetInput,
  ExportArticle,
  Format,
  InputFile,
  ReadArticle,
  ReadOptions,
  ReadProblem,
} from '../formats/format.ts';
import { type LossLog, lossLog } from '../formats/loss.ts';
import { DEFAULT_LABELS } from '../model/codebook.ts';
import type { Result } from '../result.ts';
import type { OffsetUnit } from '../text/offsets.ts';
import { readOptions, SOME_TIME, sha256 } from './builders.ts';

/** Facts of a project with the default labels and nothing else in its codebook. */
export function datasetFacts(over: Partial<DatasetFacts> = {}): DatasetFacts {
  return {
    name: 'A project',
    codebook: {
      name: 'Default',
      guidelines: '',
      labels: DEFAULT_LABELS,
      attributes: [],
      relationTypes: [],
      rules: [],
      version: 1,
    },
    analysts: [],
    tool: 'Verbale 0.0.0',
    at: SOME_TIME,
    sha256,
    ...over,
  };
}

/** The files of a dataset by path, as bytes. The one file of a format with one is at `''`. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Writes articles in memory. */
export function writeDataset(
  format: Pick<Format, 'write' | 'offsetUnit'>,
  articles: Iterable<ExportArticle>,
  {
    losses = lossLog(),
    offsetUnit = format.offsetUnit,
    facts = datasetFacts(),
  }: { losses?: LossLog; offsetUnit?: OffsetUnit; facts?: DatasetFacts } = {},
): Files {
  const pieces = new Map<string, Uint8Array[]>();
  const writer = format.write?.(facts, { offsetUnit }, losses);
  const keep = (written: ReturnType<NonNullable<typeof writer>['end']>): void => {
    for (const { path, data } of written) {
      const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
      pieces.set(path, [...(pieces.get(path) ?? []), bytes]);
    }
  };
  for (const article of articles) keep(writer?.article(article) ?? []);
  keep(writer?.end() ?? []);
  return new Map(Array.from(pieces, ([path, parts]) => [path, Buffer.concat(parts)]));
}

/** The one file of a dataset, as text. */
export function writtenText(files: Files): string {
  return Buffer.from(files.get('') ?? []).toString('utf8');
}

/** A file in memory, as a reader gets it. */
export function inputFile(path: string, content: string | Uint8Array): InputFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const text = (): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return {
    path,
    size: bytes.length,
    bytes: () => bytes,
    text,
    lines: () => fileLines(text()),
  };
}

/** Files in memory as a dataset. @param main the path of the file that was chosen; else the first */
export function datasetInput(
  files: Iterable<readonly [string, string | Uint8Array]>,
  main?: string,
): DatasetInput {
  const all = Array.from(files, ([path, content]) => inputFile(path, content));
  const chosen = all.find(({ path }) => path === main) ?? all[0] ?? inputFile('', '');
  return { main: chosen, files: all };
}

/** Reads files in memory. */
export function readDataset(
  format: Pick<Format, 'read'>,
  files: string | Iterable<readonly [string, string | Uint8Array]>,
  over: Partial<ReadOptions> = {},
): readonly Result<ReadArticle, ReadProblem>[] {
  const input = datasetInput(typeof files === 'string' ? [['', files]] : files);
  return [...(format.read?.(input, readOptions(over)) ?? [])];
}
