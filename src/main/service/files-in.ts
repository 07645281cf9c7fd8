import { stat } from 'node:fs/promises';
import { listFolder, mayHoldArticle } from '../importers/folder.ts';
import { isZip } from '../importers/zip-entries.ts';

/** The files behind some paths. */
export interface FilesIn {
  /** Folders opened up; each file once. */
  readonly files: readonly string[];
  /** Why a folder could not be opened up, or was not listed to its end. */
  readonly problem: string | undefined;
  /** Files and folders in them that were passed over, and why. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // What is not there is passed on: reading it gives the reason, with its name.
    return false;
  }
}

/**
 * Opens folders up into the files that can be imported. Files stand for themselves, but for those
 * that are read together with another one, such as a text with the annotations beside it.
 */
export async function filesIn(paths: readonly string[]): Promise<FilesIn> {
  // The formats bring packages with them that no start should wait for.
  const datasets = await import('../importers/dataset-source.ts');
  const { holdsSeveral, SEVERAL_EXTENSIONS } = await import('../importers/sniff-several.ts');
  const also = new Set([...datasets.datasetExtensions(), ...SEVERAL_EXTENSIONS]);
  const files = new Set<string>();
  let problem: string | undefined;
  const skipped: { path: string; reason: string }[] = [];
  for (const path of paths) {
    if (!(await isFolder(path))) {
      files.add(path);
      continue;
    }
    const listed = await listFolder(path, {}, also);
    if (!listed.ok) {
      problem = listed.error.message;
      continue;
    }
    for (const file of listed.value.files) {
      const isTaken =
        mayHoldArticle(file) ||
        (await isZip(file)) ||
        (await datasets.isDataset(file)) ||
        (await holdsSeveral(file));
      if (isTaken) files.add(file);
      else skipped.push({ path: file, reason: 'in no format that is read' });
    }
    for (const one of listed.value.skipped) skipped.push(one);
    if (listed.value.more) problem = `“${path}” holds more files than are taken at once.`;
  }
  return { files: await datasets.withoutCompanions([...files]), problem, skipped };
}
