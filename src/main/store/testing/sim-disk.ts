import { type Disk, type DiskFile, makeFault, type OpenMode } from '../disk.ts';
import {
  applyChange,
  type Image,
  type Inode,
  imageOf,
  imagesAfterCut,
  type NameChange,
  type Names,
  NOTHING,
  parent,
  reachable,
} from './sim-image.ts';

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
    cuts: () => imagesAfterCut(state.durable, state.pending),
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
