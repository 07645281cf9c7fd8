// @ts-check
/** One hash over files' names and contents: unlike times, it survives a clone, a checkout and a touch. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root
 * @param {readonly string[]} inputs files and folders below root; missing ones count as missing
 * @param {(path: string) => boolean} [isInput] leaves files out
 * @returns {string}
 */
export function fingerprint(root, inputs, isInput = () => true) {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesBelow(root, input)).filter(isInput)) {
    const content = readFileSync(join(root, path));
    // The length keeps one file's end apart from the next one's name.
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path a file or folder below root
 * @returns {string[]} paths below root with forward slashes, in one order on every system
 */
export function filesBelow(root, path) {
  const kind = statSync(join(root, path), { throwIfNoEntry: false });
  if (kind === undefined) return [];
  if (!kind.isDirectory()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(root, below);
      return entry.isFile() ? [below] : [];
    });
}
