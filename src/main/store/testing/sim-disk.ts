import { createHash } from 'node:crypto';
import { type Disk, type DiskFile, makeFault, type OpenMode } from '../disk.ts';

/** What a disk holds: path → content. Folders are named with a `/` at the end. */
export type Image = ReadonlyMap<string, Buffer>;

/** A file's content: what programs see, and what a power cut leaves for certain. */
interface Inode {
  live: Buffer;
  /** `undefined` until it was flushed for the first time. */
  durable: Buffer | undefined;
}

type Names = Map<string, Inode | 'folder'>;

/** A change of names that a power cut may or may not leave. */
interface NameChange {
  readonly folders: readonly string[];
  readonly removes?: string;
  readonly sets?: readonly [path: string, node: Inode | 'folder'];
}

function applyChange(names: Names, { removes, sets }: NameChange): void {
  if (removes !== undefined) names.delete(removes);
  if (sets !== undefined) names.set(...sets);
}

/** A file system in memory that knows what a power cut would leave of it. */
export interface SimDisk extends Disk {
  /** Called after every operation that changes something. */
  onChange(listener: (operation: string) => void): void;
  /** Every image that a power cut at this moment may leave. */
  cuts(): Iterable<Image>;
  /** The image that has only what is certain to last. */
  certain(): Image;
  /** The same disk, with what is flushed and what is not, as another process would find it. */
  fork(): SimDisk;
}

const NOTHING = Buffer.alloc(0);

function parent(path: string): string {
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
function reachable(names: Names): Names {
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

function imageOf(names: Names, content: (node: Inode) => Buffer): Image {
  return new Map(
    [...names].map(([path, node]) =>
      node === 'folder' ? [`${path}/`, NOTHING] : [path, content(node)],
    ),
  );
}

interface State {
  readonly live: Names;
  readonly durable: Names;
  pending: NameChange[];
  notify: (operation: string) => void;
}

function change(state: State, operation: string, one: NameChange): void {
  applyChange(state.live, one);
  state.pending.push(one);
  state.notify(operation);
}

function nodeAt(state: State, path: string): Inode {
  const node = state.live.get(path);
  if (node === undefined) throw makeFault('ENOENT', path);
  if (node === 'folder') throw makeFault('EISDIR', path);
  return node;
}

function simFile(state: State, node: Inode, path: string): DiskFile {
  return {
    async read(into, position) {
      return node.live.copy(into, 0, position, position + into.length);
    },
    async write(bytes, position) {
      const next = Buffer.alloc(Math.max(node.live.length, position + bytes.length));
      node.live.copy(next);
      next.set(bytes, position);
      node.live = next;
      state.notify(`write ${path}`);
      return bytes.length;
    },
    async truncate(length) {
      node.live = Buffer.from(node.live.subarray(0, length));
      state.notify(`truncate ${path}`);
    },
    async sync() {
      node.durable = node.live;
      state.notify(`sync ${path}`);
    },
    async datasync() {
      node.durable = node.live;
      state.notify(`datasync ${path}`);
    },
    async size() {
      return node.live.length;
    },
    async close() {},
  };
}

function openFile(state: State, path: string, mode: OpenMode): DiskFile {
  if (mode !== 'create') return simFile(state, nodeAt(state, path), path);
  if (state.live.has(path)) throw makeFault('EEXIST', path);
  if (state.live.get(parent(path)) !== 'folder') throw makeFault('ENOENT', path);
  const node: Inode = { live: NOTHING, durable: undefined };
  change(state, `create ${path}`, {
    folders: [parent(path)],
    sets: [path, node],
  });
  return simFile(state, node, path);
}

function syncFolder(state: State, path: string): void {
  if (state.live.get(path) !== 'folder') throw makeFault('ENOENT', path);
  const rest: NameChange[] = [];
  for (const one of state.pending) {
    if (one.folders.includes(path)) applyChange(state.durable, one);
    else rest.push(one);
  }
  state.pending = rest;
  state.notify(`syncFolder ${path}`);
}

function makeFolder(state: State, path: string): boolean {
  if (state.live.has(path)) return false;
  if (parent(path) !== '' && state.live.get(parent(path)) !== 'folder') {
    throw makeFault('ENOENT', path);
  }
  change(state, `makeFolder ${path}`, {
    folders: [parent(path)],
    sets: [path, 'folder'],
  });
  return true;
}

function list(state: State, path: string): readonly string[] {
  const names: string[] = [];
  for (const one of state.live.keys()) {
    if (one.startsWith(`${path}/`) && parent(one) === path) names.push(one.slice(path.length + 1));
  }
  return names.sort();
}

function* cuts(state: State): Generator<Image> {
  for (const arrived of selections(state.pending.length)) {
    const names: Names = new Map(state.durable);
    state.pending.forEach((one, at) => {
      if (arrived[at] === true) applyChange(names, one);
    });
    yield* contents(reachable(names));
  }
}

/** A copy in which the same inodes are the same inodes, so that links stay links. */
function copyState(state: State): State {
  const copies = new Map<Inode, Inode>();
  const copyNode = (node: Inode | 'folder'): Inode | 'folder' => {
    if (node === 'folder') return node;
    const copy = copies.get(node) ?? { ...node };
    copies.set(node, copy);
    return copy;
  };
  const copyNames = (names: Names): Names =>
    new Map([...names].map(([path, node]) => [path, copyNode(node)]));
  const pending = state.pending.map((one): NameChange => {
    if (one.sets === undefined) return one;
    const [path, node] = one.sets;
    return { ...one, sets: [path, copyNode(node)] };
  });
  const live = copyNames(state.live);
  return { live, durable: copyNames(state.durable), pending, notify: () => undefined };
}

function diskOf(state: State): SimDisk {
  return {
    open: async (path, mode) => openFile(state, path, mode),
    readFile: async (path) => Buffer.from(nodeAt(state, path).live),
    async rename(from, to) {
      const node = nodeAt(state, from);
      change(state, `rename ${from} ${to}`, {
        folders: [...new Set([parent(from), parent(to)])],
        removes: from,
        sets: [to, node],
      });
    },
    async link(from, to) {
      const node = nodeAt(state, from);
      if (state.live.has(to)) throw makeFault('EEXIST', to);
      change(state, `link ${from} ${to}`, {
        folders: [parent(to)],
        sets: [to, node],
      });
    },
    async unlink(path) {
      nodeAt(state, path);
      change(state, `unlink ${path}`, {
        folders: [parent(path)],
        removes: path,
      });
    },
    syncFolder: async (path) => syncFolder(state, path),
    makeFolder: async (path) => makeFolder(state, path),
    list: async (path) => list(state, path),
    async stat(path) {
      const node = state.live.get(path);
      if (node === undefined) return undefined;
      return node === 'folder'
        ? { size: 0, folder: true }
        : { size: node.live.length, folder: false };
    },
    onChange(listener) {
      state.notify = listener;
    },
    cuts: () => cuts(state),
    certain: () => imageOf(reachable(new Map(state.durable)), (node) => node.durable ?? NOTHING),
    fork: () => diskOf(copyState(state)),
  };
}

/** A disk with what an image holds, all of it flushed. */
export function simDisk(image: Image = new Map()): SimDisk {
  const names: Names = new Map();
  for (const [path, content] of image) {
    if (path.endsWith('/')) names.set(path.slice(0, -1), 'folder');
    else names.set(path, { live: content, durable: content });
  }
  return diskOf({ live: names, durable: new Map(names), pending: [], notify: () => undefined });
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
