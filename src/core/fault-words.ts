const WORDS: { readonly [code: string]: string } = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large for the disk',
  EACCES: 'this file may not be read or written',
  EPERM: 'this file may not be changed',
  EROFS: 'the disk is read-only',
  ENOENT: 'the file is not there',
  ENOTDIR: 'a file stands in the place of a folder',
  EISDIR: 'a folder stands in its place',
  ENOTEMPTY: 'a folder with something in it stands in its place',
  ENAMETOOLONG: 'the name is too long for the disk',
  ELOOP: 'it is a link that leads nowhere',
  EEXIST: 'a file of that name is in the way',
  EIO: 'the disk reported an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this computer',
};

/** A fault in words, with the system's code: `the disk is full (ENOSPC)`. Of anything else, what it says. */
export function reasonIn(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
  return code === undefined ? fault.message : `${WORDS[code] ?? fault.message} (${code})`;
}
