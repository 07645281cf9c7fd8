import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { DatasetFacts, Format } from '../../core/formats/format.ts';
import { FORMATS } from '../../core/formats/index.ts';
import type { Loss } from '../../core/formats/loss.ts';
import type { OffsetUnit } from '../../core/text/offsets.ts';
import { VERSION } from '../../core/version.ts';
import type { DatasetCounts, DatasetManifest } from './dataset-manifest.ts';
import { type DatasetOutput, MANIFEST } from './dataset-output.ts';
import { datasheet } from './datasheet.ts';

/** Name of the file that says to people what a dataset is; the {@link MANIFEST} says it to programs. */
const DATASHEET = 'datasheet.md';

/** The tool, as datasets name it. */
export const TOOL = `Verbale ${VERSION}`;

/** Ids of the formats that hold what a format lost; the native lines hold everything. */
export function holdersOf({ needs }: Pick<Loss, 'needs'>, without: Format): string[] {
  return FORMATS.filter(
    (one) =>
      one !== without &&
      one.write !== undefined &&
      (one.id === 'jsonl' || (needs !== undefined && one.can[needs])),
  ).map(({ id }) => id);
}
/** Size and hash of a file, read as a stream. */
export async function fingerprint(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(file), async function (source) {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      hash.update(chunk);
    }
  });
  return { bytes, sha256: hash.digest('hex') };
}

/** What a manifest is made of. */
interface Made {
  readonly facts: DatasetFacts;
  readonly choice: { readonly format: Format; readonly offsetUnit: OffsetUnit };
  readonly losses: readonly Loss[];
  readonly counts: DatasetCounts;
}

/** Adds the manifest and the datasheet to a dataset whose other files are written. */
export async function writeManifest(output: DatasetOutput, made: Made): Promise<void> {
  const { facts, choice, losses, counts } = made;
  const files: [string, { bytes: number; sha256: string }][] = [];
  for (const [name, file] of await output.written()) files.push([name, await fingerprint(file)]);
  files.sort(([a], [b]) => (a < b ? -1 : 1));
  const manifest: DatasetManifest = {
    kind: 'verbale-dataset',
    tool: facts.tool,
    project: facts.name,
    format: choice.format.id,
    offsetUnit: choice.offsetUnit,
    at: facts.at,
    codebook: { name: facts.codebook.name, version: facts.codebook.version },
    counts,
    losses: losses.map((one) => ({ ...one, couldBeHeldBy: holdersOf(one, choice.format) })),
    files: Object.fromEntries(files),
  };
  await output.addBeside(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  await output.addBeside(DATASHEET, datasheet(manifest, facts, choice.format));
}
