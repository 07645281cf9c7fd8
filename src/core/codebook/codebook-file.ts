import type { z } from 'zod';
import type { CodebookContent } from '../model/codebook.ts';
import { forbiddenKeyIn } from '../model/forbidden-name.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';
import { type CodebookProblem, checkCodebook } from './check-codebook.ts';
import { codebookContentSchema } from './codebook-schema.ts';

/** Says what a file is; the first key in it. */
export const FILE_FORMAT = 'verbale-codebook';
/** The version of the file's form. */
export const FILE_VERSION = 1;

const LISTS = ['labels', 'attributes', 'relationTypes', 'rules'] as const;

/** What an entry is taken to say where a file leaves a field out. */
const DEFAULTS: JsonObject = {
  key: '',
  shortcut: '',
  definition: '',
  guideline: '',
  group: '',
  text: '',
  example: '',
  counterExample: '',
  zeroWidth: false,
  helper: false,
  retired: false,
  document: false,
  required: false,
  sameLabel: false,
  multiple: false,
  agreement: true,
  enabled: true,
  showWhen: null,
  labels: [],
  values: [],
  from: [],
  to: [],
};

function isDefault(field: string, value: Json): boolean {
  return field in DEFAULTS && JSON.stringify(DEFAULTS[field]) === JSON.stringify(value);
}

/** An entry as it is written: what goes without saying is left out. */
function entryOut(entry: JsonObject, index: number): JsonObject {
  const out: Record<string, Json> = {};
  for (const [field, value] of Object.entries(entry)) {
    if (field === 'order' && value === index + 1) continue;
    if (isDefault(field, value)) continue;
    out[field] = field === 'values' ? (value as readonly JsonObject[]).map(entryOut) : value;
  }
  return out;
}

/** A codebook as plain values in the order they are to be written, for YAML or JSON. */
export function codebookToFile(content: CodebookContent): JsonObject {
  const file: Record<string, Json> = {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    name: content.name,
    guidelines: content.guidelines,
  };
  for (const list of LISTS) {
    file[list] = (content[list] as unknown as readonly JsonObject[]).map(entryOut);
  }
  return file;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Entries without a position stand where they are written. */
function withPositions(list: unknown): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((entry: unknown, index) =>
    isObject(entry) && !('order' in entry) ? { ...entry, order: index + 1 } : entry,
  );
}

type Issue = z.core.$ZodIssue;

/** What a field should be, in words. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a set of fields',
};

function issueWords(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') {
    return `has no field ${issue.keys.map((key) => `“${key}”`).join(', ')}`;
  }
  if (issue.code === 'invalid_value') return `is one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') {
    const kind = KINDS[issue.expected] ?? issue.expected;
    return issue.input === undefined ? `is missing; it is ${kind}` : `has to be ${kind}`;
  }
  return issue.code === 'invalid_union' ? 'is a value id, true or false' : 'is not right';
}

function asProblem(issue: Issue): CodebookProblem {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  return { path, message: issueWords(issue) };
}

function headProblem(value: unknown): CodebookProblem | undefined {
  if (!isObject(value)) return { path: [], message: 'The file holds no codebook.' };
  if (value['format'] !== FILE_FORMAT) {
    return { path: ['format'], message: `has to be “${FILE_FORMAT}”` };
  }
  if (value['version'] !== FILE_VERSION) {
    return { path: ['version'], message: `has to be ${FILE_VERSION}; a newer Verbale may read it` };
  }
  const forbidden = forbiddenKeyIn(value as JsonObject);
  return forbidden === undefined
    ? undefined
    : { path: [], message: `The name ${forbidden} is refused.` };
}

/**
 * The codebook that a parsed file holds. Strict: an unknown field, a wrong type and everything
 * `checkCodebook` finds is refused, all at once, each with its place.
 */
export function codebookFromFile(value: unknown): Result<CodebookContent, CodebookProblem[]> {
  const head = headProblem(value);
  if (head !== undefined || !isObject(value)) return err(head === undefined ? [] : [head]);
  const { format: _format, version: _version, ...rest } = value;
  for (const list of LISTS) if (list in rest) rest[list] = withPositions(rest[list]);
  const parsed = codebookContentSchema.safeParse(rest, { reportInput: true });
  if (!parsed.success) return err(parsed.error.issues.map(asProblem));
  const problems = checkCodebook(parsed.data);
  return problems.length === 0 ? ok(parsed.data) : err(problems);
}
