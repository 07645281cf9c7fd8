import { isDeepStrictEqual } from 'node:util';
import type { Disk } from '../disk.ts';
import type { Store } from '../store.ts';
import { verifyProject } from '../verify.ts';
import { ANA, mark, must } from './project.ts';
import {
  noLock,
  openScene,
  type Progress,
  play,
  SCENE_DIR,
  type Scene,
  sceneOf,
} from './scenario.ts';
import { type SimDisk, simDisk } from './sim-disk.ts';
import { type Image, imageKey } from './sim-image.ts';

/** A disk that a power cut may leave, and what had been promised by then. */
export interface CrashState {
  readonly image: Image;
  /** The operation after which the power went. */
  readonly after: string;
  readonly acknowledged: number;
  readonly started: number;
}

/** A moment at which the process may be killed while the system lives on. */
export interface KillState extends Omit<CrashState, 'image'> {
  readonly disk: SimDisk;
}

/** Everything that can be left of one run. */
export interface Crashes {
  readonly cuts: readonly CrashState[];
  readonly kills: readonly KillState[];
}

/** Changes a disk so that it, or who uses it, makes a mistake. */
export type Mistake = (disk: Disk) => Disk;

/** Plays the scenario and collects what a crash at any moment may leave. */
export async function collectCrashes(mistake: Mistake): Promise<Crashes> {
  const disk = simDisk(new Map([['/w/', Buffer.alloc(0)]]));
  const progress: Progress = { acknowledged: 0, started: 0 };
  const cuts = new Map<string, CrashState>();
  const kills: KillState[] = [];
  disk.onChange((after) => {
    const now = { after, ...progress };
    kills.push({ disk: disk.fork(), ...now });
    for (const image of disk.cuts()) {
      // The same image counts again where more had been promised by then.
      cuts.set(`${progress.acknowledged} ${progress.started}\n${imageKey(image)}`, {
        image,
        ...now,
      });
    }
  });
  await play(mistake(disk), progress);
  return { cuts: [...cuts.values()], kills };
}

/** Whether a scene is one that the promises allow; in words where it is not. */
function sceneFault(
  seen: Scene,
  known: readonly Scene[],
  state: Omit<CrashState, 'image'>,
): string | undefined {
  const from = Math.max(0, state.acknowledged - 1);
  const allowed = known.slice(from, Math.max(from + 1, state.started));
  if (allowed.some((scene) => isDeepStrictEqual(scene, seen))) return undefined;
  const at = known.findIndex((scene) => isDeepStrictEqual(scene, seen));
  return at < 0 ? 'it shows a state that never was' : `it shows commit ${at + 1}`;
}

/** A notice that says more than that an unfinished edit was cut off. */
function oddNotice(store: Store): string | undefined {
  const odd = store.notices().find(({ kind }) => kind !== 'torn');
  return odd === undefined ? undefined : `notice: ${odd.message}`;
}

async function verifyFault(disk: Disk): Promise<string | undefined> {
  const [problem] = must(await verifyProject(SCENE_DIR, disk, noLock)).problems;
  return problem === undefined ? undefined : `verify: ${problem.file}: ${problem.message}`;
}

async function goOn(store: Store): Promise<string | undefined> {
  for (const id of ['y1', 'y2']) {
    const done = await store.commit(ANA, [mark('a1', id)], { label: 'After' });
    if (!done.ok) return `does not go on: ${done.error.message}`;
  }
  return undefined;
}

/** Opens, looks, verifies, goes on. @returns what is wrong, in words */
async function inspect(
  disk: Disk,
  known: readonly Scene[],
  state: Omit<CrashState, 'image'>,
): Promise<string | undefined> {
  const opened = await openScene(disk, 1_000);
  if (!opened.ok) {
    return state.acknowledged === 0 ? undefined : `does not open: ${opened.error.message}`;
  }
  const store = opened.value;
  const seen = await sceneOf(store);
  // Before the first acknowledgement the project may be there without its first commit.
  const isEmpty = state.acknowledged === 0 && Object.keys(seen.view).length === 0;
  const fault = isEmpty ? undefined : sceneFault(seen, known, state);
  return oddNotice(store) ?? fault ?? (await verifyFault(disk)) ?? (await goOn(store));
}

/** Cuts the power again and checks that what was added after the first crash is there. */
async function inspectAgain(disk: SimDisk, mistake: Mistake): Promise<string | undefined> {
  const again = simDisk(disk.certain());
  const opened = await openScene(mistake(again), 2_000);
  if (!opened.ok) return `does not open again: ${opened.error.message}`;
  const store = opened.value;
  const odd = oddNotice(store);
  if (odd !== undefined) return `after the second cut, ${odd}`;
  const { view } = await sceneOf(store);
  const lost = ['y1', 'y2'].filter((id) => view[`${ANA} annotation a1/${id}`] === undefined);
  if (lost.length > 0) return `loses ${lost.join(' and ')} at the second cut`;
  must(await store.close());
  return verifyFault(again);
}

async function inspectOn(
  disk: SimDisk,
  known: readonly Scene[],
  state: Omit<CrashState, 'image'>,
  mistake: Mistake,
): Promise<string | undefined> {
  const first = await inspect(mistake(disk), known, state);
  if (first !== undefined) return first;
  const opened = (await disk.stat(`${SCENE_DIR}/project.json`)) !== undefined;
  return opened ? inspectAgain(disk, mistake) : undefined;
}

/** What is wrong after a power cut, in words; `undefined` where every promise is kept. */
export function inspectCut(
  state: CrashState,
  known: readonly Scene[],
  mistake: Mistake,
): Promise<string | undefined> {
  return inspectOn(simDisk(state.image), known, state, mistake);
}

/** The same after a killed process, followed by more work and a power cut. */
export function inspectKill(
  state: KillState,
  known: readonly Scene[],
  mistake: Mistake,
): Promise<string | undefined> {
  return inspectOn(state.disk, known, state, mistake);
}
