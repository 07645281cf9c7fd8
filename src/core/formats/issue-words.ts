import type { z } from 'zod';

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
};

const LONGEST_QUOTED = 40;

/** What a value is, in words, shortened. */
function described(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') {
    const short = value.length > LONGEST_QUOTED ? `${value.slice(0, LONGEST_QUOTED)}…` : value;
    return `text (“${short}”)`;
  }
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'boolean' ? String(value) : 'an object with fields';
}

/** The value at a path, or `undefined` where there is none. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<PropertyKey, unknown>)[key];
  }
  return found;
}

function sizeOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : 0;
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, found: unknown): string {
  const least = String(issue.minimum);
  if (issue.origin === 'string') return 'text was expected, but it is empty';
  if (issue.origin === 'array') {
    return `a list of at least ${least} was expected, but it has ${sizeOf(found)}`;
  }
  return `${least} or more was expected, but there is ${described(found)}`;
}

function tooBig(issue: z.core.$ZodIssueTooBig, found: unknown): string {
  const most = String(issue.maximum);
  if (issue.origin === 'string') {
    return `at most ${most} characters are allowed, but there are ${sizeOf(found)}`;
  }
  if (issue.origin === 'array') {
    return `a list of at most ${most} was expected, but it has ${sizeOf(found)}`;
  }
  return `a smaller number was expected, but there is ${described(found)}`;
}

function sentence(issue: z.core.$ZodIssue, found: unknown): string {
  if (issue.code === 'too_small') return tooSmall(issue, found);
  if (issue.code === 'too_big') return tooBig(issue, found);
  const is = `but there is ${described(found)}`;
  if (issue.code === 'invalid_type') {
    return `${EXPECTED[issue.expected] ?? 'another value'} was expected, ${is}`;
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map((one) => `“${String(one)}”`).join(' or ');
    return `${allowed} was expected, ${is}`;
  }
  // Shapes that say themselves what they expect: see `jsonl-schema.ts`.
  return `${issue.message}, ${is}`;
}

/**
 * The first thing that is wrong with a value, in words: what was expected, what is there, and in
 * which field, such as `in spans[0][1], a whole number was expected, but there is text (“7”)`.
 */
export function issueInWords(error: z.ZodError, value: unknown): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'it is not as expected';
  const parts = issue.path.map((part) =>
    typeof part === 'number' ? `[${part}]` : `.${String(part)}`,
  );
  const where = parts.join('').replace(/^\./, '');
  const found = valueAt(value, issue.path);
  if (found === undefined && where !== '') return `${where} is missing`;
  return where === '' ? sentence(issue, found) : `in ${where}, ${sentence(issue, found)}`;
}
