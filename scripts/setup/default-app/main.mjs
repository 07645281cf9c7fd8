// @ts-check
/**
 * What the fallback runtime runs first, in place of the part of a stock Electron that the repackaged
 * one lacks: it reads `electron [-r FILE] [switches] APP …` and starts APP.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
// oxlint-disable-next-line no-restricted-imports -- this runs in place of a part of Electron itself
import { app } from 'electron';

/**
 * Calls that Electron and Node have for this very purpose and do not declare.
 * @typedef {{ setVersion(version: string): void, setDesktopName(name: string): void, setAppPath(path: string): void }} HiddenApp
 * @typedef {{ _preloadModules(files: string[]): void }} HiddenModule
 */
const hiddenApp = /** @type {HiddenApp} */ (/** @type {unknown} */ (app));
const hiddenModule = /** @type {HiddenModule} */ (/** @type {unknown} */ (Module));

/**
 * @param {readonly string[]} args
 * @returns {{ required: string[], version: boolean, path: string | undefined }}
 */
function parse(args) {
  /** @type {string[]} */
  const required = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '-r' || arg === '--require') {
      at += 1;
      required.push(args[at] ?? '');
    } else if (arg === '-v' || arg === '--version') {
      return { required, version: true, path: undefined };
    } else if (!arg.startsWith('-')) {
      return { required, version: false, path: arg };
    }
  }
  return { required, version: false, path: undefined };
}

/**
 * Gives the app its own name and version, as a packed app has them.
 * @param {string} folder
 */
function takeOverIdentity(folder) {
  const { version, productName, name, desktopName } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  if (version !== undefined) hiddenApp.setVersion(version);
  app.name = productName ?? name ?? app.name;
  hiddenApp.setDesktopName(desktopName ?? `${app.name}.desktop`);
}

/** @param {string} path a folder with a package.json, or a script */
async function startApp(path) {
  const full = resolve(path);
  Object.defineProperty(process, 'defaultApp', {
    configurable: false,
    enumerable: true,
    value: true,
  });
  const isPackage = existsSync(join(full, 'package.json'));
  if (isPackage) takeOverIdentity(full);
  const entry = createRequire(import.meta.url).resolve(full);
  hiddenApp.setAppPath(isPackage ? full : dirname(entry));
  await import(pathToFileURL(entry).href);
}

const { required, version, path } = parse(process.argv.slice(1));
if (required.length > 0) hiddenModule._preloadModules(required);
if (version) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
if (path === undefined) {
  process.stderr.write('usage: electron [-r FILE] [switches] APP …\n');
  process.exit(2);
}
try {
  // The entry is awaited, so that the app can still do what must happen before Chromium is ready.
  await startApp(path);
} catch (error) {
  process.stderr.write(
    `The app failed to load: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
