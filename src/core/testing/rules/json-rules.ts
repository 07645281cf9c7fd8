import { parse } from 'yaml';
import type { Json, JsonObject } from '../../model/json.ts';
import { broken } from './broken.ts';

type Fields = Readonly<Record<string, Json>>;

const slice = (text: string, start: number, end: number): string =>
  Array.from(text).slice(start, end).join('');

/** Types that UIMA has built in. */
const BUILT_IN =
  /^uima\.(?:cas\.(?:TOP|Sofa|AnnotationBase|FSArray)|tcas\.(?:Annotation|DocumentAnnotation))$/;
const BUILT_IN_FEATURES = new Set(['sofa', 'begin', 'end', 'language', 'sofaNum', 'sofaID']);

interface Cas {
  readonly '%TYPES': Readonly<Record<string, Fields>>;
  readonly '%FEATURE_STRUCTURES': readonly Fields[];
  readonly '%VIEWS': Readonly<Record<string, Fields>>;
}

/** Features of a type and of those above it. */
function featuresOf(types: Cas['%TYPES'], name: string): ReadonlySet<string> {
  const own = types[name];
  if (own === undefined) return BUILT_IN_FEATURES;
  const above = featuresOf(types, own['%SUPER_TYPE'] as string);
  return new Set([...above, ...Object.keys(own)]);
}

const asNumber = (value: Json | undefined): number => (typeof value === 'number' ? value : -1);
const asWords = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function structureProblems(one: Fields, cas: Cas, seen: ReadonlySet<number>): string[] {
  const { '%TYPES': types } = cas;
  const { '%ID': id, '%TYPE': type, ...rest } = one;
  const name = asWords(type);
  const which = `${name} ${asNumber(id)}`;
  const ids = new Set(cas['%FEATURE_STRUCTURES'].map((fs) => fs['%ID']));
  const known = featuresOf(types, name);
  return [
    ...broken(
      [Object.keys(one).slice(0, 2).join() !== '%ID,%TYPE', `order of keys in ${which}`],
      [!(name in types || BUILT_IN.test(name.replace(/\[\]$/, ''))), `no type ${which}`],
    ),
    ...Object.entries(rest).flatMap(([key, value]) => {
      const isOwn = name === 'uima.cas.Sofa' || key.startsWith('%');
      return broken(
        [key.startsWith('@') && !ids.has(value), `${key} of ${which} points to nothing`],
        [key === '@sofa' && !seen.has(asNumber(value)), `sofa of ${which} comes after it`],
        [!isOwn && !known.has(key.replace(/^[@^#]/, '')), `${which} has no feature ${key}`],
      );
    }),
  ];
}

/**
 * What is wrong with a CAS in JSON 0.4 (Apache UIMA JSON CAS specification): ids are unique, id and type
 * come first, a sofa before what it holds, references lead somewhere, types and features are declared,
 * offsets lie in the text in UTF-16, and members of views are there.
 */
export function casJsonProblems(content: string, text: string): readonly string[] {
  const cas = JSON.parse(content) as Cas;
  const all = cas['%FEATURE_STRUCTURES'];
  const seen = new Set<number>();
  const problems = all.flatMap((one) => {
    const id = asNumber(one['%ID']);
    const isNew = id > 0 && !seen.has(id);
    const [begin, end] = [asNumber(one['begin'] ?? 0), asNumber(one['end'] ?? 0)];
    const found = structureProblems(one, cas, seen);
    seen.add(id);
    const isIn = begin >= 0 && end >= begin && end <= text.length;
    return [...found, ...broken([!isNew, `id ${id}`], [!isIn, `offsets of ${id}`])];
  });
  const sofa = all.find((one) => one['%TYPE'] === 'uima.cas.Sofa');
  const members = Object.values(cas['%VIEWS']).flatMap((view) => [
    view['%SOFA'],
    ...((view['%MEMBERS'] ?? []) as readonly Json[]),
  ]);
  return [
    ...problems,
    ...broken(
      [sofa?.['sofaString'] !== text, 'sofaString'],
      [members.some((id) => !seen.has(asNumber(id))), 'a member of a view is not there'],
    ),
  ];
}

/** Every value of an attribute of elements of a kind, out of a configuration of Label Studio. */
function namesIn(config: string, pattern: RegExp): ReadonlySet<string> {
  const plain = (words: string): string =>
    words
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&#10;', '\n')
      .replaceAll('&amp;', '&');
  return new Set(Array.from(config.matchAll(pattern), ([, value = '']) => plain(value)));
}

interface Region {
  readonly id?: string;
  readonly type: string;
  readonly from_name?: string;
  readonly to_name?: string;
  readonly from_id?: string;
  readonly to_id?: string;
  readonly value?: { start?: number; end?: number; text?: Json; labels?: readonly string[] };
  readonly labels?: readonly string[];
}

function relationProblems(one: Region, ids: ReadonlySet<string>, config: string): string[] {
  const known = namesIn(config, /<Relation\b[^>]*? value="([^"]*)"/g);
  const ends = [one.from_id ?? '', one.to_id ?? ''];
  return broken(
    [ends.some((id) => !ids.has(id)), `relation ${ends.join(' → ')}`],
    [(one.labels ?? []).some((label) => !known.has(label)), 'label of a relation'],
  );
}

const CONTROLS = /<(?:Labels|Choices|TextArea|Number|Rating)\b[^>]*? name="([^"]*)"/g;

function regionProblems(
  { type, id = '', from_name: from = '', to_name: to = '', value = {} }: Region,
  text: string,
  config: string,
): string[] {
  const { start = 0, end = 0, text: quote, labels: said = [] } = value;
  const labels = namesIn(config, /<Label\b[^>]*? value="([^"]*)"/g);
  return broken(
    [!namesIn(config, CONTROLS).has(from), `from_name ${from}`],
    [!namesIn(config, /<Text\b[^>]*? name="([^"]*)"/g).has(to), `to_name ${to}`],
    [type === 'labels' && slice(text, start, end) !== quote, `text of ${id}`],
    [said.some((label) => !labels.has(label)), `label of ${id}`],
  );
}

/** What is wrong with tasks of Label Studio by its task format and the configuration beside them. */
export function labelStudioProblems(content: string, config: string): readonly string[] {
  const tasks = JSON.parse(content) as readonly {
    readonly data: { readonly text: string };
    readonly annotations: readonly { readonly result: readonly Region[] }[];
  }[];
  return tasks.flatMap(({ data, annotations }) =>
    annotations.flatMap(({ result }) => {
      const ids = new Set(result.flatMap(({ id }) => id ?? []));
      return result.flatMap((one) =>
        one.type === 'relation'
          ? relationProblems(one, ids, config)
          : regionProblems(one, data.text, config),
      );
    }),
  );
}

/** What is wrong with records of Argilla by the validator of its server: spans in code points. */
export function argillaProblems(content: string): readonly string[] {
  const records = JSON.parse(content) as readonly {
    readonly id: string;
    readonly fields: { readonly text: string };
    readonly responses: Readonly<
      Record<
        string,
        readonly {
          value: readonly { start: number; end: number; label: string; text?: string }[];
        }[]
      >
    >;
  }[];
  return records.flatMap(({ id, fields: { text }, responses }) =>
    Object.values(responses)
      .flat()
      .flatMap(({ value }) => value)
      .filter(({ start, end, label, text: quote }) => {
        const isPlaced = start >= 0 && start < end && end <= Array.from(text).length;
        return (
          !isPlaced || label === '' || (quote !== undefined && slice(text, start, end) !== quote)
        );
      })
      .map(({ start, end }) => `${id}: ${start}–${end}`),
  );
}

/** What is wrong with the card of a dataset (hub documentation, `datasetcard.md`) and the files it names. */
export function cardProblems(card: string, paths: ReadonlySet<string>): readonly string[] {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(card)?.[1];
  if (front === undefined) return ['no front matter'];
  const { configs, dataset_info: info } = parse(front) as {
    configs?: readonly {
      config_name?: string;
      data_files?: readonly { split: string; path: string }[];
    }[];
    dataset_info?: { features?: readonly { name: string }[] };
  };
  const files = (configs ?? []).flatMap(({ data_files }) => data_files ?? []);
  const named = (configs ?? []).filter(
    ({ config_name: name }) => name !== undefined && name !== '',
  );
  const features = (info?.features ?? []).map(({ name }) => name);
  return [
    ...files.filter(({ path }) => !paths.has(path)).map(({ path }) => `${path} is not there`),
    ...broken(
      [named.length !== configs?.length, 'a config without a name'],
      [files.length === 0, 'no data files'],
      [!features.includes('ner_tags'), 'no features'],
    ),
  ];
}

/** Names of classes that a card gives to `ner_tags`, by their numbers. */
export function tagNames(card: string): readonly string[] {
  const front = parse(/^---\n([\s\S]*?)\n---\n/.exec(card)?.[1] ?? '') as JsonObject;
  const names: string[] = [];
  const walk = (value: Json): void => {
    if (value === null || typeof value !== 'object') return;
    const { names: found } = ((value as JsonObject)['class_label'] as JsonObject) ?? {};
    for (const [number, name] of Object.entries(found ?? {})) names[Number(number)] = String(name);
    for (const one of Object.values(value as JsonObject)) walk(one);
  };
  walk(front);
  return names;
}
