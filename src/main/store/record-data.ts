import type { RecordState } from '../../core/log/record.ts';
import { setOwn } from './own-property.ts';
import { newPace } from './pace.ts';
import type { RecordMaps, Records } from './records.ts';
import type { RecordData } from './snapshot-data.ts';
import { fromStored, type StoredRecord, toStored } from './stored-record.ts';

/**
 * Records as they are written. Ids lose the prefix that the file's own name says already. Gives
 * way to other work as it goes: nobody may change the maps meanwhile.
 * @param prefix `<article id>/` or empty
 */
export async function toRecordData(maps: RecordMaps, prefix: string): Promise<RecordData> {
  const turn = newPace();
  const data: Record<string, Record<string, StoredRecord>> = {};
  for (const [kind, byId] of maps) {
    const stored: Record<string, StoredRecord> = {};
    for (const [id, state] of byId) {
      setOwn(stored, id.slice(prefix.length), toStored(state));
      const pause = turn();
      if (pause !== undefined) await pause;
    }
    setOwn(data, kind, stored);
  }
  return data;
}

/** Records as they are in memory; likewise in turns. @param prefix as in {@link toRecordData} */
export async function fromRecordData(data: RecordData, prefix: string): Promise<Records['maps']> {
  const turn = newPace();
  const maps: Records['maps'] = new Map();
  for (const [kind, byId] of Object.entries(data)) {
    const records = new Map<string, RecordState>();
    for (const id of Object.keys(byId)) {
      const stored = byId[id];
      if (stored !== undefined) records.set(`${prefix}${id}`, fromStored(stored));
      const pause = turn();
      if (pause !== undefined) await pause;
    }
    maps.set(kind, records);
  }
  return maps;
}
