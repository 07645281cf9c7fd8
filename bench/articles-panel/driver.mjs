// @ts-check
/** Runs in Electron: opens the page of the benchmark, lets it measure, prints and judges. */
// oxlint-disable-next-line eslint/no-restricted-imports -- a program of its own, not the app
import { app, BrowserWindow } from 'electron';

/** Milliseconds that a list function may take once the list was looked at (issue 3 §6). */
const MOST_MS = 50;
/** Share of frames by which the panel may be later than an empty list. */
const MOST_LATER = 0.02;

const [page = '', wanted = '100000'] = process.argv.filter((one) => !one.startsWith('-')).slice(-2);
const isCount = /^\d+$/u.test(wanted);
const count = isCount ? Number(wanted) : 100_000;
const file = isCount ? page : wanted;

/** @typedef {{ name: string, frames: number, late: number, median: number, longest: number }} Scrolled */
/** @typedef {{ name: string, best: number, median: number, longest: number, cold: boolean }} Timed */

/** @param {number} ms */
const written = (ms) => ms.toFixed(1).padStart(8);

/** @param {readonly Scrolled[]} scrolled */
function judgeScrolling(scrolled) {
  console.log(
    `\nscrolling ${count.toLocaleString('en')} rows       frames   >32 ms   median  longest`,
  );
  for (const { name, frames, late, median, longest } of scrolled) {
    const numbers = `${String(frames).padStart(7)}${String(late).padStart(9)}`;
    console.log(`  ${name.padEnd(28)}${numbers} ${written(median)} ${written(longest)}`);
  }
  // A dragged bar shows rows that were never drawn in every frame: it is told, not judged.
  return scrolled
    .filter(({ name }) => name.endsWith('rolled'))
    .every((one) => {
      const limit = scrolled.find(({ name }) => name === one.name.replace('panel', 'empty list'));
      return limit === undefined || one.late <= limit.late + one.frames * MOST_LATER;
    });
}

/** @param {readonly Timed[]} timed */
function judgeFunctions(timed) {
  console.log('\nlist functions, milliseconds                 best   median  longest');
  for (const { name, best, median, longest, cold } of timed) {
    const note = cold ? '  once, ahead of need' : '';
    const numbers = [best, median, longest].map(written).join(' ');
    console.log(`  ${name.padEnd(38)} ${numbers}${note}`);
  }
  // The best round is the one that other work on the machine disturbed least.
  return timed.every(({ best, cold }) => cold || best <= MOST_MS);
}

async function main() {
  await app.whenReady();
  const window = new BrowserWindow({ width: 1280, height: 800, show: true });
  window.webContents.on('console-message', (event) => {
    if (event.level === 'error') console.error(event.message);
  });
  await window.loadFile(file);
  /** @type {readonly Timed[]} */
  const timed = await window.webContents.executeJavaScript(`bench.functions(${count})`);
  /** @type {readonly Scrolled[]} */
  const scrolled = await window.webContents.executeJavaScript(`bench.scrolling(${count})`);
  const isSmooth = judgeScrolling(scrolled);
  const isFast = judgeFunctions(timed);
  console.log(`\nlist functions within ${MOST_MS} ms: ${isFast ? 'yes' : 'NO'}`);
  console.log(`as smooth as the empty list: ${isSmooth ? 'yes' : 'NO'}`);
  app.exit(isSmooth && isFast ? 0 : 1);
}

main().catch((cause) => {
  console.error(cause);
  app.exit(1);
});
