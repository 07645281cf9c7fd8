import type { Disk, DiskFile } from '../disk.ts';
import type { Mistake } from './crash-states.ts';

const nothing = async (): Promise<void> => undefined;

const isLog = (path: string): boolean => path.includes('/log/');
const isProjectLog = (path: string): boolean => path.endsWith('/project.jsonl');
const isTemporary = (path: string): boolean => path.endsWith('.tmp');

/** Changes the files that a disk opens. */
function withFiles(disk: Disk, replace: (path: string, file: DiskFile) => DiskFile): Disk {
  return { ...disk, open: async (path, mode) => replace(path, await disk.open(path, mode)) };
}

function withoutSync(which: (path: string) => boolean): Mistake {
  return (disk) =>
    withFiles(disk, (path, file) =>
      which(path) ? { ...file, sync: nothing, datasync: nothing } : file,
    );
}

function withoutFolderSync(which: (path: string) => boolean): Mistake {
  return (disk) => ({
    ...disk,
    syncFolder: async (path) => {
      if (!which(path)) await disk.syncFolder(path);
    },
  });
}

/** The flush is begun, and reported before it has happened. */
const acknowledgesEarly: Mistake = (disk) => {
  let owed: DiskFile | undefined;
  const pay = async (): Promise<void> => {
    const file = owed;
    owed = undefined;
    await file?.datasync();
  };
  return withFiles(disk, (path, file) => {
    if (!isLog(path)) return file;
    return {
      ...file,
      write: async (bytes, position) => {
        await pay();
        return file.write(bytes, position);
      },
      datasync: async () => {
        owed = file;
      },
    };
  });
};

const renamesBeforeSync: Mistake = (disk) => {
  const owed = new Map<string, DiskFile>();
  const late = withFiles(disk, (path, file) => {
    if (!isTemporary(path)) return file;
    owed.set(path, file);
    return { ...file, sync: nothing };
  });
  return {
    ...late,
    rename: async (from, to) => {
      await disk.rename(from, to);
      await owed.get(from)?.sync();
      owed.delete(from);
    },
  };
};

/** Puts snapshots in place only after `project.json` has said that they are. */
function pointerFirst(which: (path: string) => boolean): Mistake {
  return (disk) => {
    const held: (readonly [string, string])[] = [];
    return {
      ...disk,
      rename: async (from, to) => {
        if (which(to)) {
          held.push([from, to]);
          return;
        }
        await disk.rename(from, to);
        if (!to.endsWith('/project.json')) return;
        for (const [one, other] of held.splice(0)) {
          await disk.rename(one, other);
          await disk.syncFolder(other.slice(0, other.lastIndexOf('/')));
        }
      },
    };
  };
}

/** Overwrites a file instead of replacing it. */
const writesInPlace: Mistake = (disk) => ({
  ...disk,
  rename: async (from, to) => {
    if (!to.endsWith('.json') || (await disk.stat(to)) === undefined) {
      await disk.rename(from, to);
      return;
    }
    // Under a new name first, so that the backup is not overwritten with it.
    await disk.unlink(to);
    const file = await disk.open(to, 'create');
    await file.write(await disk.readFile(from), 0);
    await file.sync();
    await file.close();
    await disk.unlink(from);
  },
});

/** Mistakes that have been made in programs like this one. Each must be noticed. */
export const MISTAKES: { readonly [name: string]: Mistake } = {
  'the log is not flushed': withoutSync(isLog),
  'one of two logs of a commit is not flushed': withoutSync(isProjectLog),
  'a commit is acknowledged before its flush': acknowledgesEarly,
  'snapshots are not flushed': withoutSync(isTemporary),
  'snapshots are renamed before they are flushed': renamesBeforeSync,
  'folders are not flushed': withoutFolderSync(() => true),
  'the folders of the log are not flushed': withoutFolderSync(isLog),
  'the folders of the layers are not flushed': withoutFolderSync((path) =>
    path.includes('/layers'),
  ),
  'the pointer moves before the layers': pointerFirst((path) => path.includes('/layers/')),
  'the pointer moves before the histories': pointerFirst((path) => path.includes('/history/')),
  'snapshots are written in place': writesInPlace,
};

/** No mistake. */
export const NO_MISTAKE: Mistake = (disk) => disk;
