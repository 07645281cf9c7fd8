import type { Page } from '@playwright/test';
import './page-globals.ts';
import { expect, test } from './app.ts';

/**
 * Runs as the page's own script would, in a turn of its own: what a debugger evaluates is let past the
 * content policy. Texts, because no tool of ours would let such code stand.
 */
function asPageScript(page: Page, body: string): Promise<unknown> {
  return page.evaluate(
    `new Promise((resolve) => setTimeout(() => resolve((() => {${ATTEMPT}${body}})()), 0))`,
  );
}

/** Notes what ran; a refusal is what should happen. */
const ATTEMPT = `
  const ran = [];
  const attempt = (name, work) => {
    try { work(); ran.push(name); } catch {}
  };
`;

const STRINGS_AS_CODE = `
  attempt('eval', () => (0, eval)('1'));
  attempt('Function', () => new Function('return 1')());
  attempt('setTimeout', () => setTimeout('window.ran = "timeout"', 0));
  return ran;
`;

const STRINGS_AS_MARKUP = `
  attempt('innerHTML', () => { document.createElement('div').innerHTML = '<b>b</b>'; });
  attempt('script text', () => { document.createElement('script').text = 'window.ran = 1'; });
  attempt('script address', () => { document.createElement('script').src = 'data:text/javascript,'; });
  attempt('document.write', () => document.write('<p>p</p>'));
  attempt('parser', () => new DOMParser().parseFromString('<b>b</b>', 'text/html'));
  attempt('worker', () => new Worker('data:text/javascript,'));
  return ran;
`;

/** No trusted type stands in the way of these; the policy must. Each leaves a mark if it runs. */
const INLINE = `
  const add = (parent, name, fill) => {
    const element = document.createElement(name);
    attempt(name, () => fill(element));
    parent.append(element);
    return element;
  };
  add(document.body, 'script', (script) => script.append('window.ran = "script"'));
  add(document.head, 'style', (style) => style.append('body { outline: 7px solid rgb(1, 2, 3) }'));
  document.body.setAttribute('style', 'outline-offset: 7px');
  add(document.body, 'a', (link) => { link.href = 'javascript:void(window.ran = "address")'; }).click();
  add(document.body, 'button', (button) => button.setAttribute('onclick', 'window.ran = "handler"')).click();
  for (const address of ['data:text/html,<p>data', 'blob:app://verbale/x', 'app://verbale/index.html']) {
    add(document.body, 'iframe', (frame) => { frame.title = address; frame.src = address; });
  }
`;

test('the page is sandboxed, isolated, and cannot reach Node', async ({ launch }) => {
  const { electron, page } = await launch();
  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    safeDialogs: true,
  });
  // Electron tells of these only where they are on.
  for (const risky of [
    'nodeIntegrationInWorker',
    'navigateOnDragDrop',
    'enableBlinkFeatures',
    'disableBlinkFeatures',
    'plugins',
  ])
    expect([undefined, false, ''], risky).toContain(preferences[risky]);
  const reachable = await page.evaluate(() =>
    [
      'require',
      'process',
      'Buffer',
      'module',
      'exports',
      'global',
      '__dirname',
      '__filename',
      'electron',
      'ipcRenderer',
      'setImmediate',
    ].filter((name) => name in window),
  );
  expect(reachable).toEqual([]);
});

test('the bridge is three functions, and frozen', async ({ launch }) => {
  const { page } = await launch();
  const bridge = await page.evaluate(() => {
    const mine = window.verbale as unknown as Record<string, unknown>;
    const call = mine['call'];
    Reflect.set(mine, 'call', () => Promise.resolve('stolen'));
    Reflect.set(mine, 'more', 1);
    Reflect.set(window, 'verbale', { call: 'stolen' });
    return {
      keys: Object.keys(mine).toSorted(),
      frozen: Object.isFrozen(mine),
      same: mine['call'] === call && window.verbale === (mine as unknown),
      kinds: Object.values(mine).map((value) => typeof value),
    };
  });
  expect(bridge).toEqual({
    keys: ['call', 'onEvent', 'pathOfFile'],
    frozen: true,
    same: true,
    kinds: ['function', 'function', 'function'],
  });
});

test('every answer of app:// carries the policy, and the policy has no unsafe word', async ({
  launch,
}) => {
  const { electron } = await launch();
  const answers = await electron.evaluate(async ({ net }) => {
    const page = await net.fetch('app://verbale/index.html');
    const html = await page.text();
    const assets = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+)"/gu)].map(
      (match) => match[1] ?? '',
    );
    const found = [];
    for (const name of ['index.html', ...assets, 'missing.js', '../package.json', '']) {
      const answer = await net.fetch(`app://verbale/${name}`);
      found.push({
        name,
        status: answer.status,
        policy: answer.headers.get('content-security-policy') ?? '',
        sniff: answer.headers.get('x-content-type-options'),
      });
    }
    return found;
  });
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(3);
  for (const { name, policy } of answers) {
    expect(policy, name).toContain("default-src 'none'");
    expect(policy, name).toContain("script-src 'self'");
    expect(policy, name).toContain("require-trusted-types-for 'script'");
    expect(policy, name).not.toMatch(/unsafe-|\*|data:|blob:|https?:/u);
  }
});

test('code made of strings does not run', async ({ launch }) => {
  const { page, trouble } = await launch();
  trouble.expect(/Trusted(?:Script|HTML|ScriptURL)' assignment|Content Security Policy/u);
  expect(await asPageScript(page, STRINGS_AS_CODE)).toEqual([]);
  expect(await asPageScript(page, STRINGS_AS_MARKUP)).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(window, 'ran') as unknown)).toBeUndefined();
});

test('inline script, style, handlers, javascript: and foreign frames are dead', async ({
  launch,
}) => {
  const { page, trouble } = await launch();
  trouble.expect(/Content Security Policy/u);
  trouble.allow(/TrustedScript' assignment/u);
  await asPageScript(page, INLINE);
  await page.waitForTimeout(300);
  const seen = await page.evaluate(() => ({
    ran: Reflect.get(window, 'ran') as unknown,
    outline: getComputedStyle(document.body).outlineWidth,
    offset: getComputedStyle(document.body).outlineOffset,
    frames: [...document.querySelectorAll('iframe')].map((frame) => {
      try {
        return frame.contentDocument?.body.childElementCount ?? -1;
      } catch {
        return -1;
      }
    }),
  }));
  expect(seen.ran).toBeUndefined();
  expect(seen.outline).not.toBe('7px');
  expect(seen.offset).not.toBe('7px');
  expect(seen.frames.every((children) => children <= 0)).toBe(true);
  const addresses = page.frames().map((frame) => frame.url());
  expect(addresses.filter((address) => address.startsWith('app://'))).toHaveLength(1);
  expect(addresses.filter((address) => /^(data|blob):/u.test(address))).toEqual([]);
});
