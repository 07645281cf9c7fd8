import { realpath } from 'node:fs/promises';
import path from 'node:path';

/** The page's own scheme and host. `new URL('app://x').origin` is `"null"` in Node, so both are compared. */
export const SCHEME = 'app';
export const HOST = 'verbale';

/** The address of the page. */
export const PAGE = `${SCHEME}://${HOST}/index.html`;

/** True for addresses that the application serves itself. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${SCHEME}:` && url.host === HOST;
}

/**
 * The file an own address stands for, or `undefined` where it leads outside `root`: by `..`,
 * encoded slashes, NUL, a symbolic link, or another host.
 * @param root real path of the folder that is served
 */
export async function fileOfAddress(root: string, address: string): Promise<string | undefined> {
  if (!isOwnAddress(address)) return undefined;
  let name: string;
  try {
    name = decodeURIComponent(new URL(address).pathname);
  } catch {
    return undefined;
  }
  if (name.includes('\0') || name.includes('\\') || /%2f|%5c/iu.test(address)) return undefined;
  const wanted = path.join(root, name === '/' ? 'index.html' : name);
  let real: string;
  try {
    real = await realpath(wanted);
  } catch {
    return undefined;
  }
  return real.startsWith(root + path.sep) ? real : undefined;
}
