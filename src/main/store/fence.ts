import { freshId } from './installation.ts';
import type { Position } from './log-scan.ts';

/** A place in a log file: the last op before it, and where its line ends in the file. */
export type Mark = Pick<Position, 's' | 'h' | 'offset'>;

/** What an installation knows, outside of a project's folder, of one copy of the project. */
export interface KnownCopy {
  /** Which folder it is, in a way that a copy of the folder does not share. */
  readonly place: Place;
  /** Who writes in it. */
  readonly replica: string;
  /** Channel → how far that replica's log had come when this was last written. */
  readonly heads: { readonly [channel: string]: Mark };
}

/** A folder, as the system tells folders apart. */
export interface Place {
  readonly path: string;
  readonly device: string;
  readonly inode: string;
}

/** What is asked about the folder that is being opened. */
export interface OpenedFolder {
  /** Project id. */
  readonly project: string;
  /** True where the log of this replica has this op at this place. */
  readonly holds: (replica: string, channel: string, mark: Mark) => Promise<boolean>;
  /** True where the folder has a log of this replica. */
  readonly knows: (replica: string) => boolean;
}

/**
 * Keeps numbers of ops from being given twice. A copied folder and a restored backup look as if
 * this installation had written them, but what it wrote since is elsewhere: they go on under a new
 * replica id.
 */
export interface Fence {
  /** The replica that may write in the folder that is being opened. */
  replicaFor(folder: OpenedFolder): Promise<string>;
  /** To be called before anything leaves this folder. */
  remember(
    project: string,
    replica: string,
    heads: { readonly [channel: string]: Mark },
  ): Promise<void>;
}

/** What a fence needs. */
export interface FenceOptions {
  /** The installation's own id: its first copy of each project uses it. */
  readonly replica: string;
  readonly place: () => Promise<Place>;
  readonly random: (bytes: number) => Uint8Array;
  readonly load: (project: string) => Promise<readonly KnownCopy[]>;
  readonly save: (project: string, copies: readonly KnownCopy[]) => Promise<void>;
}

/** Device numbers may change when a computer starts again; then the path has to be the same. */
function isSamePlace(a: Place, b: Place): boolean {
  return a.inode === b.inode && (a.device === b.device || a.path === b.path);
}

async function isUpToDate(copy: KnownCopy, folder: OpenedFolder): Promise<boolean> {
  for (const [channel, mark] of Object.entries(copy.heads)) {
    if (!(await folder.holds(copy.replica, channel, mark))) return false;
  }
  return true;
}

async function chooseReplica(
  { replica, random }: FenceOptions,
  place: Place,
  copies: readonly KnownCopy[],
  folder: OpenedFolder,
): Promise<string> {
  const here = copies.find((copy) => isSamePlace(copy.place, place));
  if (here !== undefined && (await isUpToDate(here, folder))) return here.replica;
  const used = copies.some((copy) => copy.replica === replica);
  return used || folder.knows(replica) ? freshId('r', random) : replica;
}

/** A fence of one installation around one folder. */
export function makeFence(options: FenceOptions): Fence {
  const { load, save } = options;
  const put = async (
    project: string,
    copies: readonly KnownCopy[],
    replica: string,
    heads: KnownCopy['heads'],
  ): Promise<void> => {
    // The ids of folders that are gone stay: they are used up.
    const others = copies.filter((copy) => copy.replica !== replica);
    await save(project, [...others, { place: await options.place(), replica, heads }]);
  };
  return {
    async replicaFor(folder) {
      const copies = await load(folder.project);
      const replica = await chooseReplica(options, await options.place(), copies, folder);
      const known = copies.find((copy) => copy.replica === replica);
      await put(folder.project, copies, replica, known?.heads ?? {});
      return replica;
    },
    async remember(project, replica, heads) {
      await put(project, await load(project), replica, heads);
    },
  };
}
