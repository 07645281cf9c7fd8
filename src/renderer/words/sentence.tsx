import { Fragment, type ReactNode } from 'react';
import type { Key, ValuesOf } from './catalogue.ts';
import { t } from './words.ts';

/** Private-use characters: no string of the interface and no name has them. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const SLOT = /\uE000(?<at>\d+)\uE001/u;

/** Props of {@link Sentence}. */
export interface SentenceProps<K extends Key> {
  readonly of: K;
  /** What is put in for `{{name}}`: words, numbers, or elements such as a key or a link. */
  readonly values: ValuesOf<K, ReactNode>;
}

/** A string of the interface with elements in it, in whichever order its language wants them. */
export function Sentence<K extends Key>({ of, values }: SentenceProps<K>) {
  const nodes: ReactNode[] = [];
  const given: Record<string, string | number> = {};
  for (const [name, value] of Object.entries<ReactNode>(values)) {
    const isText = typeof value === 'string' || typeof value === 'number';
    given[name] = isText ? value : `${OPEN}${String(nodes.push(value) - 1)}${CLOSE}`;
  }
  const say = t as (key: Key, values: object) => string;
  const pieces = say(of, given).split(SLOT);
  // Between the pieces of a text, `split` leaves the numbers of the slots.
  return pieces.map((piece, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- pieces of a sentence do not move
    <Fragment key={at}>{at % 2 === 0 ? piece : nodes[Number(piece)]}</Fragment>
  ));
}
