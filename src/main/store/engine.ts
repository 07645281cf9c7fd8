import type { History } from '../../core/log/history.ts';
import type { Stamp } from '../../core/log/op.ts';
import type { DocumentIndex } from './counts.ts';
import type { Surroundings } from './durable-json.ts';
import type { Notice, StoreError } from './errors.ts';
import type { Fence } from './fence.ts';
import { type DocumentKey, layerOfKey, type StreamKey } from './layout.ts';
import type { LogWriter, Stream } from './log-writer.ts';
import type { Document, Version } from './records.ts';

/** One analyst's history in memory. */
export interface HistoryState {
  readonly history: History;
  /** Stream → last op of this analyst's that `history` includes. */
  readonly version: Version;
  readonly dirty: boolean;
}

/** What the menu shows without opening the history. */
export interface HistoryHead {
  readonly undo?: string;
  readonly redo?: string;
}

/**
 * Everything an open project keeps in memory: acknowledged state only. It changes in one place
 * for each cause: `commit-loop.ts` (commits), `open.ts` (replay) and `checkpoint.ts` (snapshots).
 */
export interface Engine {
  readonly around: Surroundings;
  /** Project id. */
  readonly id: string;
  /** This installation, in this copy of the project. */
  readonly replica: string;
  readonly fence: Fence | undefined;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly writer: LogWriter;
  readonly notices: Notice[];
  readonly project: Document;
  /** Documents in memory, least recently used first. */
  readonly documents: Map<DocumentKey, Document>;
  /** Documents that the batch under way needs. */
  readonly pinned: Set<DocumentKey>;
  readonly index: Map<DocumentKey, DocumentIndex>;
  /** Article → analysts who have a layer on it; follows from `index`. */
  readonly analysts: Map<string, Set<string>>;
  readonly histories: Map<string, HistoryState>;
  readonly historyHeads: Map<string, HistoryHead>;
  readonly streams: Map<StreamKey, Stream>;
  /** Greatest stamp given or seen. */
  stamp: Stamp;
  /** Log bytes since the last checkpoint. */
  logBytes: number;
  /** Bytes that the last checkpoint wrote. */
  checkpointBytes: number;
  /** Why nothing may be committed, once that is so. */
  refusal: StoreError | undefined;
}

/** Enters a document in the index. */
export function setIndex(engine: Engine, key: DocumentKey, index: DocumentIndex): void {
  engine.index.set(key, index);
  const layer = layerOfKey(key);
  if (layer === undefined) return;
  const analysts = engine.analysts.get(layer.articleId);
  if (analysts === undefined) engine.analysts.set(layer.articleId, new Set([layer.analystId]));
  else analysts.add(layer.analystId);
}

/** The labels a history shows. */
export function headOf(history: History): HistoryHead {
  const undo = history.undo.at(-1)?.label;
  const redo = history.redo.at(-1)?.label;
  return {
    ...(undo === undefined ? {} : { undo }),
    ...(redo === undefined ? {} : { redo }),
  };
}

/** Puts an analyst's history in place. */
export function setHistory(engine: Engine, analyst: string, state: HistoryState): void {
  engine.histories.set(analyst, state);
  engine.historyHeads.set(analyst, headOf(state.history));
}
