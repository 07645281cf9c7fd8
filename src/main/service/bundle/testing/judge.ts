import type { Op } from '../../../../core/log/op.ts';
import type { RecordState } from '../../../../core/log/record.ts';
import { must } from '../../../store/testing/project.ts';
import { readLines } from '../stream-lines.ts';
import { exported, type Folder, openFolder, type Team } from './team.ts';

async function opsOf({ store }: Folder): Promise<readonly Op[]> {
  const ops: Op[] = [];
  for (const { replica, channel } of store.streams()) {
    const lines = readLines(must(await store.readStream(replica, channel)));
    for (const { op } of lines?.ops ?? []) ops.push(op);
  }
  return ops;
}

/** The first value that is neither in force, nor replaced by somebody who had seen it. */
async function silentLoss(folder: Folder): Promise<string | undefined> {
  const ops = await opsOf(folder);
  const seen = new Set(
    ops.flatMap(({ c, k, r, b }) =>
      Object.entries(b ?? {}).flatMap(([field, stamps]) =>
        stamps.map((t) => `${c} ${k} ${r} ${field} ${t}`),
      ),
    ),
  );
  for (const { c, k, r, t, p } of ops) {
    const [articleId = ''] = r.split('/');
    const records =
      c === 'project'
        ? folder.store.projectRecords(k)
        : must(await folder.store.records(c, articleId)).get(k);
    for (const field of Object.keys(p)) {
      const register = records?.get(r)?.[field];
      const stamps = [register?.stamp, ...(register?.losers ?? []).map(({ stamp }) => stamp)];
      if (!stamps.includes(t) && !seen.has(`${c} ${k} ${r} ${field} ${t}`))
        return `${c} ${r} ${field} ${t}`;
    }
  }
  return undefined;
}

/** Every value in force, also those that are not shown, with its stamp. */
async function registersOf({ store }: Folder): Promise<string> {
  const lines: string[] = [];
  const add = (channel: string, kind: string, records: ReadonlyMap<string, RecordState>): void => {
    for (const [id, record] of records) {
      for (const [field, { value, stamp, losers = [] }] of Object.entries(record)) {
        lines.push(JSON.stringify([channel, kind, id, field, value, stamp, losers]));
      }
    }
  };
  for (const kind of ['project', 'label', 'analyst', 'article']) {
    add('project', kind, store.projectRecords(kind));
  }
  for (const articleId of store.annotatedArticles()) {
    for (const analyst of store.layerAnalysts(articleId)) {
      const layer = must(await store.layer(articleId, analyst));
      for (const [kind, records] of layer) add(analyst, kind, records);
    }
  }
  return lines.sort().join('\n');
}

/** What all copies must have in common in the end; in words where they do not. */
export async function difference(
  team: Team,
  folders: readonly Folder[],
): Promise<string | undefined> {
  const [first, ...others] = folders;
  if (first === undefined) return undefined;
  const wanted = await exported(first.store);
  const registers = await registersOf(first);
  for (const folder of [first, ...others]) {
    if (folder.store.heads() !== first.store.heads()) return 'the logs differ';
    if ((await exported(folder.store)) !== wanted) return 'the exports differ';
    if ((await registersOf(folder)) !== registers) return 'what is kept beside differs';
    const lost = await silentLoss(folder);
    if (lost !== undefined) return `a value is lost: ${lost}`;
    const reopened = await openFolder(team, folder.installation, folder.place, folder.disk.copy());
    if ((await exported(reopened.store)) !== wanted) return 'what is on disk differs from memory';
  }
  return undefined;
}
