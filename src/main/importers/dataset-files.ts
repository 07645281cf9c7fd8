import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
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

/** A file up to this many bytes stays in memory for whoever asks again; a larger one is read again. */
const MOST_HELD = 1 << 23;

/** Bytes of a file that are in memory at a time while its lines are read. */
const CHUNK = 1 << 18;

/** The text of a file in pieces; one BOM is left out. */
function* textPieces(path: string, file: string): Generator<string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      // The decoder says no more than that it failed.
      throw new NotUtf8(path);
    }
  };
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK);
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
      yield decode(buffer.subarray(0, read));
    }
    yield decode();
  } finally {
    closeSync(handle);
  }
}

/** As `fileLines` cuts a whole text. */
function* linesOf(pieces: Iterable<string>): Generator<string, void> {
  const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
  // A line may go over many pieces: they are joined once, at its end.
  let begun: string[] = [];
  for (const piece of pieces) {
    let start = 0;
    for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', start)) {
      const end = piece.slice(start, at);
      yield withoutReturn(begun.length === 0 ? end : [...begun, end].join(''));
      begun = [];
      start = at + 1;
    }
    if (start < piece.length) begun.push(piece.slice(start));
  }
  if (begun.length > 0) yield withoutReturn(begun.join(''));
}

function checkUtf8(path: string, file: string): void {
  const pieces = textPieces(path, file);
  while (pieces.next().done !== true);
}

/** The lines of a file on the disk, a piece at a time; nothing where any of it is no UTF-8. */
function* linesOnDisk(path: string, file: string): Generator<string, void> {
  // All of it is looked at first: half of a file in another charset must not come in.
  checkUtf8(path, file);
  yield* linesOf(textPieces(path, file));
}

/**
 * A file on the disk as readers of datasets get it: read when it is asked for, whole, or line by line,
 * which never holds more of it than a piece and a line.
 * @param path as the reader sees it, relative to the dataset
 * @param size in bytes
 */
export function fileOnDisk(path: string, file: string, size: number): InputFile {
  let held: Uint8Array | undefined;
  const bytes = (): Uint8Array => {
    if (held !== undefined) return held;
    const read = readFileSync(file);
    if (size <= MOST_HELD) held = read;
    return read;
  };
  const whole = fileOf(path, size, bytes);
  return { ...whole, lines: () => (held === undefined ? linesOnDisk(path, file) : whole.lines()) };
}

/** A file that is in memory already, such as an entry of a zip. */
export function fileInMemory(path: string, bytes: Uint8Array): InputFile {
  return fileOf(path, bytes.length, () => bytes);
}

function fileOf(path: string, size: number, bytes: () => Uint8Array): InputFile {
  const text = (): string => decoded(path, bytes());
  return { path, size, bytes, text, lines: () => fileLines(text()) };
}
