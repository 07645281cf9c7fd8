import { layerAnalyst, type OpDraft } from '../../core/log/op.ts';
import type { Engine } from './engine.ts';
import { type DocumentKey, PROJECT_CHANNEL } from './layout.ts';
import { newPace } from './pace.ts';

/** What a name is of: names of different sorts never become files of one folder. */
type Sort = 'article' | 'analyst' | 'session';

/** Folded name → the name as it was given first. */
type Names = { readonly [sort in Sort]: Map<string, string> };

const SESSION = 'review.';

/** The form in which names are compared: file systems differ in case and in how they compose letters. */
function folded(name: string): string {
  // There may be a hundred thousand, and nearly all are plain.
  const plain = /^[\w.-]*$/u.test(name);
  return plain ? name.toLowerCase() : name.normalize('NFC').toLowerCase().normalize('NFC');
}

function* namesInChannel(channel: string): Generator<readonly [Sort, string]> {
  const analyst = layerAnalyst(channel);
  if (analyst !== undefined) yield ['analyst', analyst];
  if (channel.startsWith(SESSION)) yield ['session', channel.slice(SESSION.length)];
}

function* namesInKey(key: DocumentKey): Generator<readonly [Sort, string]> {
  const [root, name, analyst] = key.split('/');
  if (name !== undefined) yield [root === 'review' ? 'session' : 'article', name];
  if (analyst !== undefined) yield ['analyst', analyst];
}

function* namesInUse(engine: Engine): Generator<readonly [Sort, string]> {
  const { maps } = engine.project.records;
  for (const sort of ['article', 'analyst'] as const) {
    for (const id of maps.get(sort)?.keys() ?? []) yield [sort, id];
  }
  for (const id of engine.historyHeads.keys()) yield ['analyst', id];
  for (const { channel } of engine.streams.values()) yield* namesInChannel(channel);
  for (const key of engine.index.keys()) yield* namesInKey(key);
}

const NAMES = new WeakMap<Engine, Names>();

/** Read off the project the first time somebody asks. */
function namesOf(engine: Engine): Names {
  const known = NAMES.get(engine);
  if (known !== undefined) return known;
  const names: Names = { article: new Map(), analyst: new Map(), session: new Map() };
  for (const [sort, name] of namesInUse(engine)) names[sort].set(folded(name), name);
  NAMES.set(engine, names);
  return names;
}

const READYING = new WeakMap<Engine, Promise<void>>();

async function readNames(engine: Engine): Promise<void> {
  const turn = newPace();
  const names: Names = { article: new Map(), analyst: new Map(), session: new Map() };
  for (const [sort, name] of namesInUse(engine)) {
    names[sort].set(folded(name), name);
    const pause = turn();
    if (pause !== undefined) await pause;
  }
  if (!NAMES.has(engine)) NAMES.set(engine, names);
}

/** Reads the names in use, once, giving way to other work: there may be a hundred thousand. */
export async function readyNames(engine: Engine): Promise<void> {
  if (NAMES.has(engine)) return;
  const work = READYING.get(engine) ?? readNames(engine);
  READYING.set(engine, work);
  await work;
}

/** Takes a name. @returns the other name that is in its way */
function claim(names: Names, sort: Sort, name: string): string | undefined {
  const key = folded(name);
  const first = names[sort].get(key);
  if (first === undefined) names[sort].set(key, name);
  return first === undefined || first === name ? undefined : first;
}

function clash(name: string, other: string): string {
  return `“${name}” and “${other}” differ only in upper and lower case: on many disks they would be one file.`;
}

/**
 * Takes the name of an article.
 * @returns why it cannot be had: one that differs only in case would be the same file on many disks
 */
export function articleNameFault(engine: Engine, articleId: string): string | undefined {
  const other = claim(namesOf(engine), 'article', articleId);
  return other === undefined ? undefined : clash(articleId, other);
}

/** The same for an analyst. */
export function analystNameFault(engine: Engine, analyst: string): string | undefined {
  const other = claim(namesOf(engine), 'analyst', analyst);
  return other === undefined ? undefined : clash(analyst, other);
}

function* namesInDraft({ c, k, r }: OpDraft): Generator<readonly [Sort, string]> {
  yield* namesInChannel(c);
  const slash = r.indexOf('/');
  if (c === PROJECT_CHANNEL) {
    if (k === 'article' || k === 'analyst') yield [k, r];
  } else if (slash > 0 && !c.startsWith(SESSION)) {
    yield ['article', r.slice(0, slash)];
  }
}

/** The same for all names in a draft. */
export function draftNameFault(engine: Engine, draft: OpDraft): string | undefined {
  const names = namesOf(engine);
  for (const [sort, name] of namesInDraft(draft)) {
    const other = claim(names, sort, name);
    if (other !== undefined) return clash(name, other);
  }
  return undefined;
}
