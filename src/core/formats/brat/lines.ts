import type { Span } from '../../model/span.ts';

/** A text-bound annotation. */
export interface TextBound {
  readonly id: string;
  readonly type: string;
  /** In the unit of the file. */
  readonly spans: readonly Span[];
  /** The words of all spans, joined by one blank; `undefined` where the line has none. */
  readonly words: string | undefined;
}

/** An event: its trigger, and who plays which role in it. */
export interface BratEvent {
  readonly id: string;
  readonly trigger: string;
  readonly roles: readonly (readonly [role: string, target: string])[];
}

/** A relation between two annotations. */
export interface BratRelation {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** Something said of an annotation, an event or a relation. */
export interface BratRemark {
  readonly kind: 'attribute' | 'note' | 'reference';
  readonly type: string;
  readonly target: string;
  /** `undefined` for an attribute that has none: it is there or not. */
  readonly value: string | undefined;
}

/** An `.ann` file, taken apart. */
export interface BratLines {
  readonly textBounds: readonly TextBound[];
  readonly events: readonly BratEvent[];
  readonly relations: readonly BratRelation[];
  readonly remarks: readonly BratRemark[];
  /** Lines of no known shape. */
  readonly unread: readonly { readonly line: number; readonly content: string }[];
}

type Parts = { -readonly [K in keyof BratLines]: BratLines[K][number][] };

function spansIn(places: string): readonly Span[] {
  return places.split(';').map((place): Span => {
    const [start, end] = place.split(' ');
    return [Number(start), Number(end)];
  });
}

type Take = (line: string, parts: Parts) => boolean;

const TEXT_BOUND = /^(T[^\t]*)\t([^\t ]+) (\d{1,15} \d{1,15}(?:;\d{1,15} \d{1,15})*)(?:\t([^]*))?$/;

const takeTextBound: Take = (line, { textBounds }) => {
  const [, id, type, places, words] = TEXT_BOUND.exec(line) ?? [];
  if (id === undefined || type === undefined || places === undefined) return false;
  textBounds.push({ id, type, spans: spansIn(places), words });
  return true;
};

/** `ROLE:TARGET` pairs, with blanks between. */
function rolesIn(roles: string): (readonly [string, string])[] | undefined {
  const pairs: (readonly [string, string])[] = [];
  for (const pair of roles.split(' ').filter((one) => one !== '')) {
    const [role, target, more] = pair.split(':');
    if (role === undefined || target === undefined || more !== undefined) return undefined;
    pairs.push([role, target]);
  }
  return pairs;
}

const takeEvent: Take = (line, { events }) => {
  const [, id, said = ''] = /^(E[^\t]*)\t([^\t]+)\t?$/.exec(line) ?? [];
  const [trigger, ...roles] = rolesIn(said) ?? [];
  if (id === undefined || trigger === undefined) return false;
  events.push({ id, trigger: trigger[1], roles });
  return true;
};

const takeRelation: Take = (line, { relations }) => {
  const [, id, type, said = ''] = /^(R[^\t]*)\t([^\t ]+) ([^\t]+)\t?$/.exec(line) ?? [];
  const [from, to, more] = rolesIn(said) ?? [];
  if (id === undefined || type === undefined || from === undefined) return false;
  if (to === undefined || more !== undefined) return false;
  relations.push({ id, type, from: from[1], to: to[1] });
  return true;
};

/** `* \tTYPE T1 T2 …`: all of them are one; the first is tied to each other one. */
const takeEquivalence: Take = (line, { relations }) => {
  const [, type, said = ''] = /^\*\t([^\t ]+) ([^\t]+)\t?$/.exec(line) ?? [];
  const [first, ...others] = said.split(' ').filter((one) => one !== '');
  if (type === undefined || first === undefined || others.length === 0) return false;
  for (const other of others) {
    relations.push({ id: `${type}-${first}-${other}`, type, from: first, to: other });
  }
  return true;
};

const takeAttribute: Take = (line, { remarks }) => {
  const [, type, target, value] =
    /^[AM][^\t]*\t([^\t ]+) ([^\t ]+)(?: ([^\t]+))?\t?$/.exec(line) ?? [];
  if (type === undefined || target === undefined) return false;
  remarks.push({ kind: 'attribute', type, target, value: value?.trim() });
  return true;
};

const takeNote: Take = (line, { remarks }) => {
  const [, type, target, value] = /^#[^\t]*\t([^\t ]+) ([^\t ]+)(?:\t([^]*))?$/.exec(line) ?? [];
  if (type === undefined || target === undefined) return false;
  remarks.push({ kind: 'note', type, target, value: value ?? '' });
  return true;
};

const takeReference: Take = (line, { remarks }) => {
  const [, type, target, entry, words = ''] =
    /^N[^\t]*\t([^\t ]+) ([^\t ]+) ([^\t ]+)(?:\t([^]*))?$/.exec(line) ?? [];
  if (type === undefined || target === undefined || entry === undefined) return false;
  remarks.push({ kind: 'reference', type, target, value: `${entry} ${words}`.trim() });
  return true;
};

const TAKES: Readonly<Record<string, Take>> = {
  T: takeTextBound,
  E: takeEvent,
  R: takeRelation,
  '*': takeEquivalence,
  A: takeAttribute,
  M: takeAttribute,
  '#': takeNote,
  N: takeReference,
};

/** Takes an `.ann` file apart (brat wiki, "Annotation data format"). Blank lines are passed over. */
export function bratLines(lines: Iterable<string>): BratLines {
  const parts: Parts = { textBounds: [], events: [], relations: [], remarks: [], unread: [] };
  let number = 0;
  for (const line of lines) {
    number += 1;
    const take = TAKES[line.charAt(0)];
    if (line.trim() === '' || take?.(line, parts) === true) continue;
    parts.unread.push({ line: number, content: line });
  }
  return parts;
}
