import {
  attributeFrom,
  type CodebookHead,
  codebookHeadFrom,
  codebookVersionFrom,
  relationTypeFrom,
  ruleFrom,
} from '../../core/log/codebook-ops.ts';
import { labelFrom } from '../../core/log/project-ops.ts';
import type { RecordState } from '../../core/log/record.ts';
import type { Codebook, CodebookVersion, Label } from '../../core/model/codebook.ts';
import type { Store } from '../store/store.ts';

function inOrder<T extends { readonly id: string; readonly order: number }>(
  store: Store,
  kind: string,
  from: (id: string, record: RecordState) => T | undefined,
): T[] {
  const entries: T[] = [];
  for (const [id, record] of store.projectRecords(kind)) {
    const entry = from(id, record);
    if (entry !== undefined) entries.push(entry);
  }
  return entries.sort((a, b) => {
    if (a.order !== b.order) return a.order - b.order;
    return a.id < b.id ? -1 : 1;
  });
}

/** The labels in toolbar order. */
export function labelsOf(store: Store): Label[] {
  return inOrder(store, 'label', labelFrom);
}

/** The codebook's name, guidelines and version; annotations are stamped with the version. */
export function codebookHeadOf(store: Store): CodebookHead {
  return codebookHeadFrom(store.projectRecords('codebook').get('codebook'));
}

/** The codebook in force. */
export function codebookOf(store: Store): Codebook {
  return {
    ...codebookHeadOf(store),
    labels: labelsOf(store),
    attributes: inOrder(store, 'attribute', attributeFrom),
    relationTypes: inOrder(store, 'relationType', relationTypeFrom),
    rules: inOrder(store, 'rule', ruleFrom),
  };
}

/** The codebooks that were published, oldest first. */
export function codebookVersionsOf(store: Store): CodebookVersion[] {
  return [...store.projectRecords('codebookVersion').values()]
    .flatMap((record) => codebookVersionFrom(record) ?? [])
    .sort((a, b) => a.number - b.number);
}
