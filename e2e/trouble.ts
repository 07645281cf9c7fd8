import type { ElectronApplication } from '@playwright/test';

/** Everything that went wrong in an app without anybody asking. */
export interface Trouble {
  /** Expects trouble of this kind: it must come, and does not fail the test. */
  readonly expect: (pattern: RegExp) => void;
  /** Lets trouble of this kind pass: it may come, once or often or not at all. */
  readonly allow: (pattern: RegExp) => void;
  /** What came and was not expected, and what was expected and did not come. */
  readonly unexpected: () => string[];
}

/** Listens to errors of the page, its console (content policy included) and the main process. */
export function watchTrouble(electron: ElectronApplication): Trouble {
  const seen: string[] = [];
  const expected: RegExp[] = [];
  const allowed: RegExp[] = [];
  electron.context().on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()}`);
  });
  electron.context().on('weberror', (error) => {
    seen.push(`page: ${error.error().stack ?? error.error().message}`);
  });
  electron
    .process()
    .stderr?.setEncoding('utf8')
    .on('data', (text: string) => {
      // Chromium talks on this channel too; our own lines begin with our name.
      seen.push(...text.split('\n').filter((line) => line.startsWith('verbale:')));
    });
  return {
    expect(pattern) {
      expected.push(pattern);
    },
    allow(pattern) {
      allowed.push(pattern);
    },
    unexpected() {
      const passes = [...expected, ...allowed];
      const came = seen.filter((line) => !passes.some((pattern) => pattern.test(line)));
      const missed = expected.filter((pattern) => !seen.some((line) => pattern.test(line)));
      return [...came, ...missed.map((pattern) => `expected and did not come: ${pattern}`)];
    },
  };
}
