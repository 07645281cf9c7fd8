import { err, ok, type Result } from '../../core/result.ts';
import { makeFolders, tryUnlink } from './disk.ts';
import { temporaryName, writeTemporary } from './durable-json.ts';
import type { Engine } from './engine.ts';
import { fromFault, type StoreError } from './errors.ts';
import { BUNDLES_FOLDER } from './layout.ts';

/** What a project keeps of the bundles that came: receipts, and those that wait for something. */
export interface KeptBundles {
  /** Names, sorted. */
  list(): Promise<readonly string[]>;
  read(name: string): Promise<Result<Uint8Array, StoreError>>;
  /** Writes a file, durably; the present one of this name is replaced. */
  keep(name: string, bytes: Uint8Array): Promise<Result<void, StoreError>>;
  drop(name: string): Promise<void>;
}

/** The folder `bundles` of a project. */
export function keptBundles(engine: Engine): KeptBundles {
  const { disk, dir, random } = engine.around;
  const folder = `${dir}/${BUNDLES_FOLDER}`;
  return {
    list: async () => (await disk.list(folder)).filter((name) => !name.startsWith('.')),
    async read(name) {
      try {
        return ok(await disk.readFile(`${folder}/${name}`));
      } catch (fault) {
        return err(fromFault(fault, `${BUNDLES_FOLDER}/${name}`));
      }
    },
    async keep(name, bytes) {
      if (engine.refusal !== undefined) return err(engine.refusal);
      const temporary = `${folder}/${temporaryName(name, random)}`;
      try {
        await makeFolders(disk, dir, [BUNDLES_FOLDER]);
        await writeTemporary(disk, temporary, bytes);
        await disk.rename(temporary, `${folder}/${name}`);
        await disk.syncFolder(folder);
        return ok(undefined);
      } catch (fault) {
        await tryUnlink(disk, temporary);
        return err(fromFault(fault, `${BUNDLES_FOLDER}/${name}`));
      }
    },
    drop: (name) => tryUnlink(disk, `${folder}/${name}`),
  };
}
