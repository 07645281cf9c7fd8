import { z } from 'zod';
import type { Op } from './op.ts';
import type { RecordState } from './record.ts';

/** Names that become file names: no path, nothing hidden, nothing a shell or a system treats apart. */
const FILE_NAME = /^(?!\.)[A-Za-z0-9._-]{1,80}(?<!\.)$/u;

/** Names that Windows keeps for devices, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** True for an id that may become a file name on every system. */
export function isFileName(name: string): boolean {
  return FILE_NAME.test(name) && !DEVICE.test(name);
}

/** A field name may be anything but the one name that is no plain property. */
function isFieldName(name: string): boolean {
  return name !== '__proto__';
}

const field = z.string().refine(isFieldName);

/** What a commit was. Unknown keys are kept: a newer version may say more. */
export const commitNoteSchema = z.looseObject({
  label: z.string(),
  undoes: z.string().optional(),
  redoes: z.string().optional(),
  undoable: z.boolean().optional(),
});

/** An op as it arrives from outside this replica: from a bundle, a hub or a file of unknown origin. */
export const opSchema = z.looseObject({
  v: z.literal(1),
  a: z.string().refine(isFileName),
  u: z.string().refine(isFileName),
  c: z.string().refine(isFileName),
  s: z.int().positive(),
  t: z.string().min(15),
  k: z.string().min(1),
  r: z.string().min(1),
  p: z.record(field, z.json()),
  b: z.record(field, z.array(z.string())).optional(),
  g: z.tuple([z.string().min(1), z.int().positive()]),
  m: commitNoteSchema.optional(),
  h: z.string(),
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areStamps(value: unknown): boolean {
  return Array.isArray(value) && value.every((stamp) => typeof stamp === 'string');
}

function hasFields(value: unknown, check: (entry: unknown) => boolean): boolean {
  return (
    isObject(value) &&
    Object.entries(value).every(([name, entry]) => isFieldName(name) && check(entry))
  );
}

function isGroup(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === 'string' &&
    Number.isInteger(value[1])
  );
}

const TEXT_FIELDS = ['a', 'u', 'c', 't', 'k', 'r', 'h'] as const;

/**
 * The same question as {@link opSchema}, answered fast: for the lines of our own log, of which
 * there may be a hundred thousand at a time.
 */
export function isOp(value: unknown): value is Op {
  return (
    isObject(value) &&
    value['v'] === 1 &&
    TEXT_FIELDS.every((name) => typeof value[name] === 'string') &&
    Number.isInteger(value['s']) &&
    hasFields(value['p'], () => true) &&
    (value['b'] === undefined || hasFields(value['b'], areStamps)) &&
    isGroup(value['g']) &&
    (value['m'] === undefined || isObject(value['m']))
  );
}

function isHead(value: unknown): boolean {
  return isObject(value) && 'value' in value && typeof value['stamp'] === 'string';
}

function isRegister(value: unknown): boolean {
  if (!isHead(value) || !isObject(value)) return false;
  const { losers, replaced } = value;
  return (
    (losers === undefined || (Array.isArray(losers) && losers.every(isHead))) &&
    (replaced === undefined || areStamps(replaced))
  );
}

/** True for a record as a snapshot keeps it. */
export function isRecordState(value: unknown): value is RecordState {
  return hasFields(value, isRegister);
}
