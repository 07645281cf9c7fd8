import { encode } from '@msgpack/msgpack';
import { Zlib } from 'fflate';
import type { ExportArticle, FilePiece, Writer } from '../format.ts';
import { type Spool, spool } from '../spool.ts';
import { type SpacyDoc, spacyDoc } from './doc.ts';
import { stringId } from './string-hash.ts';

/** Attributes of each token: ORTH, ENT_IOB, ENT_TYPE, SENT_START. */
export const ATTRS = { orth: 65, iob: 77, type: 78, sentence: 80 } as const;

/** Values of ENT_IOB. */
const INSIDE = 1n;
const OUTSIDE = 2n;
const BEGINS = 3n;

const GROUP = 'sc';

/**
 * Documents of one file: the format stands column by column, and says before each column how long it is,
 * so that all are gathered, packed, until its end.
 */
interface Bin {
  readonly tokens: Spool;
  readonly spaces: Spool;
  readonly lengths: Spool;
  readonly strings: Set<string>;
  readonly cats: Spool;
  readonly groups: Spool;
  readonly userData: Spool;
}

function emptyBin(): Bin {
  return {
    tokens: spool(),
    spaces: spool(),
    lengths: spool(),
    strings: new Set(['']),
    cats: spool(),
    groups: spool(),
    userData: spool(),
  };
}

type IdOf = (text: string) => bigint;

/** A span as `struct.pack('>QQQllll')` writes it: id, knowledge base, label, tokens, code points. */
function packSpan(numbers: readonly bigint[], places: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(40);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of numbers.entries()) view.setBigUint64(index * 8, value, false);
  for (const [index, value] of places.entries()) view.setInt32(24 + index * 4, value, false);
  return bytes;
}

function spanGroups(doc: SpacyDoc, from: ExportArticle, idOf: IdOf): Uint8Array {
  if (doc.spans.length === 0) return encode([]);
  const spans = doc.spans.map(({ annotation, range: [first, end] }) => {
    const edges = [doc.tokens[first]?.start ?? 0, doc.tokens[end - 1]?.end ?? 0];
    const places = edges.map((edge) => {
      const converted = doc.converter.fromUtf16(edge);
      return converted.ok ? converted.value : 0;
    });
    return packSpan([0n, 0n, idOf(from.labelName(annotation.label))], [first, end, ...places]);
  });
  return encode([encode({ name: GROUP, attrs: {}, spans })]);
}

function packTokens(doc: SpacyDoc, from: ExportArticle, idOf: IdOf): Uint8Array {
  const width = Object.keys(ATTRS).length;
  const bytes = new Uint8Array(doc.tokens.length * width * 8);
  const view = new DataView(bytes.buffer);
  const set = (token: number, column: number, value: bigint): void => {
    view.setBigUint64((token * width + column) * 8, value, true);
  };
  for (const [index, token] of doc.tokens.entries()) {
    set(index, 0, idOf(token.text));
    set(index, 1, OUTSIDE);
    // A sentence that goes on is -1, as an unsigned number.
    const begins = index === 0 || doc.sentenceStarts.has(token.start);
    set(index, 3, begins ? 1n : 0xffffffffffffffffn);
  }
  for (const { annotation, range } of doc.entities) {
    const label = idOf(from.labelName(annotation.label));
    for (let at = range[0]; at < range[1]; at += 1) {
      set(at, 1, at === range[0] ? BEGINS : INSIDE);
      set(at, 2, label);
    }
  }
  return bytes;
}

/** A sign of MessagePack with a length behind it, in 32 bits (msgpack spec, "bin format family"). */
function header(sign: number, length: number): Uint8Array {
  const bytes = new Uint8Array(5);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, sign);
  view.setUint32(1, length, false);
  return bytes;
}

const BYTES = 0xc6;
const LIST = 0xdd;
/** A map of up to 15 entries. */
const SHORT_MAP = 0x80;

function* bytesOf(column: Spool): Generator<Uint8Array> {
  yield header(BYTES, column.size());
  yield* column.blocks();
}

/** @param column of values that are encoded already */
function* listOf(column: Spool): Generator<Uint8Array> {
  yield header(LIST, column.count());
  yield* column.blocks();
}

function* flagsOf({ lengths }: Bin): Generator<Uint8Array> {
  const flags = encode({ has_unknown_spaces: false });
  yield header(LIST, lengths.count());
  for (let index = 0; index < lengths.count(); index += 1) yield flags;
}

/** The message, unpacked, some of it at a time. */
function* message(bin: Bin): Generator<Uint8Array> {
  const entries: readonly (readonly [string, Iterable<Uint8Array>])[] = [
    ['version', [encode('0.1')]],
    ['attrs', [encode(Object.values(ATTRS))]],
    ['tokens', bytesOf(bin.tokens)],
    ['spaces', bytesOf(bin.spaces)],
    ['lengths', bytesOf(bin.lengths)],
    ['strings', [encode([...bin.strings].sort())]],
    ['cats', listOf(bin.cats)],
    ['flags', flagsOf(bin)],
    ['span_groups', listOf(bin.groups)],
    ['user_data', listOf(bin.userData)],
  ];
  yield Uint8Array.of(SHORT_MAP + entries.length);
  for (const [key, value] of entries) {
    yield encode(key);
    yield* value;
  }
}

/** The message in zlib, as the file holds it. */
function* packBin(bin: Bin): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zlib = new Zlib({ level: 6 }, (part) => ready.push(part));
  const taken = (): Uint8Array[] => {
    const all = ready.filter((part) => part.length > 0);
    ready = [];
    return all;
  };
  for (const part of message(bin)) {
    zlib.push(part);
    yield* taken();
  }
  zlib.push(new Uint8Array(), true);
  yield* taken();
}

/** A number as 4 bytes, the lowest first. */
function int32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value, true);
  return bytes;
}

/** Writes one DocBin for each split. */
export const writeDocBin: Writer = (_facts, _options, losses) => {
  const bins = new Map<string, Bin>([['', emptyBin()]]);
  const ids = new Map<string, bigint>();
  const add = (bin: Bin, from: ExportArticle): void => {
    const idOf: IdOf = (text) => {
      bin.strings.add(text);
      const id = ids.get(text) ?? stringId(text);
      ids.set(text, id);
      return id;
    };
    const doc = spacyDoc(from, losses);
    bin.tokens.add(packTokens(doc, from, idOf));
    bin.spaces.add(Uint8Array.from(doc.tokens, ({ after }) => (after ? 1 : 0)));
    bin.lengths.add(int32(doc.tokens.length));
    bin.cats.add(encode(doc.cats));
    bin.groups.add(encode(spanGroups(doc, from, idOf)));
    bin.userData.add(encode(encode({ verbale: doc.userData })));
    losses.wrote();
  };
  return {
    article(from): FilePiece[] {
      const { split = 'train' } = from;
      const path = split === 'train' ? '' : `${split}.spacy`;
      const bin = bins.get(path) ?? emptyBin();
      bins.set(path, bin);
      add(bin, from);
      return [];
    },
    *end() {
      for (const [path, bin] of bins) for (const data of packBin(bin)) yield { path, data };
    },
  };
};
