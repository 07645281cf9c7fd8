import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ExportChoice } from '../../core/datasets/choice.ts';
import type { DatasetFacts, Format } from '../../core/formats/format.ts';
import { FORMATS } from '../../core/formats/index.ts';
import type { Loss } from '../../core/formats/loss.ts';
import type { Json, JsonObject } from '../../core/model/json.ts';
import { VERSION } from '../../core/version.ts';
import type { DatasetCounts, DatasetManifest } from './dataset-manifest.ts';
import type { DatasetOutput } from './dataset-output.ts';
import { DATASHEET, MANIFEST } from './dataset-places.ts';
import { datasheet } from './datasheet.ts';
import type { ExportPeople } from './export-people.ts';
import type { ExportTask, LeftOutLine } from './export-task.ts';

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
  readonly task: ExportTask;
  readonly people: ExportPeople;
  readonly losses: readonly Loss[];
  readonly leftOut: readonly LeftOutLine[];
  readonly counts: DatasetCounts;
}

function whoseInWords({ whose }: ExportChoice, { task, people, names }: InWords): Json {
  if (whose.kind === 'all' || whose.kind === 'gold') return whose.kind;
  const ids = 'ids' in whose ? whose.ids : [task.me];
  return ids.map((id) => people.pseudonymous?.of(id) ?? names.get(id) ?? id).toSorted();
}

interface InWords {
  readonly task: ExportTask;
  readonly people: ExportPeople;
  readonly facts: DatasetFacts;
  /** By analyst id. */
  readonly names: ReadonlyMap<string, string>;
}

/** What was chosen, in the names that people know. A seed goes with splits only: it is also the key of the pseudonyms. */
function choiceInWords(words: InWords): JsonObject {
  const { choice } = words.task;
  const { filter, articles, states, labels, shares, seed, deidentify, unit, furniture } = choice;
  const label = (id: string): string =>
    words.facts.codebook.labels.find((one) => one.id === id)?.name ?? id;
  return {
    filter: words.people.scrub(filter),
    articles: articles === undefined ? 'all' : [...articles],
    whose: whoseInWords(choice, words),
    states: states === undefined ? 'all' : [...states],
    labels: labels === undefined ? 'all' : { [labels.mode]: labels.ids.map(label) },
    split: shares === undefined ? null : { shares: { ...shares }, seed },
    deidentified: deidentify,
    unit,
    furniture,
  };
}

const NO_AGREEMENT = 'This version of Verbale does not work out agreement.';

/** Adds the manifest and the datasheet to a dataset whose other files are written. */
export async function writeManifest(output: DatasetOutput, made: Made): Promise<void> {
  const { facts, task, people, losses, leftOut, counts } = made;
  const files: [string, { bytes: number; sha256: string }][] = [];
  for (const [name, file] of await output.written()) files.push([name, await fingerprint(file)]);
  files.sort(([a], [b]) => (a < b ? -1 : 1));
  const { scheme, offsetUnit } = task.options;
  const names = new Map(facts.analysts.map(({ id, name }) => [id, name]));
  const manifest: DatasetManifest = {
    kind: 'verbale-dataset',
    tool: facts.tool,
    project: facts.name,
    format: task.format.id,
    offsetUnit,
    ...(scheme === undefined ? {} : { scheme }),
    at: facts.at,
    recipe: task.recipe === undefined ? null : people.scrub(task.recipe),
    choice: choiceInWords({ task, people, facts, names }),
    codebook: { name: facts.codebook.name, version: facts.codebook.version },
    counts,
    agreement: { value: null, reason: NO_AGREEMENT },
    leftOut,
    losses: losses.map((one) => ({ ...one, couldBeHeldBy: holdersOf(one, task.format) })),
    files: Object.fromEntries(files),
  };
  await output.addBeside(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  await output.addBeside(DATASHEET, datasheet(manifest, facts, task.format));
}
