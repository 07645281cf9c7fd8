// @ts-check
/**
 * `npm run screenshots [-- NAME …]`: drives the app and writes `docs/screenshots/<name>-<look>-<width>.png`,
 * so that the pictures in the documents are of this version. Names are those of SCREENS.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { openDisplay } from './setup/display.mjs';
import { childEnvironment } from './setup/environment.mjs';
import { prepareClone } from './setup/prepare.mjs';
import { runMain, SetupError, speaker } from './setup/progress.mjs';
import { ROOT } from './setup/root.mjs';

const OUT = join(ROOT, 'docs', 'screenshots');
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const LOOKS = /** @type {const} */ (['light', 'dark']);
const say = speaker(process.stdout);

/** @typedef {import('@playwright/test').ElectronApplication} ElectronApplication */
/** @typedef {import('@playwright/test').Page} Page */

/**
 * @typedef {object} Screen
 * @property {string} name
 * @property {readonly string[]} [args] further arguments of the app
 * @property {(page: Page, electron: ElectronApplication) => Promise<void>} [arrange]
 */

/**
 * @param {ElectronApplication} electron
 * @param {readonly string[]} filePaths
 */
async function answerOpenDialog(electron, filePaths) {
  await electron.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...paths] });
  }, filePaths);
}

/**
 * @param {Page} page
 */
async function selectThreat(page) {
  const list = page.getByRole('list', { name: 'Annotations', exact: true });
  const threat = list.getByRole('listitem').filter({ hasText: 'if troops move' });
  await threat.getByRole('button').first().click();
}

/** @type {readonly Screen[]} */
const SCREENS = [
  { name: 'first-run' },
  { name: 'desk', args: ['--open-sample'], arrange: selectThreat },
  {
    name: 'desk-furniture',
    args: ['--open-sample'],
    arrange: async (page) => {
      await page
        .getByRole('button', { name: /^Furniture/u })
        .first()
        .click();
    },
  },
  {
    name: 'import',
    args: ['--open-sample'],
    arrange: async (page, electron) => {
      const sources = join(ROOT, 'resources', 'sample-sources');
      await answerOpenDialog(electron, [sources]);
      await page.getByRole('button', { name: 'Add articles' }).click();
      await page.getByRole('menuitem', { name: 'Import folder…' }).click();
      await page
        .getByRole('button', { name: /^Import/u })
        .and(page.getByRole('button', { name: /^(?!.*when read)/u }))
        .waitFor();
    },
  },
  {
    name: 'export',
    args: ['--open-sample'],
    arrange: async (page) => {
      await page.keyboard.press('Control+e');
    },
  },
  {
    name: 'keys',
    args: ['--open-sample'],
    arrange: async (page) => {
      await page.keyboard.press('?');
    },
  },
  {
    name: 'palette',
    args: ['--open-sample'],
    arrange: async (page) => {
      await page.keyboard.press('Control+k');
    },
  },
  {
    name: 'settings',
    args: ['--open-sample'],
    arrange: async (page) => {
      await page.keyboard.press('Control+,');
    },
  },
  { name: 'problem', args: ['--project=/nowhere/Winter talks.verbale'] },
];

await runMain(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => SCREENS.every((screen) => screen.name !== name));
  if (unknown !== undefined) throw new SetupError(`no screen is called ${unknown}`, 2);
  await prepareClone(ROOT, { electron: true, build: true }, say);
  mkdirSync(OUT, { recursive: true });
  const display = await openDisplay(say);
  try {
    for (const screen of SCREENS) {
      if (wanted.length === 0 || wanted.includes(screen.name)) await take(screen, display.env);
    }
  } finally {
    await display.close();
  }
  return 0;
});

/**
 * @param {Screen} screen
 * @param {NodeJS.ProcessEnv} env
 */
async function take(screen, env) {
  const profile = mkdtempSync(join(tmpdir(), 'verbale-screenshots-'));
  const electron = await _electron.launch({
    args: [ROOT, `--user-data-dir=${profile}`, '--analyst=Lena Moor', ...(screen.args ?? [])],
    chromiumSandbox: process.getuid?.() !== 0,
    env: /** @type {Record<string, string>} */ (childEnvironment(env)),
  });
  try {
    const page = await electron.firstWindow();
    await page.locator('html[data-painted="true"]').waitFor({ state: 'attached' });
    await screen.arrange?.(page, electron);
    for (const size of SIZES) {
      await resize(electron, size);
      for (const look of LOOKS)
        await shoot(page, join(OUT, `${screen.name}-${look}-${size.width}.png`), look);
    }
    say(`took ${screen.name}`);
  } finally {
    await electron.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/**
 * @param {ElectronApplication} electron
 * @param {{ width: number, height: number }} size
 */
async function resize(electron, size) {
  await electron.evaluate(({ BrowserWindow }, { width, height }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(width, height);
  }, size);
}

/**
 * @param {Page} page
 * @param {string} path
 * @param {string} look
 */
async function shoot(page, path, look) {
  await page.evaluate(`document.documentElement.dataset.theme = ${JSON.stringify(look)}`);
  // The pointer would leave a hover somewhere; colours fade for a moment.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  await page.screenshot({ path });
}
