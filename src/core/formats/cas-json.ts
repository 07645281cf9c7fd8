import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';
import { buildCas, CAS_CAN, featureNames } from './cas/build.ts';
import { casValue } from './cas/read.ts';
import { type Cas, casTypes, type FeatureStructure, SOFA } from './cas/structures.ts';
import type { Format, Reader, Writer } from './format.ts';
import { hostileIn } from './hostile-json.ts';
import { parseJsonFile } from './json-file.ts';
import { readArticleValue } from './jsonl-read.ts';
import { plainText } from './native-fields.ts';

function typesJson(attributes: readonly string[]): object {
  return Object.fromEntries(
    casTypes(attributes).map(({ name, supertype, features }) => [
      name,
      {
        '%NAME': name,
        '%SUPER_TYPE': supertype,
        ...Object.fromEntries(
          Object.entries(features).map(([feature, range]) => [
            feature,
            { '%NAME': feature, '%RANGE': range },
          ]),
        ),
      },
    ]),
  );
}

function structureJson({ id, type, features, references }: FeatureStructure): object {
  const pointed = Object.entries(references).map(([name, [target]]) => [
    `@${name}`,
    Number(target),
  ]);
  return {
    '%ID': Number(id),
    '%TYPE': type,
    ...(Object.fromEntries(pointed) as object),
    ...features,
  };
}

const writeCasJson: Writer = (_facts, _options, losses) => ({
  *article(from) {
    const names = featureNames();
    const structures = buildCas(from, names, losses, { sofaString: from.text, more: {} });
    const members = structures.filter(({ type }) => type !== SOFA).map(({ id }) => Number(id));
    const cas = {
      '%TYPES': typesJson(Object.keys(names.all())),
      '%FEATURE_STRUCTURES': structures.map(structureJson),
      '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': members } },
    };
    yield { path: `${from.article.id}.json`, data: `${JSON.stringify(cas, undefined, 1)}\n` };
  },
  end: () => [],
});

/** Ids that a reference leads to; through an array to all of its elements. */
function targets(value: Json, arrays: ReadonlyMap<string, readonly Json[]>): readonly string[] {
  if (typeof value !== 'number' && typeof value !== 'string') return [];
  const elements = arrays.get(String(value));
  return elements === undefined ? [plainText(value)] : elements.map(plainText);
}

function structureFrom(
  id: string,
  value: JsonObject,
  arrays: ReadonlyMap<string, readonly Json[]>,
): FeatureStructure {
  const features: Record<string, Json> = {};
  const references: Record<string, readonly string[]> = {};
  for (const [key, one] of Object.entries(value)) {
    if (key.startsWith('%')) continue;
    // `^` marks offsets in the specification, `#` numbers that JSON has not; neither is a name.
    if (key.startsWith('@')) references[key.slice(1)] = targets(one, arrays);
    else features[key.replace(/^[\^#]/, '')] = one;
  }
  return { id, type: plainText(value['%TYPE']), features, references };
}

/** Feature structures, whether they stand in a list or by id. */
function listed(value: Json | undefined): readonly (readonly [id: string, one: JsonObject])[] {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((one): [string, JsonObject][] =>
      isJsonObject(one) ? [[plainText(one['%ID']), one]] : [],
    );
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).filter((entry): entry is [string, JsonObject] =>
    isJsonObject(entry[1]),
  );
}

/** The CAS that a parsed file holds, or why it holds none. */
export function casOfJson(value: Json): Result<Cas, string> {
  const hostile = hostileIn(value);
  if (hostile !== undefined) return err(hostile);
  if (!isJsonObject(value)) return err('a CAS is an object with %FEATURE_STRUCTURES');
  const all = listed(value['%FEATURE_STRUCTURES']);
  const arrays = new Map(
    all.flatMap(([id, { '%ELEMENTS': elements }]): [string, readonly Json[]][] =>
      Array.isArray(elements) ? [[id, elements as readonly Json[]]] : [],
    ),
  );
  const structures = all.map(([id, one]) => structureFrom(id, one, arrays));
  const sofas = structures.filter(
    ({ type, features }) => type === SOFA && typeof features['sofaString'] === 'string',
  );
  const sofa = sofas.find(({ features }) => features['sofaID'] === '_InitialView') ?? sofas[0];
  if (sofa === undefined) return err('this CAS holds no text (no sofa with a sofaString)');
  const others = structures.filter(
    ({ references }) => references['sofa'] === undefined || references['sofa'][0] === sofa.id,
  );
  return ok({ text: plainText(sofa.features['sofaString']), structures: others });
}

const readCasJson: Reader = function* ({ main, files }, options) {
  const all = files.filter(({ path }) => path.endsWith('.json'));
  for (const file of all.length === 0 ? [main] : all) {
    const parsed = parseJsonFile(file);
    if (!parsed.ok) {
      yield parsed;
      continue;
    }
    const cas = casOfJson(parsed.value.value);
    const place = { line: 1, file: file.path };
    const title = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.json$/, '');
    yield cas.ok
      ? readArticleValue(casValue(cas.value, title), place, options)
      : err({ ...place, message: cas.error });
  }
};

/**
 * UIMA CAS JSON 0.4 (apache/uima-uimaj-io-jsoncas, SPECIFICATION.adoc), one file for each article:
 * types, then feature structures with the sofa first, then the view. `begin` and `end` are UTF-16
 * code units. Annotations are of the type `custom.Annotation`, as INCEpTION names layers people
 * make; the parts of one are tied by their `identifier`. Attributes are features of text.
 */
export const casJson: Format = {
  id: 'cas-json',
  label: 'UIMA CAS JSON (INCEpTION)',
  extensions: ['.json'],
  layout: 'folder',
  offsetUnit: 'utf16',
  can: CAS_CAN,
  sniff: (sample) =>
    /^\s*\{\s*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS|HEADER)"/.test(sample.replace(/^\ufeff/, '')),
  read: readCasJson,
  write: writeCasJson,
};
