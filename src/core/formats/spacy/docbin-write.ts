import { encode } from '@msgpack/msgpack';
import { zlibSync } from 'fflate';
import type { ExportArticle, FilePiece, Writer } from '../format.ts';
import { type SpacyDoc, spacyDoc } from './doc.ts';
import { stringId } from './string-hash.ts';

/** Attributes of each token: ORTH, ENT_IOB, ENT_TYPE, SENT_START. */
export const ATTRS = { orth: 65, iob: 77, type: 78, sentence: 80 } as const;

/** Values of ENT_IOB. */
const INSIDE = 1n;
const OUTSIDE = 2n;
const BEGINS = 3n;

const GROUP = 'sc';

/** Documents of one file, gathered until its end: the format has no parts that could be written before. */
interface Bin {
  readonly tokens: Uint8Array[];
  readonly spaces: number[];
  readonly lengths: number[];
  readonly strings: Set<string>;
  readonly cats: Readonly<Record<string, number>>[];
  readonly groups: Uint8Array[];
  readonly userData: Uint8Array[];
}

function emptyBin(): Bin {
  return {
    tokens: [],
    spaces: [],
    lengths: [],
    strings: new Set(['']),
    cats: [],
    groups: [],
    userData: [],
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

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function packBin(bin: Bin): Uint8Array {
  const lengths = new Uint8Array(bin.lengths.length * 4);
  const view = new DataView(lengths.buffer);
  for (const [index, length] of bin.lengths.entries()) view.setInt32(index * 4, length, true);
  const message = {
    version: '0.1',
    attrs: Object.values(ATTRS),
    tokens: joined(bin.tokens),
    spaces: Uint8Array.from(bin.spaces),
    lengths,
    strings: [...bin.strings].sort(),
    cats: bin.cats,
    flags: bin.cats.map(() => ({ has_unknown_spaces: false })),
    span_groups: bin.groups,
    user_data: bin.userData,
  };
  return zlibSync(encode(message), { level: 6 });
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
    bin.tokens.push(packTokens(doc, from, idOf));
    for (const { after } of doc.tokens) bin.spaces.push(after ? 1 : 0);
    bin.lengths.push(doc.tokens.length);
    bin.cats.push(doc.cats);
    bin.groups.push(spanGroups(doc, from, idOf));
    bin.userData.push(encode({ verbale: doc.userData }));
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
    end: () => Array.from(bins, ([path, bin]) => ({ path, data: packBin(bin) })),
  };
};
