// @ts-check
/**
 * `npm run screenshots [-- NAME …]`: drives the app and writes `docs/screenshots/<name>-<look>-<width>.png`,
 * so that the pictures in the documents are of this version.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { openDisplay } from './setup/display.mjs';
import { childEnvironment } from './setup/environment.mjs';
import { prepareClone } from './setup/prepare.mjs';
import { runMain, SetupError, speaker } from './setup/progress.mjs';
import { ROOT } from './setup/root.mjs';
import { runCommand } from './setup/run-command.mjs';

const OUT = join(ROOT, 'docs', 'screenshots');
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const LOOKS = ['light', 'dark'];
const say = speaker(process.stdout);

/** @typedef {import('@playwright/test').ElectronApplication} ElectronApplication */
/** @typedef {import('@playwright/test').Page} Page */

/**
 * @typedef {object} Desk
 * @property {string} folder the picture's own, gone afterwards
 * @property {(...args: string[]) => Promise<ElectronApplication>} launch
 */

/**
 * @typedef {object} Screen
 * @property {string} name
 * @property {(desk: Desk) => Promise<string[]> | string[]} open what the app is started with
 * @property {(page: Page, electron: ElectronApplication, desk: Desk) => Promise<void>} [arrange]
 */

const sample = () => ['--open-sample', '--analyst=Lena Moor'];

/** @param {string} keys */
const pressing = (keys) => (/** @type {Page} */ page) => page.keyboard.press(keys);

/** @type {readonly Screen[]} */
const SCREENS = [
  { name: 'first-run', open: () => [] },
  { name: 'desk', open: sample, arrange: chooseThreat },
  {
    name: 'desk-furniture',
    open: sample,
    arrange: (page) =>
      page
        .getByRole('button', { name: /^Furniture/u })
        .first()
        .click(),
  },
  {
    name: 'import',
    open: async ({ folder }) => {
      const project = join(folder, 'Winter talks.verbale');
      await makeProject(project, folder);
      return [`--project=${project}`, '--analyst=Lena Moor'];
    },
    arrange: chooseFiles,
  },
  { name: 'export', open: sample, arrange: pressing('Control+e') },
  { name: 'keys', open: sample, arrange: pressing('?') },
  { name: 'palette', open: sample, arrange: pressing('Control+k') },
  { name: 'settings', open: sample, arrange: pressing('Control+,') },
  { name: 'attributes', open: sample, arrange: askAttribute },
  { name: 'comments', open: sample, arrange: comment },
  {
    name: 'document',
    open: sample,
    arrange: async (page) => {
      await chooseThreat(page);
      await page.keyboard.press('d');
    },
  },
  { name: 'search', open: sample, arrange: searching },
  { name: 'statistics', open: sample, arrange: running('Go to statistics') },
  { name: 'codebook', open: sample, arrange: running('Go to the codebook') },
  { name: 'shortcuts', open: sample, arrange: pressing('Control+Shift+k') },
  { name: 'arabic', open: sample, arrange: inArabic },
  {
    name: 'problem',
    open: async ({ folder, launch }) => {
      const project = join(folder, 'Winter talks.verbale');
      await makeProject(project, folder);
      await launch(`--project=${project}`, '--analyst=Jonas Krol');
      return [`--project=${project}`, '--analyst=Lena Moor'];
    },
  },
];

await runMain(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => SCREENS.every((screen) => screen.name !== name));
  if (unknown !== undefined) throw new SetupError(`no screen is called ${unknown}`, 2);
  await prepareClone(ROOT, { electron: true, build: true }, say);
  mkdirSync(OUT, { recursive: true });
  const display = await openDisplay(say);
  const env = /** @type {Record<string, string>} */ (childEnvironment(display.env));
  try {
    for (const screen of SCREENS.filter(
      ({ name }) => wanted.length === 0 || wanted.includes(name),
    )) {
      for (const size of SIZES) await take(screen, size, env);
      say(`took ${screen.name}`);
    }
  } finally {
    await display.close();
  }
  return 0;
});

/**
 * @param {Screen} screen
 * @param {{ width: number, height: number }} size
 * @param {Record<string, string>} env
 */
async function take(screen, size, env) {
  const folder = mkdtempSync(join(tmpdir(), 'talks-'));
  /** @type {ElectronApplication[]} */
  const running = [];
  /** @type {Desk} */
  const desk = {
    folder,
    launch: async (...args) => {
      const profile = join(folder, `profile-${running.length}`);
      const electron = await _electron.launch({
        args: [ROOT, `--user-data-dir=${profile}`, ...args],
        chromiumSandbox: process.getuid?.() !== 0,
        env,
      });
      running.push(electron);
      const page = await electron.firstWindow();
      await page.locator('html[data-painted="true"]').waitFor({ state: 'attached' });
      return electron;
    },
  };
  try {
    const electron = await desk.launch(...(await screen.open(desk)));
    const page = await electron.firstWindow();
    await resize(electron, size);
    await screen.arrange?.(page, electron, desk);
    for (const look of LOOKS) {
      await shoot(page, join(OUT, `${screen.name}-${look}-${size.width}.png`), look);
    }
  } finally {
    for (const electron of running) await electron.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} project
 * @param {string} folder
 */
async function makeProject(project, folder) {
  const script = join(ROOT, 'scripts', 'verbale.mjs');
  const env = { ...process.env, VERBALE_USER_DATA: join(folder, 'command-line') };
  const made = await runCommand(process.execPath, [script, 'new', project], { env });
  if (made.code !== 0) throw new SetupError(made.output);
}

/**
 * Runs a command by its title.
 * @param {string} title
 */
function running(title) {
  return async (/** @type {Page} */ page) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(title);
    await page.getByRole('option', { name: title }).first().waitFor();
    await page.keyboard.press('Enter');
    // Charts and lists come in when they are worked out.
    await page.waitForTimeout(1500);
  };
}

/** @param {Page} page */
async function searching(page) {
  await running('Search all articles')(page);
  await page.keyboard.type('sanctions');
  await page.getByRole('grid', { name: 'Hits' }).getByRole('row').first().waitFor();
}

/** @param {Page} page */
async function askAttribute(page) {
  await chooseThreat(page);
  await page.keyboard.press('Enter');
}

/** @param {Page} page */
async function comment(page) {
  await chooseThreat(page);
  await page.keyboard.press('q');
  await page.keyboard.type('Is this the ministry, or the paper’s own words?');
  await page.keyboard.press('Control+Enter');
}

/** @param {Page} page */
async function inArabic(page) {
  await chooseThreat(page);
  await page.keyboard.press('Control+,');
  await page.getByRole('radio', { name: 'العربية' }).click();
  await page.keyboard.press('Escape');
}

/** @param {Page} page */
async function chooseThreat(page) {
  const list = page.getByRole('list', { name: 'Annotations', exact: true });
  const threat = list.getByRole('listitem').filter({ hasText: 'if troops move' });
  await threat.getByRole('button').first().click();
}

/** @type {NonNullable<Screen['arrange']>} */
async function chooseFiles(page, electron, { folder }) {
  const empty = join(folder, 'notes.txt');
  writeFileSync(empty, '');
  const names = [
    'lakeside-talks-end.txt',
    'lakeside-friday.html',
    'geneva-preview-translated.txt',
    'written-answer.txt',
    'korean-desk.txt',
    'arabic-wire.txt',
    'moscow-denies.mhtml',
  ];
  const files = names.map((name) => join(ROOT, 'resources', 'sample-sources', name));
  await electron.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    },
    [...files, empty],
  );
  await page.getByRole('button', { name: 'Add articles' }).click();
  await page.getByRole('menuitem', { name: 'Import files…' }).click();
  await page.getByRole('button', { name: `Import ${names.length}`, exact: true }).waitFor();
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
