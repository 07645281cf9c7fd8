import { Low } from 'lowdb';
import { FORMAT_VERSION } from '../../core/log/migrations.ts';
import type { Stamp } from '../../core/log/op.ts';
import { fieldValue } from '../../core/log/record.ts';
import type { DocumentIndex } from './counts.ts';
import { durableJSONFile, type Surroundings } from './durable-json.ts';
import type { HistoryHead } from './engine.ts';
import { type DocumentKey, PROJECT_FILE, type StreamKey } from './layout.ts';
import type { Position } from './log-scan.ts';
import { toRecordData } from './record-data.ts';
import type { Records } from './records.ts';
import { asProjectData, type ProjectData } from './snapshot-data.ts';

function projectDatabase(around: Surroundings, expected: boolean) {
  const adapter = durableJSONFile<ProjectData>(around, {
    kind: 'project',
    file: PROJECT_FILE,
    expected,
    accept: asProjectData,
  });
  return { adapter, low: new Low<ProjectData>(adapter, emptyProject('')) };
}

/** A project without anything in it. */
export function emptyProject(id: string): ProjectData {
  return {
    id,
    name: '',
    formatVersion: FORMAT_VERSION,
    sync: { version: {}, stamp: '', streams: {} },
    history: {},
    documents: {},
    records: {},
  };
}

/** `project.json` or its backup; `undefined` where neither exists. Throws the disk's faults, `ECORRUPT`, `ENEWER`. */
export async function readProject(around: Surroundings): Promise<ProjectData | undefined> {
  const { adapter, low } = projectDatabase(around, false);
  await low.read();
  return adapter.origin() === 'none' ? undefined : low.data;
}

/** Writes `project.json` again, in the present format. Throws the disk's faults. */
export async function rewriteProject(around: Surroundings, data: ProjectData): Promise<void> {
  const { low } = projectDatabase(around, false);
  low.data = { ...data, formatVersion: around.format.version };
  await low.write();
}

/** What `project.json` says of an open project. */
export interface ProjectParts {
  readonly id: string;
  readonly records: Records;
  readonly stamp: Stamp;
  readonly streams: readonly (readonly [StreamKey, Position])[];
  readonly index: readonly (readonly [DocumentKey, DocumentIndex])[];
  readonly heads: readonly (readonly [string, HistoryHead])[];
}

function nameOf(records: Records): string {
  const record = records.maps.get('project')?.get('project');
  const name = record === undefined ? undefined : fieldValue(record, 'name');
  return typeof name === 'string' ? name : '';
}

function position({ s, h, offset, lines }: Position): Position {
  return { s, h, offset, lines };
}

/** Writes `project.json`. @returns bytes written. Throws the disk's faults. */
export async function writeProject(around: Surroundings, parts: ProjectParts): Promise<number> {
  const { adapter, low } = projectDatabase(around, false);
  const records = await toRecordData(parts.records.maps, '');
  low.data = {
    id: parts.id,
    name: nameOf(parts.records),
    formatVersion: around.format.version,
    sync: {
      version: parts.records.version,
      stamp: parts.stamp,
      streams: Object.fromEntries(parts.streams.map(([key, at]) => [key, position(at)])),
    },
    history: Object.fromEntries(parts.heads),
    documents: Object.fromEntries(parts.index),
    records,
  };
  await low.write();
  return adapter.written();
}
