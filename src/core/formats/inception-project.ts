import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';
import { casValue } from './cas/read.ts';
import type { Cas } from './cas/structures.ts';
import { casOfJson } from './cas-json.ts';
import { casOfXmi } from './cas-xmi.ts';
import type { DatasetInput, Format, InputFile, Reader, ReadProblem } from './format.ts';
import { hostileIn } from './hostile-json.ts';
import { parseJsonFile } from './json-file.ts';
import { readArticleValue } from './jsonl-read.ts';
import { plainText } from './native-fields.ts';
import { tsvCas } from './webanno/parse.ts';
import { readXml } from './xml.ts';

/** One person's file about a document. */
interface UserFile {
  readonly user: string;
  readonly isCuration: boolean;
  readonly file: InputFile;
}

/** What a project says of one of its documents. */
interface ProjectDocument {
  readonly name: string;
  readonly files: readonly UserFile[];
  readonly source: InputFile | undefined;
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
}

/** The parts of a path such as `annotation/doc.txt/ana.json`, from its folder on. */
function userFile(file: InputFile, document: string): UserFile | undefined {
  const [, folder, name, user] =
    /(?:^|\/)(annotation|curation)\/([^/]+)\/([^/]+)\.(?:json|xmi|tsv)$/.exec(file.path) ?? [];
  if (name !== document || user === undefined || user === 'INITIAL_CAS') return undefined;
  return { user, isCuration: folder === 'curation' || user === 'CURATION_USER', file };
}

function documentsOf(project: JsonObject, { files }: DatasetInput): readonly ProjectDocument[] {
  return objects(project['source_documents']).map((one) => {
    const name = plainText(one['name']);
    const isText = plainText(one['format']).startsWith('text');
    return {
      name,
      files: files.flatMap((file) => userFile(file, name) ?? []),
      source: isText ? files.find(({ path }) => path.endsWith(`source/${name}`)) : undefined,
    };
  });
}

function casOf(file: InputFile): Result<Cas, ReadProblem> {
  const place = { file: file.path, line: 1 };
  if (file.path.endsWith('.tsv')) {
    const cas = tsvCas(file.lines());
    return cas.ok ? cas : err({ ...place, ...cas.error });
  }
  if (file.path.endsWith('.xmi')) {
    const root = readXml(file.text());
    if (!root.ok) return err({ ...place, ...root.error });
    const cas = casOfXmi(root.value);
    return cas.ok ? cas : err({ ...place, message: cas.error });
  }
  const parsed = parseJsonFile(file);
  if (!parsed.ok) return parsed;
  const cas = casOfJson(parsed.value.value);
  return cas.ok ? cas : err({ ...place, message: cas.error });
}

/** Annotations or relations of a file, in the name of the person whose file it is. */
function signed(value: JsonObject, list: string, user: string): readonly Json[] {
  return objects(value[list]).map((one) => ({ ...one, analyst: user }));
}

/** What is known of a project beside its documents, kept as it stood. */
function projectFields(project: JsonObject): JsonObject {
  const names = (list: string): readonly string[] =>
    objects(project[list]).map((one) => plainText(one['name']));
  return {
    project: plainText(project['name']),
    layers: names('layers'),
    tagSets: objects(project['tag_sets']).map((set) => ({
      name: plainText(set['name']),
      tags: objects(set['tags']).map((tag) => plainText(tag['tag_name'])),
    })),
    users: objects(project['project_permissions']).map((one) => plainText(one['user'])),
  };
}

/** States in which somebody has said that they are done. */
function statesOf(project: JsonObject, document: string): JsonObject {
  const done = objects(project['annotation_documents']).filter(
    (one) => one['name'] === document && one['state'] === 'FINISHED',
  );
  return Object.fromEntries(done.map((one) => [plainText(one['user']), { state: 'submitted' }]));
}

const SERIALISED =
  'its annotations are only there as serialised Java objects: export the project again with the secondary format UIMA CAS JSON, XMI or WebAnno TSV';

function* readDocument(
  document: ProjectDocument,
  project: JsonObject,
): Generator<Result<JsonObject, ReadProblem>, void> {
  const { name, files, source } = document;
  let value: JsonObject | undefined;
  const layers = { annotations: [] as Json[], relations: [] as Json[], gold: [] as Json[] };
  for (const { user, isCuration, file } of files) {
    const cas = casOf(file);
    if (!cas.ok) {
      yield cas;
      continue;
    }
    const mine = casValue(cas.value, name) as JsonObject;
    value ??= mine;
    if (value['text'] !== mine['text']) {
      yield err({ file: file.path, line: 1, message: 'its text is not that of the others' });
      continue;
    }
    if (isCuration) layers.gold.push(...objects(mine['annotations']));
    else layers.annotations.push(...signed(mine, 'annotations', user));
    if (!isCuration) layers.relations.push(...signed(mine, 'relations', user));
  }
  if (files.length === 0) yield err({ file: `source/${name}`, line: 1, message: SERIALISED });
  const text = value?.['text'] ?? source?.text();
  if (text === undefined) return;
  yield ok({
    ...value,
    ...layers,
    title: name,
    text,
    offsetUnit: 'utf16',
    document: statesOf(project, name),
    inception: projectFields(project),
  });
}

const readProject: Reader = function* (input, options) {
  const parsed = parseJsonFile(input.main);
  if (!parsed.ok) {
    yield parsed;
    return;
  }
  const { value } = parsed.value;
  const place = { file: input.main.path, line: 1 };
  const hostile = isJsonObject(value) ? hostileIn(value) : 'this is no project of INCEpTION';
  if (!isJsonObject(value) || hostile !== undefined) {
    yield err({ ...place, message: hostile ?? '' });
    return;
  }
  const documents = documentsOf(value, input);
  if (documents.length === 0) yield err({ ...place, message: 'the project has no documents' });
  for (const document of documents) {
    for (const read of readDocument(document, value)) {
      yield read.ok
        ? readArticleValue(read.value, { file: `source/${document.name}`, line: 1 }, options)
        : read;
    }
  }
};

/**
 * A project exported from INCEpTION (`exportedproject.json` and what lies beside it). Each user's
 * annotations are read from `annotation/` where they are CAS JSON, XMI or WebAnno TSV, the curated
 * ones as gold; serialised Java objects are not, and that is said. Names of layers, tagsets and
 * users are kept with the article.
 */
export const inceptionProject: Format = {
  id: 'inception-project',
  label: 'INCEpTION project',
  extensions: ['.zip'],
  layout: 'zip',
  offsetUnit: 'utf16',
  can: {
    overlap: true,
    discontinuous: false,
    zeroWidth: true,
    relations: true,
    attributes: true,
    analysts: true,
    documentLabels: false,
  },
  sniff: (sample, name) =>
    /^exportedproject[^/]*\.json$/.test(name) && /^\s*\{/.test(sample.replace(/^\ufeff/, '')),
  read: readProject,
};
