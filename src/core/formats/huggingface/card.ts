import { parse, stringify } from 'yaml';
import { isJsonObject, type Json } from '../../model/json.ts';
import { objectsIn, textsIn } from '../article-facts.ts';
import type { DatasetFacts, InputFile } from '../format.ts';

/** What is in the data files, by the name of their split. */
type Splits = ReadonlyMap<string, { readonly rows: number; readonly bytes: number }>;

const TEXT = (name: string) => ({ name, dtype: 'string' });

/** What the data files are; numbers in lines of JSON have 64 bits once they are loaded. */
export type DataFiles = 'jsonl' | 'parquet';
const NUMBERS: { readonly [D in DataFiles]: string } = { jsonl: 'int64', parquet: 'int32' };
const SIZES: readonly (readonly [number, string])[] = [
  [1000, 'n<1K'],
  [10_000, '1K<n<10K'],
  [100_000, '10K<n<100K'],
  [1_000_000, '100K<n<1M'],
];

/** The columns of every row, as `datasets` declares them. */
function features(tags: readonly string[], files: DataFiles) {
  const number = (name: string) => ({ name, dtype: NUMBERS[files] });
  return [
    {
      name: 'entities',
      list: [
        ...['id', 'label', 'text', 'analyst', 'attributes', 'note', 'confidence', 'origin'].map(
          TEXT,
        ),
        ...['start', 'end', 'codebook_version'].map(number),
        { name: 'parts', list: [number('start'), number('end'), TEXT('text')] },
        ...['created_at', 'updated_at'].map(TEXT),
      ],
    },
    { name: 'tokens', sequence: 'string' },
    {
      name: 'ner_tags',
      sequence: {
        class_label: { names: Object.fromEntries(tags.map((tag, index) => [String(index), tag])) },
      },
    },
    TEXT('text'),
    {
      name: 'relations',
      list: [
        ...['id', 'type', 'from', 'to', 'analyst', 'note', 'created_at', 'updated_at'].map(TEXT),
        number('codebook_version'),
      ],
    },
    ...['document_labels', 'article_id', 'title', 'outlet', 'byline', 'date', 'language'].map(TEXT),
    ...['added_at', 'sha256'].map(TEXT),
    { name: 'tags', sequence: 'string' },
  ];
}

/** What a card tells. */
export interface CardFacts {
  readonly facts: DatasetFacts;
  readonly splits: Splits;
  /** Classes of `ner_tags`, by number. */
  readonly tags: readonly string[];
  readonly languages: ReadonlySet<string>;
  readonly files: DataFiles;
}

/**
 * The card of a dataset (huggingface.co/docs/hub/datasets-cards): YAML that `datasets` reads, then
 * words for people. The columns are declared, so that a list that is empty in the first rows keeps its type.
 */
export function datasetCard({ facts, splits, tags, languages, files }: CardFacts): string {
  const rows = [...splits.values()].reduce((sum, one) => sum + one.rows, 0);
  const meta = {
    ...(languages.size === 0 ? {} : { language: [...languages].sort() }),
    pretty_name: facts.name,
    size_categories: [SIZES.find(([most]) => rows < most)?.[1] ?? 'n>1M'],
    task_categories: ['token-classification'],
    annotations_creators: ['expert-generated'],
    configs: [
      {
        config_name: 'default',
        data_files: Array.from(splits.keys(), (split) => ({
          split,
          path: `data/${split}.${files}`,
        })),
      },
    ],
    dataset_info: {
      features: features(tags, files),
      splits: Array.from(splits, ([name, one]) => ({
        name,
        num_bytes: one.bytes,
        num_examples: one.rows,
      })),
    },
  };
  return [
    `---\n${stringify(meta, { lineWidth: 0 })}---\n`,
    `# ${facts.name.replace(/\s+/g, ' ')}\n`,
    `Written by ${facts.tool} on ${facts.at.slice(0, 10)}, codebook version ${facts.codebook.version}.\n`,
    'Each row is one article. `entities` holds every annotation with `start` and `end` in code points (as',
    'Python counts them), so `text[start:end]` is its words; one in several parts has them in `parts`.',
    '`tokens` and `ner_tags` (IOB2) hold the same for token classification, without what overlaps, the',
    'longest kept, and without what begins or ends inside a word.\n',
  ].join('\n');
}

function classNames(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return textsIn(value);
  if (!isJsonObject(value)) return [];
  const names: string[] = [];
  for (const [at, name] of Object.entries(value)) {
    if (/^\d{1,4}$/.test(at) && typeof name === 'string') names[Number(at)] = name;
  }
  return Array.from(names, (name, index) => name ?? `tag ${index}`);
}

/** The classes behind `ner_tags` that a card tells of; none where it tells none. */
function tagNamesInCard(card: string): readonly string[] {
  const yaml = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---/.exec(card)?.[1];
  if (yaml === undefined) return [];
  let meta: Json;
  try {
    meta = parse(yaml, { maxAliasCount: 0 }) as Json;
  } catch {
    // A card that is no YAML tells nothing; the rows are read without it.
    return [];
  }
  const info = isJsonObject(meta) ? meta['dataset_info'] : undefined;
  const infos = isJsonObject(info) ? [info] : objectsIn(info);
  const tags = infos
    .flatMap((one) => objectsIn(one['features']))
    .find(({ name }) => name === 'ner_tags');
  const sequence = isJsonObject(tags?.['sequence']) ? tags['sequence'] : tags?.['list'];
  const label = isJsonObject(sequence) ? sequence['class_label'] : undefined;
  return isJsonObject(label) ? classNames(label['names']) : [];
}

/** Where the card of a data file lies: in its folder, or above `data/`. */
export const CARDS: readonly string[] = ['README.md', '../README.md'];

/** The classes that the card among some files tells of. */
export function namesBeside(files: readonly InputFile[]): readonly string[] {
  const card = files.find(({ path }) => /(?:^|\/)README\.md$/i.test(path));
  return card === undefined ? [] : tagNamesInCard(card.text());
}
