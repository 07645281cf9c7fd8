import { decode } from '@msgpack/msgpack';
import { Unzlib } from 'fflate';
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Reader, ReadOptions } from '../format.ts';
import { hostileIn } from '../hostile-json.ts';
import { readArticleValue } from '../jsonl-read.ts';
import { textOfTokens } from '../tokens.ts';
import { ATTRS } from './docbin-write.ts';
import { type FoundSpan, nativeDoc } from './native.ts';
import { stringId } from './string-hash.ts';

/** Most bytes that a file may unfold to. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** Hands on what a file unfolds to, part by part. */
function unfold(bytes: Uint8Array, take: (part: Uint8Array) => void): void {
  const stream = new Unzlib(take);
  for (let at = 0; at < bytes.length; at += 1 << 16) {
    stream.push(bytes.subarray(at, at + (1 << 16)), at + (1 << 16) >= bytes.length);
  }
}

/** All that a file unfolds to: twice, so that it is in memory only once. */
function unfolded(bytes: Uint8Array): Result<Uint8Array, string> {
  let size = 0;
  try {
    unfold(bytes, (part) => {
      size += part.length;
      if (size > MOST_BYTES) throw new Error('too large');
    });
  } catch {
    return err(
      size > MOST_BYTES
        ? 'it unfolds to more than 1 GB'
        : 'this is no DocBin: its zlib stream is damaged',
    );
  }
  const whole = new Uint8Array(size);
  let at = 0;
  unfold(bytes, (part) => {
    whole.set(part, at);
    at += part.length;
  });
  return ok(whole);
}

function unpacked(bytes: Uint8Array): unknown {
  try {
    return decode(bytes);
  } catch {
    // What is no msgpack has no fields, and is refused for that.
    return undefined;
  }
}

type Fields = { readonly [key: string]: unknown };

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function viewOf(value: unknown): DataView {
  const bytes = value instanceof Uint8Array ? value : new Uint8Array();
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

interface Bin {
  readonly attrs: readonly unknown[];
  readonly tokens: DataView;
  readonly spaces: DataView;
  readonly lengths: readonly number[];
  readonly names: ReadonlyMap<bigint, string>;
  readonly groups: readonly unknown[];
  readonly userData: readonly unknown[];
  readonly flags: readonly unknown[];
}

/** The parts of a bin; a sentence where they do not fit together. */
function binFrom(value: unknown): Bin | string {
  const message = fieldsOf(value);
  const attrs = listOf(message['attrs']);
  const [tokens, spaces] = [viewOf(message['tokens']), viewOf(message['spaces'])];
  const sizes = viewOf(message['lengths']);
  const lengths = Array.from({ length: sizes.byteLength >> 2 }, (_, index) =>
    sizes.getInt32(index * 4, true),
  );
  const total = lengths.reduce((sum, length) => sum + Math.max(0, length), 0);
  const fits = total * attrs.length * 8 === tokens.byteLength && spaces.byteLength === total;
  if (!attrs.includes(ATTRS.orth) || lengths.some((length) => length < 0) || !fits) {
    return 'this is no DocBin: tokens, spaces and lengths do not fit together';
  }
  const strings = listOf(message['strings']).filter((one) => typeof one === 'string');
  return {
    attrs,
    tokens,
    spaces,
    lengths,
    names: new Map(strings.map((one) => [stringId(one), one])),
    groups: listOf(message['span_groups']),
    userData: listOf(message['user_data']),
    flags: listOf(message['flags']),
  };
}

type Spans = readonly (readonly [number, number])[];

/** Runs of tokens that are one entity. */
function entitiesIn(bin: Bin, first: number, spans: Spans): FoundSpan[] {
  const column = (attr: number) => bin.attrs.indexOf(attr);
  const at = (token: number, attr: number): bigint =>
    bin.tokens.getBigUint64(((first + token) * bin.attrs.length + column(attr)) * 8, true);
  if (column(ATTRS.iob) === -1 || column(ATTRS.type) === -1) return [];
  const found: { start: number; end: number; label: string }[] = [];
  let open: { start: number; end: number; label: string } | undefined;
  for (const [index, [start, end]] of spans.entries()) {
    const [iob, type] = [at(index, ATTRS.iob), at(index, ATTRS.type)];
    const label = bin.names.get(type) ?? String(type);
    if (iob === 1n && open?.label === label) {
      open.end = end;
      continue;
    }
    open = iob === 3n || iob === 1n ? { start, end, label } : undefined;
    if (open !== undefined && type !== 0n) found.push(open);
  }
  return found;
}

/** The spans of every group of a document. */
function groupsIn(value: unknown, names: Bin['names'], spans: Spans): FoundSpan[] {
  const packed = value instanceof Uint8Array && value.length > 0 ? unpacked(value) : [];
  const groups = Array.isArray(packed) ? listOf(packed) : [];
  return groups.flatMap((group) => {
    const inside = group instanceof Uint8Array ? fieldsOf(unpacked(group)) : {};
    return listOf(inside['spans']).flatMap((span): FoundSpan[] => {
      const view = viewOf(span);
      if (view.byteLength < 32) return [];
      const label = view.getBigUint64(16, false);
      const [first, last] = [spans[view.getInt32(24, false)], spans[view.getInt32(28, false) - 1]];
      if (first === undefined || last === undefined) return [];
      return [{ start: first[0], end: last[1], label: names.get(label) ?? String(label) }];
    });
  });
}

/** What our own files keep in `user_data`. */
function ownData(value: unknown): JsonObject {
  const data = value instanceof Uint8Array && value.length > 0 ? fieldsOf(unpacked(value)) : {};
  const own = data['verbale'] as Json | undefined;
  return isJsonObject(own) && hostileIn(own) === undefined ? own : {};
}

function nativeFrom(bin: Bin, index: number, first: number, options: ReadOptions): JsonObject {
  const length = bin.lengths[index] ?? 0;
  const orth = bin.attrs.indexOf(ATTRS.orth);
  const isBlankUnknown = fieldsOf(bin.flags[index])['has_unknown_spaces'] === true;
  const forms = Array.from({ length }, (_, token) => {
    const id = bin.tokens.getBigUint64(((first + token) * bin.attrs.length + orth) * 8, true);
    const isLast = token === length - 1;
    const hasBlank = isBlankUnknown ? !isLast : bin.spaces.getUint8(first + token) === 1;
    return { text: bin.names.get(id) ?? '\ufffd', after: hasBlank ? ' ' : '' };
  });
  const { text, spans } = textOfTokens(forms);
  const entities = entitiesIn(bin, first, spans);
  const grouped = groupsIn(bin.groups[index], bin.names, spans);
  const native = nativeDoc(text, entities, grouped, ownData(bin.userData[index]), options);
  return { ...native, offsetUnit: 'utf16' };
}

/** Reads the documents of a DocBin; the line of an article is its place in the file. */
export const readDocBin: Reader = function* ({ main }, options) {
  const file = main.path === '' ? {} : { file: main.path };
  const whole = unfolded(main.bytes());
  const bin = whole.ok ? binFrom(unpacked(whole.value)) : whole.error;
  if (typeof bin === 'string') {
    yield err({ ...file, line: 1, message: bin });
    return;
  }
  let first = 0;
  for (const [index, length] of bin.lengths.entries()) {
    // The offsets are ours, not the file's: nobody may say what they count.
    const { offsetUnit: _unit, ...others } = options;
    yield readArticleValue(
      nativeFrom(bin, index, first, options),
      { ...file, line: index + 1 },
      others,
    );
    first += length;
  }
};
