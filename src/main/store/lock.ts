import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { err, ok, type Result } from '../../core/result.ts';
import { type Disk, faultCode, writeAll } from './disk.ts';
import { temporaryName } from './durable-json.ts';
import { fromFault, type LockHolder, type StoreError } from './errors.ts';
import { type KernelLock, takeKernelLock } from './kernel-lock.ts';
import { LOCK_FILE } from './layout.ts';

/** How often the holder shows that it lives, in milliseconds. */
export const BEAT_MS = 5_000;

/** How long another computer's beat is watched before its lock counts as left behind. */
export const WATCH_MS = 30_000;

/** How long the note of who has just taken a lock is waited for, in milliseconds, and how often looked for. */
const NOTE_MS = 1_500;
const NOTE_STEP_MS = 50;

/** What taking a lock needs. */
export interface LockOptions {
  readonly disk: Disk;
  readonly dir: string;
  readonly replica: string;
  readonly random: (bytes: number) => Uint8Array;
  readonly holder: { readonly analyst?: string; readonly application: string };
  /** Wait and see whether another computer's lock was left behind. */
  readonly takeOver?: boolean;
  /** Milliseconds; {@link WATCH_MS} by default. */
  readonly watchMs?: number;
}

/** A lock that is held. */
export interface Lock {
  /** Writes `lock.json`, so that others can be told who holds the project. */
  announce(): Promise<Result<void, StoreError>>;
  /** False when somebody on another computer took the project over. */
  stillOurs(): Promise<boolean>;
  release(): Promise<void>;
}

/** Takes a project's lock. */
export type TakeLock = (options: LockOptions) => Promise<Result<Lock, StoreError>>;

const noteSchema = z.looseObject({
  nonce: z.string(),
  replica: z.string(),
  host: z.string(),
  boot: z.string(),
  pid: z.int(),
  since: z.string(),
  analyst: z.string().optional(),
  application: z.string(),
  beat: z.int(),
});

type LockNote = z.infer<typeof noteSchema>;

async function bootId(): Promise<string> {
  try {
    return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  } catch (fault) {
    if (faultCode(fault) === undefined) throw fault;
    return '';
  }
}

async function readNote(disk: Disk, dir: string): Promise<LockNote | undefined> {
  try {
    const bytes = await disk.readFile(`${dir}/${LOCK_FILE}`);
    const parsed = noteSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch (fault) {
    if (faultCode(fault) === undefined && !(fault instanceof SyntaxError)) throw fault;
    return undefined;
  }
}

async function writeNote(options: LockOptions, note: LockNote): Promise<void> {
  const { disk, dir, random } = options;
  const temporary = `${dir}/${temporaryName(LOCK_FILE, random)}`;
  const file = await disk.open(temporary, 'create');
  try {
    // Not flushed: after a power cut nobody needs it.
    await writeAll(file, Buffer.from(`${JSON.stringify(note)}\n`), 0);
  } finally {
    await file.close();
  }
  await disk.rename(temporary, `${dir}/${LOCK_FILE}`);
}

function holderOf(note: LockNote | undefined): LockHolder {
  if (note === undefined) return {};
  const { host, pid, analyst, application } = note;
  return { host, pid, application, ...(analyst === undefined ? {} : { analyst }) };
}

/** What only helps those who look for a process; it stands in brackets, at the end. */
function technical({ application, pid }: LockHolder, host: string | undefined): string {
  const where = host === undefined ? '' : ` on ${host}`;
  const process = pid === undefined ? '' : `, process ${pid}`;
  return `(${application ?? 'another program'}${process}${where})`;
}

/** True where a note's process, on this computer, is gone: the note is not of who has the lock now. */
function isLeftBehind({ host, pid }: LockNote): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (fault) {
    return faultCode(fault) === 'ESRCH';
  }
}

/**
 * The note of who has the kernel's lock. It is written a moment after the lock is taken, so one that is
 * not there, or of a process that died, is looked for again until {@link NOTE_MS} are over.
 */
async function holdersNote({ disk, dir }: LockOptions): Promise<LockNote | undefined> {
  for (let left = NOTE_MS; ; left -= NOTE_STEP_MS) {
    const note = await readNote(disk, dir);
    if (note !== undefined && !isLeftBehind(note)) return note;
    if (left <= 0) return undefined;
    await sleep(NOTE_STEP_MS);
  }
}

function locked(note: LockNote | undefined): Result<never, StoreError> {
  const holder = holderOf(note);
  const message =
    note === undefined
      ? 'Another process on this computer has this project open. It has not said who it is; it may be starting, checking or copying the project. Try again in a moment.'
      : `${holder.analyst ?? 'Somebody'} has this project open ${technical(holder, holder.host)}.`;
  return err({ kind: 'locked', message, file: LOCK_FILE, holder });
}

function heldElsewhere(note: LockNote): Result<never, StoreError> {
  const holder = holderOf(note);
  const who = `${holder.analyst ?? 'Somebody'} on ${holder.host ?? 'another computer'}`;
  return err({
    kind: 'held-elsewhere',
    message: `${who} had this project open last and did not close it ${technical(holder, undefined)}.`,
    file: LOCK_FILE,
    holder,
  });
}

/** Waits whether the other computer's beat goes on. Uses no wall clock, ours or theirs. */
async function isAlive(options: LockOptions, seen: LockNote): Promise<boolean> {
  const step = Math.min(1_000, options.watchMs ?? WATCH_MS);
  for (let left = options.watchMs ?? WATCH_MS; left > 0; left -= step) {
    await sleep(step);
    const now = await readNote(options.disk, options.dir);
    if (now === undefined) return false;
    if (now.beat !== seen.beat || now.nonce !== seen.nonce) return true;
  }
  return false;
}

/** True where the kernel's lock, which we have, proves that the note was left behind. */
function isFromHere(note: LockNote, options: LockOptions): boolean {
  return note.replica === options.replica || note.host === hostname();
}

async function passesNote(options: LockOptions): Promise<Result<void, StoreError>> {
  const note = await readNote(options.disk, options.dir);
  if (note === undefined || isFromHere(note, options)) return ok(undefined);
  const alive = options.takeOver !== true || (await isAlive(options, note));
  return alive ? heldElsewhere(note) : ok(undefined);
}

async function newNote(options: LockOptions): Promise<LockNote> {
  const { analyst, application } = options.holder;
  return {
    nonce: Buffer.from(options.random(16)).toString('hex'),
    replica: options.replica,
    host: hostname(),
    boot: await bootId(),
    pid: process.pid,
    since: new Date(Date.now() - process.uptime() * 1_000).toISOString(),
    ...(analyst === undefined ? {} : { analyst }),
    application,
    beat: 0,
  };
}

function heldLock(options: LockOptions, kernel: KernelLock, first: LockNote): Lock {
  const { disk, dir } = options;
  let note = first;
  let timer: NodeJS.Timeout | undefined;
  let beating: Promise<void> = Promise.resolve();

  async function stillOurs(): Promise<boolean> {
    const present = await readNote(disk, dir);
    return timer === undefined || present === undefined || present.nonce === note.nonce;
  }

  async function beat(): Promise<void> {
    try {
      if (!(await stillOurs())) return;
      note = { ...note, beat: note.beat + 1 };
      await writeNote(options, note);
    } catch (fault) {
      // A full or read-only disk stops the beat, not the work: the kernel's lock still holds here.
      if (faultCode(fault) === undefined) throw fault;
    }
  }

  return {
    stillOurs,
    async announce() {
      try {
        await writeNote(options, note);
      } catch (fault) {
        return err(fromFault(fault, LOCK_FILE));
      }
      timer = setInterval(() => {
        beating = beating.then(beat);
      }, BEAT_MS);
      timer.unref();
      return ok(undefined);
    },
    async release() {
      const announced = timer !== undefined;
      clearInterval(timer);
      await beating;
      try {
        if (announced && (await stillOurs())) await disk.unlink(`${dir}/${LOCK_FILE}`);
      } catch (fault) {
        if (faultCode(fault) === undefined) throw fault;
      }
      await kernel.release();
    },
  };
}

/**
 * Takes a project's lock: the system's own lock on the folder, and a look at `lock.json` for
 * computers that share the folder but not the system.
 */
export const takeLock: TakeLock = async (options) => {
  const { dir } = options;
  try {
    const kernel = await takeKernelLock(dir);
    if (kernel === undefined) return locked(await holdersNote(options));
    const passed = await passesNote(options);
    if (passed.ok) return ok(heldLock(options, kernel, await newNote(options)));
    await kernel.release();
    return passed;
  } catch (fault) {
    return err(fromFault(fault, LOCK_FILE));
  }
};
