import { createHash } from 'node:crypto';

/** What a disk holds: path → content. Folders are named with a `/` at the end. */
export type Image = ReadonlyMap<string, Buffer>;

/** A file's content: what programs see, and what a power cut leaves for certain. */
export interface Inode {
  live: Buffer;
  /** `undefined` until it was flushed for the first time. */
  durable: Buffer | undefined;
}

/** Path → what has that name. */
export type Names = Map<string, Inode | 'folder'>;

/** A change of names that a power cut may or may not leave. */
export interface NameChange {
  readonly folders: readonly string[];
  readonly removes?: string;
  readonly sets?: readonly [path: string, node: Inode | 'folder'];
}

/** Makes a change of names. */
export function applyChange(names: Names, { removes, sets }: NameChange): void {
  if (removes !== undefined) names.delete(removes);
  if (sets !== undefined) names.set(...sets);
}

/** The content of a folder, and of a file that was just made. */
export const NOTHING = Buffer.alloc(0);

/** The folder that a path is in. */
export function parent(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function commonPrefix(a: Buffer, b: Buffer): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && a[at] === b[at]) at += 1;
  return at;
}

type Variant = 'old' | 'new' | 'half' | 'zeros';
const VARIANTS: readonly Variant[] = ['old', 'new', 'half', 'zeros'];

/** What may be left of a file. */
function contentAfterCut({ live, durable }: Inode, variant: Variant): Buffer {
  const old = durable ?? NOTHING;
  if (live === durable || variant === 'new') return live;
  if (variant === 'old' || live.length <= old.length) return old;
  const same = commonPrefix(old, live);
  if (variant === 'half') return live.subarray(0, same + ((live.length - same) >> 1));
  const zeros = Buffer.alloc(live.length);
  live.copy(zeros, 0, 0, same);
  return zeros;
}

/** Which of the pending changes of names may have arrived: any first ones; any at all where they are few. */
function* selections(count: number): Generator<readonly boolean[]> {
  const few = count <= 4;
  const all = few ? 2 ** count : count + 1;
  for (let n = 0; n < all; n += 1) {
    yield Array.from({ length: count }, (_, at) => (few ? ((n >> at) & 1) === 1 : at < n));
  }
}

/** Drops what stands in folders that did not last. */
export function reachable(names: Names): Names {
  const kept: Names = new Map();
  for (const [path, node] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const above = parent(path);
    if (above === '' || kept.get(above) === 'folder') kept.set(path, node);
  }
  return kept;
}

function* contents(names: Names): Generator<Image> {
  const nodes = new Set<Inode>();
  for (const node of names.values()) if (node !== 'folder') nodes.add(node);
  const unsure = [...nodes].filter((node) => node.live !== node.durable);
  const choices: Map<Inode, Variant>[] = VARIANTS.map(
    (variant) => new Map(unsure.map((node) => [node, variant])),
  );
  if (unsure.length > 1) {
    for (const one of unsure) {
      for (const variant of VARIANTS) {
        choices.push(new Map(unsure.map((node) => [node, node === one ? variant : 'new'])));
      }
    }
  }
  for (const choice of unsure.length === 0 ? [new Map<Inode, Variant>()] : choices) {
    yield imageOf(names, (node) => contentAfterCut(node, choice.get(node) ?? 'new'));
  }
}

/** The image that names and the contents of their files make. */
export function imageOf(names: Names, content: (node: Inode) => Buffer): Image {
  return new Map(
    [...names].map(([path, node]) =>
      node === 'folder' ? [`${path}/`, NOTHING] : [path, content(node)],
    ),
  );
}

/**
 * Every image that a power cut may leave.
 * @param durable names that last for certain
 * @param pending changes of names that may have arrived
 */
export function* imagesAfterCut(durable: Names, pending: readonly NameChange[]): Generator<Image> {
  for (const arrived of selections(pending.length)) {
    const names: Names = new Map(durable);
    pending.forEach((one, at) => {
      if (arrived[at] === true) applyChange(names, one);
    });
    yield* contents(reachable(names));
  }
}

const HASHES = new WeakMap<Buffer, string>();

function hashOf(content: Buffer): string {
  const known = HASHES.get(content);
  if (known !== undefined) return known;
  const hash = createHash('sha1').update(content).digest('base64');
  HASHES.set(content, hash);
  return hash;
}

/** The same for two images with the same names and contents. */
export function imageKey(image: Image): string {
  return [...image]
    .map(([path, content]) => `${path} ${hashOf(content)}`)
    .sort()
    .join('\n');
}
