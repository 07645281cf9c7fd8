import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';
import { dropFiles } from './drop.ts';
import { sampleText } from './projects.ts';

const PAGE = 'app://verbale/index.html';

test('the page goes nowhere', async ({ launch, scratch }) => {
  const { electron, page, trouble } = await launch();
  trouble.allow(
    /Content Security Policy|Not allowed to (?:load local resource|navigate top frame)/u,
  );
  const addresses = [
    'https://example.org/',
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'app://verbale/assets/',
    'app://other/index.html',
    'data:text/html,gone',
    'mailto:someone@example.org',
    `file://${scratch}`,
  ];
  for (const address of addresses) {
    await page.evaluate((to) => {
      location.href = to;
    }, address);
    await page.waitForTimeout(60);
    expect(page.url().split('#')[0], address).toBe(PAGE);
  }
  expect(await page.evaluate(() => document.body.innerText)).toContain('Open the sample');
  await page.evaluate(() => {
    const form = document.createElement('form');
    form.action = 'https://example.org/';
    document.body.append(form);
    form.submit();
  });
  await page.waitForTimeout(100);
  // Asked in the main process: Playwright would wait for the end of a navigation that never begins.
  const address = await electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '',
  );
  expect(address.split('#')[0]).toBe(PAGE);
});

test('the window comes back from an empty page, with the work in it', async ({
  launch,
  projects,
}) => {
  const app = await launch({
    project: await projects.make('Back', [sampleText('brussels-menu.txt')]),
  });
  await app.page.evaluate(() => {
    location.href = 'about:blank';
  });
  await expect(app.articles.rows).toHaveCount(1);
  expect(app.page.url().split('#')[0]).toBe(PAGE);
});

test('the page opens no window and embeds no guest', async ({ launch }) => {
  const { electron, page, trouble } = await launch();
  const opened = await page.evaluate(() =>
    ['https://example.org/', 'about:blank', 'app://verbale/index.html', ''].map(
      (address) => window.open(address) === null,
    ),
  );
  expect(opened).toEqual([true, true, true, true]);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    document.body.append(document.createElement('webview'));
  });
  await page.waitForTimeout(200);
  expect(await electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(
    1,
  );
  expect(trouble.unexpected()).toEqual([]);
});

test('redirects and guests are refused by every page there could be', async ({ launch }) => {
  const { electron } = await launch();
  const refused = await electron.evaluate(({ BrowserWindow }) => {
    const { webContents } = new BrowserWindow({ show: false });
    const events = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'];
    const found = events.filter((name) => {
      let stopped = false;
      const preventDefault = (): void => {
        stopped = true;
      };
      webContents.emit(name, { preventDefault, url: 'https://example.org/' }, {}, {});
      return stopped;
    });
    webContents.close();
    return found;
  });
  expect(refused).toEqual([
    'will-navigate',
    'will-frame-navigate',
    'will-redirect',
    'will-attach-webview',
  ]);
});

test('nothing is downloaded', async ({ launch, scratch }) => {
  const { electron, page } = await launch();
  await electron.evaluate(({ session }, folder) => {
    session.defaultSession.setDownloadPath(folder);
    session.defaultSession.on('will-download', (event) => {
      Reflect.set(globalThis, 'download', event.defaultPrevented ? 'refused' : 'begun');
    });
  }, scratch);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'app://verbale/index.html';
    link.download = 'page.html';
    document.body.append(link);
    link.click();
  });
  await expect
    .poll(() => electron.evaluate(() => Reflect.get(globalThis, 'download') as unknown))
    .toBe('refused');
});

test('a dropped page does not replace ours', async ({ launch, scratch }) => {
  const { page } = await launch();
  const file = path.join(scratch, 'trap.html');
  await writeFile(file, '<title>Trap</title><p>You are somewhere else now.');
  await dropFiles(page, [file]);
  await page.waitForTimeout(300);
  expect(page.url().split('#')[0]).toBe(PAGE);
  await expect(page).not.toHaveTitle('Trap');
});

test('every permission is denied', async ({ launch }) => {
  const { page } = await launch();
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
      'screen-wake-lock',
      'window-management',
      'local-fonts',
      'storage-access',
      'idle-detection',
    ];
    const found: Record<string, string> = {};
    for (const name of names) {
      try {
        found[name] = (await navigator.permissions.query({ name: name as PermissionName })).state;
      } catch {
        found[name] = 'unknown here';
      }
    }
    const refused = async (work: () => Promise<unknown>): Promise<string> => {
      try {
        return `granted: ${String(await work())}`;
      } catch {
        return 'denied';
      }
    };
    const media = navigator.mediaDevices as MediaDevices | undefined;
    found['asking for a camera'] = await refused(() =>
      media === undefined ? Promise.reject(new Error('none')) : media.getUserMedia({ video: true }),
    );
    found['asking for the screen'] = await refused(() =>
      media === undefined ? Promise.reject(new Error('none')) : media.getDisplayMedia(),
    );
    found['reading the clipboard'] = await refused(() => navigator.clipboard.readText());
    found['asking where we are'] = await refused(
      () =>
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    );
    found['asking to notify'] = await Notification.requestPermission();
    return found;
  });
  const granted = Object.entries(states).filter(
    ([, state]) => !['denied', 'unknown here'].includes(state),
  );
  expect(granted).toEqual([]);
  expect(Object.values(states).filter((state) => state === 'denied').length).toBeGreaterThan(8);
});
