import { readFileSync } from 'node:fs';
import { fileLines } from '../../core/formats/file-lines.ts';
import type { InputFile } from '../../core/formats/format.ts';

/** Thrown by a file that is to be text and is not UTF-8. */
export class NotUtf8 extends Error {
  constructor(file: string) {
    super(`${file} is not UTF-8`);
    this.name = 'NotUtf8';
  }
}

function decoded(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The decoder says no more than that it failed.
    throw new NotUtf8(path);
  }
}

/**
 * A file on the disk as readers of datasets get it: read when it is asked for, once.
 * @param path as the reader sees it, relative to the dataset
 * @param size in bytes
 */
export function fileOnDisk(path: string, file: string, size: number): InputFile {
  let held: Uint8Array | undefined;
  return fileOf(path, size, () => {
    held ??= readFileSync(file);
    return held;
  });
}

/** A file that is in memory already, such as an entry of a zip. */
export function fileInMemory(path: string, bytes: Uint8Array): InputFile {
  return fileOf(path, bytes.length, () => bytes);
}

function fileOf(path: string, size: number, bytes: () => Uint8Array): InputFile {
  const text = (): string => decoded(path, bytes());
  return { path, size, bytes, text, lines: () => fileLines(text()) };
}
