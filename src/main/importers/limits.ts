/** The bounds of one import: whatever a file holds, time and memory stay bounded. */
export interface ImportLimits {
  /** Largest file that is read, in bytes. */
  readonly fileBytes: number;
  /** Largest HTML source that is parsed, in UTF-16 code units. */
  readonly htmlCharacters: number;
  /** Most tags in a page. */
  readonly htmlTags: number;
  /** Most tags, attributes and character references in a page: each becomes a node of the parser. */
  readonly htmlPieces: number;
  /** Deepest nesting kept; deeper tags are dropped, their text stays. */
  readonly htmlDepth: number;
  /** Most tags in a page for which article and furniture are told apart by Readability. */
  readonly readabilityTags: number;
  /** Most pieces, in the sense of `htmlPieces`, for which that is done. */
  readonly readabilityPieces: number;
  /** Deepest nesting for which that is done: its cost grows with the square of it. */
  readonly readabilityDepth: number;
  /** Most articles taken from one file, such as the messages of a mailbox. */
  readonly fileArticles: number;
  /** Most text of all articles of one file together, in UTF-16 code units. */
  readonly fileCharacters: number;
  /** Most bytes that the compressed parts of one file may have together, unpacked. */
  readonly unpackedBytes: number;
  /** Time for one article, in milliseconds. */
  readonly milliseconds: number;
  /** Time for one file, however many articles it holds, in milliseconds. */
  readonly fileMilliseconds: number;
  /** Memory of the process that parses, in megabytes. */
  readonly memoryMegabytes: number;
  /** Most files taken from one folder. */
  readonly folderFiles: number;
  /** Deepest folder below the one that was chosen. */
  readonly folderDepth: number;
}

const MEGABYTE = 1024 * 1024;

/** The limits that hold unless a caller names others. */
export const DEFAULT_LIMITS: ImportLimits = {
  fileBytes: 64 * MEGABYTE,
  htmlCharacters: 16 * MEGABYTE,
  htmlTags: 100_000,
  htmlPieces: 200_000,
  htmlDepth: 256,
  readabilityTags: 40_000,
  readabilityPieces: 80_000,
  readabilityDepth: 100,
  fileArticles: 10_000,
  fileCharacters: 128 * MEGABYTE,
  unpackedBytes: 512 * MEGABYTE,
  milliseconds: 30_000,
  fileMilliseconds: 600_000,
  memoryMegabytes: 512,
  folderFiles: 20_000,
  folderDepth: 32,
};

/** A size for people: `200 MB`, `1.4 MB`, `12 kB`. One MB is 1024 × 1024 bytes. */
export function describeBytes(bytes: number): string {
  if (bytes >= MEGABYTE) {
    const megabytes = bytes / MEGABYTE;
    return `${megabytes >= 10 ? Math.round(megabytes) : megabytes.toFixed(1)} MB`;
  }
  return bytes >= 1024 ? `${Math.round(bytes / 1024)} kB` : `${bytes} bytes`;
}
