import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { type Channel, layerChannel } from './op.ts';
import { isFileName } from './schema.ts';

/** What the `format` of a manifest says. */
export const BUNDLE_FORMAT = 'verbale-bundle';

/** The version of the form that this build writes, and the newest that it reads. */
export const BUNDLE_VERSION = 1;

export const MANIFEST_FILE = 'manifest.json';
export const SIGNATURE_FILE = 'signature.json';

const id = z.string().refine(isFileName);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.int().nonnegative();

/** A stretch of one stream of the log, as an entry of the bundle. */
const streamSchema = z.strictObject({
  replica: id,
  channel: id,
  /** First and last sequence number. */
  from: z.int().positive(),
  to: z.int().positive(),
  /** Hash of the last op's text, as in the log; so who signs the manifest signs the head. */
  head: z.string(),
});

/** An article whose files come along. */
const articleSchema = z.strictObject({
  id,
  /** Hash of the text. */
  sha256,
  /** Name of the file it was read from, where that comes along too. */
  original: z
    .string()
    .regex(/^[0-9a-f]{64}\.[a-z0-9]{1,16}$/u)
    .optional(),
});

const entrySchema = z.strictObject({ name: z.string(), bytes: count, sha256 });

const manifestSchema = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  version: z.int().positive(),
  minReader: z.int().positive(),
  project: z.strictObject({ id, name: z.string() }),
  from: z.strictObject({ analyst: id, name: z.string(), replica: id, key: z.string() }),
  /** Greatest stamp of the ops; empty where there are none. No clock: the same state, the same bytes. */
  asOf: z.string(),
  streams: z.array(streamSchema),
  articles: z.array(articleSchema),
  /** Every other entry but the signature, by name. */
  entries: z.array(entrySchema),
});

/** What a bundle says of itself; signed. */
export type BundleManifest = z.infer<typeof manifestSchema>;
export type BundleStream = BundleManifest['streams'][number];
export type BundleArticle = BundleManifest['articles'][number];

/** The entry that holds a stream. */
export function streamEntry({
  replica,
  channel,
}: Pick<BundleStream, 'replica' | 'channel'>): string {
  return `log/${replica}/${channel}.jsonl`;
}

/** The entries that hold an article's files. */
export function articleEntries({ id: articleId, original }: BundleArticle): readonly string[] {
  const files = [`articles/${articleId}.txt`, `articles/${articleId}.json`];
  return original === undefined ? files : [...files, `articles/originals/${original}`];
}

/** True for an entry that is only there to be read by people. */
export function isReadableCopy(name: string): boolean {
  return /^readable\/[a-z0-9-]+\.(?:txt|csv|md|html)$/u.test(name);
}

/** The one text of a manifest, which is what is signed: keys in the order of the schema, one line. */
export function manifestText(manifest: BundleManifest): string {
  return `${JSON.stringify(manifestSchema.parse(manifest))}\n`;
}

/**
 * The channels of which a bundle of this analyst carries every stream. Of all other channels it
 * carries only streams that hold nothing but what this analyst wrote: so nobody's blind work
 * travels in another's bundle.
 */
export function ownChannels(analyst: string): ReadonlySet<Channel> {
  return new Set(['project', layerChannel(analyst)]);
}

function repeated(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const name of names) {
    const folded = name.normalize('NFC').toLowerCase();
    if (seen.has(folded)) return name;
    seen.add(folded);
  }
  return undefined;
}

function inconsistency(manifest: BundleManifest): string | undefined {
  const { streams, articles, entries } = manifest;
  const listed = new Set(entries.map(({ name }) => name));
  const twice =
    repeated(entries.map(({ name }) => name)) ?? repeated(articles.map((article) => article.id));
  if (twice !== undefined) return `It names “${twice}” twice.`;
  const odd = streams.find(({ from, to }) => from > to);
  if (odd !== undefined) return `The stretch of ${streamEntry(odd)} ends before it begins.`;
  const needed = [...streams.map(streamEntry), ...articles.flatMap(articleEntries)];
  const missing = needed.find((name) => !listed.has(name));
  if (missing !== undefined) return `Its entry ${missing} is not listed.`;
  const known = new Set(needed);
  const extra = entries.find(({ name }) => !known.has(name) && !isReadableCopy(name));
  return extra === undefined ? undefined : `Nobody knows what its entry “${extra.name}” is for.`;
}

function newerReason(value: unknown): string | undefined {
  const named = z
    .looseObject({ format: z.literal(BUNDLE_FORMAT), minReader: z.int() })
    .safeParse(value);
  if (!named.success || named.data.minReader <= BUNDLE_VERSION) return undefined;
  return `It needs a newer Verbale: it has version ${String(named.data.minReader)} of the form, and this program reads up to ${String(BUNDLE_VERSION)}.`;
}

/**
 * Reads a manifest. Refused, in words: what is none, what a newer program wrote, what is not
 * written the one way a manifest is, and what does not fit itself.
 */
export function readManifest(text: string): Result<BundleManifest, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err('Its manifest is not JSON.');
  }
  const newer = newerReason(value);
  if (newer !== undefined) return err(newer);
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return err(`Its manifest is not one: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  if (manifestText(parsed.data) !== text) return err('Its manifest is not in canonical form.');
  const fault = inconsistency(parsed.data);
  return fault === undefined ? ok(parsed.data) : err(fault);
}
