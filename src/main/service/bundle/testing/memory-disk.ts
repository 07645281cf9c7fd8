import { type Disk, type DiskFile, makeFault } from '../../../store/disk.ts';

/** A disk in memory that can be copied at any moment. */
export interface MemoryDisk extends Disk {
  copy(): MemoryDisk;
}

interface Content {
  bytes: Buffer;
}

function fileOn(content: Content): DiskFile {
  return {
    async read(into, position) {
      return content.bytes.copy(into, 0, position, position + into.length);
    },
    async write(bytes, position) {
      const next = Buffer.alloc(Math.max(content.bytes.length, position + bytes.length));
      content.bytes.copy(next);
      next.set(bytes, position);
      content.bytes = next;
      return bytes.length;
    },
    async truncate(length) {
      content.bytes = content.bytes.subarray(0, length);
    },
    sync: () => Promise.resolve(),
    datasync: () => Promise.resolve(),
    size: async () => content.bytes.length,
    close: () => Promise.resolve(),
  };
}

/** A disk with these files and folders; nothing at all by default. */
export function memoryDisk(
  files: Map<string, Content> = new Map(),
  folders: Set<string> = new Set(),
): MemoryDisk {
  const contentOf = (path: string): Content => {
    const content = files.get(path);
    if (content === undefined) throw makeFault('ENOENT', path);
    return content;
  };
  const namesIn = (path: string): Set<string> => {
    const names = new Set<string>();
    for (const one of [...files.keys(), ...folders]) {
      if (one.startsWith(`${path}/`)) names.add(one.slice(path.length + 1).split('/')[0] ?? '');
    }
    return names;
  };
  return {
    async open(path, mode) {
      if (mode === 'create') {
        if (files.has(path)) throw makeFault('EEXIST', path);
        files.set(path, { bytes: Buffer.alloc(0) });
      }
      return fileOn(contentOf(path));
    },
    readFile: async (path) => Uint8Array.from(contentOf(path).bytes),
    async rename(from, to) {
      files.set(to, contentOf(from));
      files.delete(from);
    },
    async link(from, to) {
      if (files.has(to)) throw makeFault('EEXIST', to);
      files.set(to, contentOf(from));
    },
    async unlink(path) {
      if (!files.delete(path)) throw makeFault('ENOENT', path);
    },
    syncFolder: () => Promise.resolve(),
    async makeFolder(path) {
      if (folders.has(path)) return false;
      folders.add(path);
      return true;
    },
    list: async (path) => [...namesIn(path)].sort(),
    async stat(path) {
      const content = files.get(path);
      if (content !== undefined) return { size: content.bytes.length, folder: false };
      return folders.has(path) ? { size: 0, folder: true } : undefined;
    },
    copy() {
      // Bytes are replaced, never changed, so that a copy of the map is a copy of the disk.
      const copied = new Map([...files].map(([path, { bytes }]) => [path, { bytes }] as const));
      return memoryDisk(copied, new Set(folders));
    },
  };
}
