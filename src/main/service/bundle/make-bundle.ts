import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { canonical } from '../../../core/formats/canonical-json.ts';
import { addAnalystKey, analystKeys } from '../../../core/log/analyst-keys.ts';
import {
  articleEntries,
  type BundleArticle,
  type BundleStream,
  ownChannels,
  streamEntry,
} from '../../../core/log/bundle-manifest.ts';
import { layerAnalyst } from '../../../core/log/op.ts';
import type { Analyst } from '../../../core/model/analyst.ts';
import { isJsonObject, type Json } from '../../../core/model/json.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { ORIGINALS, sha256 } from '../../store/articles.ts';
import type { SigningKey } from '../../store/signing.ts';
import type { Store } from '../../store/store.ts';
import { enterRoster } from '../open-workspace.ts';
import { projectName } from '../project-view.ts';
import { readableCopies } from './readable-copies.ts';
import { type BundleSummary, sealBundle } from './sealed-bundle.ts';
import { readLines, type StreamOp, writeLines } from './stream-lines.ts';

/** What a bundle is to hold. */
export interface BundleChoice {
  readonly analyst: Analyst;
  readonly key: SigningKey;
  /** The files that articles were read from, too. */
  readonly originals: boolean;
  /** What an earlier bundle held: only what came after it is carried. */
  readonly since?: Pick<BundleSummary, 'streams' | 'articles'> | undefined;
}

/** A bundle, and what it holds. */
export interface MadeBundle {
  readonly bytes: Uint8Array;
  readonly ops: number;
  readonly articles: number;
}

interface Collected {
  readonly streams: BundleStream[];
  readonly articles: BundleArticle[];
  readonly files: Map<string, Uint8Array>;
  asOf: string;
}

/** Enters who signs, and with which key, in the roster, so that the bundle itself can say so. */
async function enterKey(
  store: Store,
  { analyst, key }: BundleChoice,
): Promise<Result<void, string>> {
  const entered = await enterRoster(store, analyst);
  if (!entered.ok) return err(entered.error.message);
  const known = analystKeys(store.projectRecords('analyst').get(analyst.id));
  if (known.includes(key.publicKey)) return ok(undefined);
  const note = { label: 'Signing key', undoable: false };
  const written = await store.commit(analyst.id, [addAnalystKey(analyst.id, key.publicKey)], note);
  return written.ok ? ok(undefined) : err(written.error.message);
}

/** Whether a bundle of this analyst carries a stream, by what is in it; see `ownChannels`. */
function isCarried(channel: string, ops: readonly StreamOp[], analyst: string): boolean {
  if (ownChannels(analyst).has(channel)) return true;
  const isHers = ({ op }: StreamOp): boolean => op.u === analyst;
  return layerAnalyst(channel) === undefined ? ops.some(isHers) : ops.every(isHers);
}

async function addStream(
  store: Store,
  { analyst, since }: BundleChoice,
  { replica, channel }: Pick<BundleStream, 'replica' | 'channel'>,
  into: Collected,
): Promise<Result<void, string>> {
  const file = await store.readStream(replica, channel);
  if (!file.ok) return err(file.error.message);
  if (file.value.length === 0) return ok(undefined);
  const lines = readLines(file.value);
  if (lines === undefined) {
    return err(
      `The log of ${replica}/${channel} is damaged; “verify” says where. Nothing was written.`,
    );
  }
  const { header, ops } = lines;
  if (!isCarried(channel, ops, analyst.id)) return ok(undefined);
  const held = since?.streams.find((one) => one.replica === replica && one.channel === channel);
  const rest = held === undefined ? ops : ops.filter(({ op }) => op.s > held.to);
  const [first] = rest;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return ok(undefined);
  const base =
    first.op.s === header.base.s + 1 ? header.base : { s: first.op.s - 1, h: first.op.h };
  const stream = { replica, channel, from: first.op.s, to: last.op.s, head: last.hash };
  into.streams.push(stream);
  into.files.set(
    streamEntry(stream),
    writeLines({ project: store.id, replica, channel, base }, rest),
  );
  if (last.op.t > into.asOf) into.asOf = last.op.t;
  return ok(undefined);
}

async function originalOf(
  store: Store,
  name: Json | undefined,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
  // An import record may have been written by hand: no name may lead out of the folder.
  if (typeof name !== 'string' || !/^[0-9a-f]{64}\.[a-z0-9]{1,16}$/u.test(name)) return undefined;
  try {
    const bytes = await readFile(path.join(store.dir, ORIGINALS, name));
    return sha256(bytes) === name.slice(0, 64) ? { name, bytes } : undefined;
  } catch {
    // The original is a convenience; the text, which is what counts, was read.
    return undefined;
  }
}

async function addArticle(
  store: Store,
  { since, originals }: BundleChoice,
  id: string,
  into: Collected,
): Promise<Result<void, string>> {
  if (since?.articles.some((one) => one.id === id) === true) return ok(undefined);
  const text = await store.text(id);
  if (!text.ok) return err(text.error.message);
  const sidecar = await store.sidecar(id);
  if (!sidecar.ok) return err(sidecar.error.message);
  const record = isJsonObject(sidecar.value) ? sidecar.value : {};
  const original = originals ? await originalOf(store, record['original']) : undefined;
  const { original: _notCarried, ...rest } = record;
  const article: BundleArticle = {
    id,
    sha256: sha256(text.value),
    ...(original === undefined ? {} : { original: original.name }),
  };
  const kept = original === undefined ? rest : record;
  const contents = [
    Buffer.from(text.value),
    Buffer.from(`${JSON.stringify(canonical(kept))}\n`),
    ...(original === undefined ? [] : [original.bytes]),
  ];
  into.articles.push(article);
  articleEntries(article).forEach((name, index) => {
    const bytes = contents[index];
    if (bytes !== undefined) into.files.set(name, bytes);
  });
  return ok(undefined);
}

async function collect(store: Store, choice: BundleChoice): Promise<Result<Collected, string>> {
  const into: Collected = { streams: [], articles: [], files: new Map(), asOf: '' };
  for (const stream of store.streams()) {
    const added = await addStream(store, choice, stream, into);
    if (!added.ok) return added;
  }
  for (const id of [...store.projectRecords('article').keys()].sort()) {
    const added = await addArticle(store, choice, id, into);
    if (!added.ok) return added;
  }
  const readable = await readableCopies(store, choice.analyst, into);
  if (!readable.ok) return readable;
  for (const [name, bytes] of readable.value) into.files.set(name, bytes);
  return ok(into);
}

/**
 * A bundle of what an analyst has done: their own layers, the project's records, the texts, and
 * copies to be read without Verbale. The same state gives the same bytes. The error is in words.
 */
export async function makeBundle(
  store: Store,
  choice: BundleChoice,
): Promise<Result<MadeBundle, string>> {
  const { analyst, key } = choice;
  const entered = await enterKey(store, choice);
  if (!entered.ok) return entered;
  await store.drain();
  // Once others have these ops, their numbers must not be given again, whatever happens here.
  const marked = await store.rememberMarks();
  if (!marked.ok) return err(marked.error.message);
  const collected = await collect(store, choice);
  if (!collected.ok) return collected;
  const { streams, articles, files, asOf } = collected.value;
  const summary: BundleSummary = {
    project: { id: store.id, name: projectName(store) },
    from: { analyst: analyst.id, name: analyst.name, replica: store.replica, key: key.publicKey },
    asOf,
    streams,
    articles,
  };
  const ops = streams.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return ok({ bytes: await sealBundle(summary, files, key), ops, articles: articles.length });
}

/** What a bundle of an analyst would hold. The error is in words. */
export async function measureBundle(
  store: Store,
  analyst: Analyst,
): Promise<
  Result<
    { readonly edits: number; readonly articles: number; readonly annotations: number },
    string
  >
> {
  await store.drain();
  let edits = 0;
  for (const { replica, channel } of store.streams()) {
    const file = await store.readStream(replica, channel);
    if (!file.ok) return err(file.error.message);
    const lines = readLines(file.value);
    if (lines !== undefined && isCarried(channel, lines.ops, analyst.id)) edits += lines.ops.length;
  }
  let annotations = 0;
  for (const articleId of store.annotatedArticles()) {
    annotations += store.counts(articleId).get(analyst.id)?.annotations ?? 0;
  }
  return ok({ edits, articles: store.projectRecords('article').size, annotations });
}
