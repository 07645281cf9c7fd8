import { createRequire } from 'node:module';
import path from 'node:path';
import { intervalIndex } from '../../src/core/text/interval-index.ts';
import { median } from './figures.ts';

const COUNT = 1_000_000;
const APART = 200;
const WINDOW = 5000;
const QUERIES = 20_000;
const ROUNDS = 9;

/** Microseconds of one query for what overlaps a window, by library. */
export interface IndexResult {
  readonly ours: number;
  readonly flatten: number;
  readonly nodeTree: number;
}

interface FlattenTree {
  insert(span: [number, number], value: number): void;
  search(span: [number, number]): unknown[];
}
interface NodeTree {
  insert(interval: { low: number; high: number; id: number }): void;
  search(low: number, high: number): unknown[];
}

function spanAt(index: number): [number, number] {
  // The last one is as long as the document: what makes simpler structures slow everywhere.
  const start = index * APART + ((index * 7919) % 100);
  return index === COUNT - 1 ? [0, COUNT * APART] : [start, start + 8 + (index % 25)];
}

/** Processor time of this process so far, in microseconds: it does not count other work here. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function timed(query: (from: number, to: number) => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const start = processorTime();
    for (let index = 0; index < QUERIES; index += 1) {
      const from = ((index * 104_729 + round * 31) % COUNT) * APART;
      query(from, from + WINDOW);
    }
    return (processorTime() - start) / QUERIES;
  });
  return median(rounds);
}

/** One million spans and one document-long one: a query for a window of 5,000 characters. */
export function raceIndexes(peers: string): IndexResult {
  const require = createRequire(path.join(peers, 'package.json'));
  const flatten = require('@flatten-js/interval-tree') as { default: new () => FlattenTree };
  const node = require('node-interval-tree') as { default: new () => NodeTree };
  const spans = Array.from({ length: COUNT }, (_, index) => spanAt(index));

  const ours = intervalIndex(spans.map(([start, end], index) => ({ id: `s${index}`, start, end })));
  const flattenTree = new flatten.default();
  const nodeTree = new node.default();
  for (const [index, [low, high]] of spans.entries()) {
    flattenTree.insert([low, high], index);
    nodeTree.insert({ low, high, id: index });
  }
  return {
    ours: timed((from, to) => ours.intersecting(from, to)),
    flatten: timed((from, to) => flattenTree.search([from, to])),
    nodeTree: timed((from, to) => nodeTree.search(from, to)),
  };
}
