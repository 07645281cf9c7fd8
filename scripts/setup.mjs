// @ts-check
/**
 * `node scripts/setup.mjs [--official]`: gets everything ready without opening the app.
 * --official tries Electron's own download again where the fallback runtime is in use.
 */
import { ensureBuild } from './setup/build.mjs';
import { guardClone } from './setup/clone-guard.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { lacksDisplay } from './setup/display.mjs';
import { describeElectron, ensureElectron } from './setup/electron-runtime.mjs';
import { runMain, SetupError, speaker } from './setup/progress.mjs';
import { ROOT } from './setup/root.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';

const say = speaker(process.stdout);

await runMain(async () => {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => arg !== '--official');
  if (unknown !== undefined)
    throw new SetupError(
      `unknown argument ${unknown}; usage: node scripts/setup.mjs [--official]`,
      2,
    );
  const runtime = await guardClone(ROOT, say, async () => {
    await ensureDependencies(ROOT, say);
    await ensureBuild(ROOT, say);
    return ensureElectron(ROOT, say, { official: args.length > 0 });
  });
  await ensureSystemPackages(runtime.executable, lacksDisplay(), say);
  say(`ready, with ${await describeElectron(runtime)}`);
  return 0;
});
