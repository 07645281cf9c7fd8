import type { OpDraft } from '../../core/log/op.ts';
import type { RecordState } from '../../core/log/record.ts';
import type { Engine } from './engine.ts';
import { documentOf, PROJECT_KEY } from './layout.ts';
import { getRecord } from './records.ts';

/** A record as it is now; its document has to be in memory. `undefined` where there is none. */
export function recordOf(
  engine: Engine,
  { c, k, r }: Pick<OpDraft, 'c' | 'k' | 'r'>,
): RecordState | undefined {
  const key = documentOf({ c, r }) ?? '';
  const document = key === PROJECT_KEY ? engine.project : engine.documents.get(key);
  return document === undefined ? undefined : getRecord(document, k, r);
}
