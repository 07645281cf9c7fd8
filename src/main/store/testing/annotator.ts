import { editAnnotation } from '../../../core/log/annotation-ops.ts';
import { DELETED, type Op, type OpDraft } from '../../../core/log/op.ts';
import { addArticle } from '../../../core/log/project-ops.ts';
import { fieldValue } from '../../../core/log/record.ts';
import type { Result } from '../../../core/result.ts';
import type { Store } from '../store.ts';
import { ANA, annotation, article, create, mark, must, open, TEXT } from './project.ts';

/**
 * A scripted annotator who works until killed. Every line on standard output is a promise kept:
 * it is written after the store has acknowledged the ops that it names.
 */
const [dir = '', seedText = '1'] = process.argv.slice(2);
const AT = '2026-11-22T08:00:00.000Z';

let random = Number.parseInt(seedText, 10);

/** A number from 0 to `below` - 1. */
function pick(below: number): number {
  random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((random / 2 ** 32) * below);
}

type Ops = Result<readonly Op[], { readonly message: string }>;

function say(word: string, ops: readonly Op[] = []): void {
  const named = ops.map(({ a, c, s, t }) => [a, c, s, t]);
  process.stdout.write(`${word} ${JSON.stringify(named)}\n`);
}

async function acknowledge(work: Promise<Ops>): Promise<void> {
  say('saved', must(await work));
}

function freshId(prefix: string): string {
  return `${prefix}${pick(2 ** 31).toString(36)}`;
}

function articleIds(store: Store): readonly string[] {
  return [...store.projectRecords('article').keys()];
}

function someArticle(store: Store): string {
  const ids = articleIds(store);
  return ids[pick(ids.length)] ?? 'a1';
}

async function someAnnotation(store: Store): Promise<string | undefined> {
  const articleId = someArticle(store);
  const records = must(await store.layer(articleId, ANA)).get('annotation');
  const ids = [...(records?.keys() ?? [])];
  return ids[pick(ids.length)];
}

function add(store: Store): Promise<Ops> {
  return store.commit(ANA, [mark(someArticle(store), freshId('x'))], { label: 'Add' });
}

async function edit(store: Store): Promise<Ops> {
  const recordId = await someAnnotation(store);
  if (recordId === undefined) return add(store);
  const [articleId = '', id = ''] = recordId.split('/');
  const label = ['claim', 'threat', 'actor'][pick(3)] ?? 'claim';
  const change = { label, note: 'n'.repeat(pick(300)) };
  const draft = editAnnotation(annotation(articleId, id), change, AT);
  return store.commit(ANA, [draft], { label: 'Edit' });
}

async function remove(store: Store): Promise<Ops> {
  const recordId = await someAnnotation(store);
  if (recordId === undefined) return add(store);
  const draft = { c: `layer.${ANA}`, k: 'annotation', r: recordId, p: { [DELETED]: true } };
  return store.commit(ANA, [draft], { label: 'Delete' });
}

async function importGroup(store: Store): Promise<Ops> {
  const ids = [freshId('a'), freshId('a')];
  must(await store.putArticles(ids.map((articleId) => ({ articleId, text: TEXT, sidecar: {} }))));
  const drafts = ids.flatMap((id): OpDraft[] => [
    addArticle(article(id)),
    mark(id, freshId('x')),
    { ...mark(id, freshId('x')), c: `layer.other-${pick(3)}` },
  ]);
  return store.commit(ANA, drafts, { label: 'Import' });
}

async function travel(store: Store, way: 'undo' | 'redo'): Promise<Ops> {
  const done = must(await store[way](ANA));
  return { ok: true, value: done?.ops ?? [] };
}

async function work(store: Store): Promise<Store> {
  const choice = pick(20);
  if (choice < 6) await acknowledge(add(store));
  else if (choice < 9) await acknowledge(edit(store));
  else if (choice < 11) await acknowledge(remove(store));
  else if (choice < 13) await acknowledge(travel(store, 'undo'));
  else if (choice < 14) await acknowledge(travel(store, 'redo'));
  else if (choice < 16) await acknowledge(importGroup(store));
  else if (choice < 18) await Promise.all([1, 2, 3].map(() => acknowledge(add(store))));
  else if (choice < 19) must(await store.checkpoint());
  else {
    must(await store.close());
    return start();
  }
  return store;
}

function isThere(store: Store): boolean {
  return fieldValue(store.projectRecords('project').get('project') ?? {}, 'name') !== undefined;
}

async function start(): Promise<Store> {
  try {
    const store = await open(dir);
    return isThere(store) ? store : await named(store);
  } catch {
    return create(dir);
  }
}

/** A project that was killed before its first commit has everything but a name. */
async function named(store: Store): Promise<Store> {
  const draft = { c: 'project', k: 'project', r: 'project', p: { name: 'Again' } };
  await acknowledge(store.commit(ANA, [draft], { label: 'Name' }));
  return store;
}

async function main(): Promise<never> {
  let store = await start();
  say('ready');
  if (articleIds(store).length === 0) await acknowledge(importGroup(store));
  for (;;) store = await work(store);
}

await main();
