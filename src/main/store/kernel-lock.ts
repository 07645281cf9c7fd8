import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { faultCode } from './disk.ts';

/** A lock that the system takes back by itself when its holder dies. */
export interface KernelLock {
  release(): Promise<void>;
}

/** macOS: take a lock with `open`, and fail at once where somebody has it. */
const O_EXLOCK = 0x20;

const TAKEN: ReadonlySet<string | undefined> = new Set(['EADDRINUSE', 'EAGAIN', 'EWOULDBLOCK']);

async function listen(path: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ path, exclusive: true }, resolve);
  });
  return server;
}

function closing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

async function bySocket(path: string): Promise<KernelLock> {
  const server = await listen(path);
  return { release: () => closing(server) };
}

async function byOpenFlag(dir: string): Promise<KernelLock> {
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | O_EXLOCK;
  const handle: FileHandle = await open(dir, flags);
  return { release: () => handle.close() };
}

async function take(dir: string): Promise<KernelLock> {
  if (process.platform === 'darwin') return byOpenFlag(dir);
  // Links, mounts and letter case lead to the same folder under many names: its number is one.
  const { dev, ino } = await stat(dir, { bigint: true });
  const name = `verbale-${dev}-${ino}`;
  return bySocket(process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`);
}

/**
 * Takes the lock of a folder for as long as this process lives. Throws the system's faults.
 * @returns `undefined` where another process, or this one, has it
 */
export async function takeKernelLock(dir: string): Promise<KernelLock | undefined> {
  try {
    return await take(dir);
  } catch (fault) {
    if (TAKEN.has(faultCode(fault))) return undefined;
    throw fault;
  }
}
