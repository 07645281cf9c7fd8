import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../scripts/setup/root.mjs';
import './page-globals.ts';
import { expect, test } from './app.ts';
import { sampleText } from './projects.ts';

interface Refusal {
  readonly ok: boolean;
  readonly error?: { readonly kind: string; readonly message: string };
}

async function call(page: Page, method: string, payload: string): Promise<Refusal> {
  const answer = await page.evaluate(([name, json]) => window.verbale.call(name, json), [
    method,
    payload,
  ] as const);
  return JSON.parse(answer) as Refusal;
}

function nested(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`;
}

const DRAFT = { c: 'project', k: 'project', r: 'project', p: { name: 'Taken over' } };

/** Method, payload; none of them may do anything. */
const BAD_CALLS: readonly (readonly [why: string, method: string, payload: string])[] = [
  ['unknown method', 'files.read', '{"path":"/etc/passwd"}'],
  ['method of Object', 'constructor', '{}'],
  ['method of Object', '__proto__', '{}'],
  ['method of Object', 'toString', '{}'],
  ['not JSON', 'project.rename', 'name=Taken over'],
  ['empty', 'project.rename', ''],
  ['missing key', 'project.rename', '{}'],
  ['wrong type', 'project.rename', '{"name":{"$gt":""}}'],
  ['extra key', 'project.rename', '{"name":"Taken over","and":1}'],
  ['__proto__ key', 'project.rename', '{"name":"Taken over","__proto__":{"isAdmin":true}}'],
  ['constructor key', 'project.rename', '{"name":"Taken over","constructor":{"prototype":{}}}'],
  ['an array', 'project.rename', '["Taken over"]'],
  ['too long a name', 'project.rename', JSON.stringify({ name: 'x'.repeat(500) })],
  ['too deep', 'project.rename', `{"name":${nested(100)}}`],
  ['far too deep', 'project.rename', nested(1_000_000)],
  ['record id with a path', 'article.read', '{"articleId":"../../etc/passwd"}'],
  [
    'foreign channel',
    'commit',
    JSON.stringify({ label: 'x', drafts: [{ ...DRAFT, c: '../log' }] }),
  ],
  ['foreign kind', 'commit', JSON.stringify({ label: 'x', drafts: [{ ...DRAFT, k: 'lock' }] })],
  [
    'field __proto__',
    'commit',
    `{"label":"x","drafts":[{"c":"project","k":"project","r":"project","p":{"__proto__":{"name":"Taken over"}}}]}`,
  ],
  ['no draft', 'commit', '{"label":"x","drafts":[]}'],
  ['NUL in a path', 'project.open', '{"folder":"/tmp/x\\u0000/y","force":true}'],
];

test('what does not fit the contract is refused, and no handler runs', async ({
  launch,
  projects,
}) => {
  const project = await projects.make('Border', [sampleText('brussels-menu.txt')]);
  const app = await launch({ project });
  for (const [why, method, payload] of BAD_CALLS) {
    const reply = await call(app.page, method, payload);
    expect(reply, `${why}: ${method}`).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input' },
    });
  }
  expect(await app.page.evaluate(() => Reflect.get({}, 'isAdmin') as unknown)).toBeUndefined();
  // The control: the same method, well formed, does run.
  expect(await call(app.page, 'project.rename', '{"name":"Renamed"}')).toMatchObject({ ok: true });
  await app.quit();
  await projects.verify(project);
});

test('a message that is too large is refused', async ({ launch, projects }) => {
  const project = await projects.make('Large');
  const { page } = await launch({ project });
  const kind = await page.evaluate(async () => {
    const payload = `{"name":"${'x'.repeat(256 * 1024 * 1024)}"}`;
    const reply = JSON.parse(await window.verbale.call('project.rename', payload)) as Refusal;
    return reply.error?.message;
  });
  expect(kind).toBe('The message is too large.');
});

test('arguments that are not two strings are refused', async ({ launch }) => {
  const { page } = await launch();
  const kinds = await page.evaluate(async () => {
    const anything = window.verbale.call as (...args: unknown[]) => Promise<string>;
    const found: unknown[] = [];
    for (const args of [[], ['app.start'], ['app.start', {}], [{}, '{}'], [null, null]]) {
      found.push((JSON.parse(await anything(...args)) as Refusal).error?.kind);
    }
    return found;
  });
  expect(new Set(kinds)).toEqual(new Set(['refused']));
});

test('calls from elsewhere are refused: another address, and a frame of our own page', async ({
  launch,
}) => {
  const { electron } = await launch();
  const replies = await electron.evaluate(async ({ app, BrowserWindow, session }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`;
    const ask = `window.verbale.call('app.start', '{}')`;
    // A session of its own, without our policy: whatever address one likes, served by us.
    const elsewhere = session.fromPartition('elsewhere');
    const html = '<iframe src="/framed.html"></iframe>';
    const serve = (request: { readonly url: string }): Response =>
      new Response(request.url.endsWith('framed.html') ? 'framed' : html, {
        headers: { 'content-type': 'text/html' },
      });
    elsewhere.protocol.handle('app', serve);
    elsewhere.protocol.handle('https', serve);
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload, session: elsewhere, nodeIntegrationInSubFrames: true },
    });
    const { webContents } = window;
    // Our own confinement would not even let the frame load.
    webContents.removeAllListeners('will-frame-navigate');
    const answers: Record<string, string> = {};
    await window.loadURL('https://verbale/index.html');
    answers['another address'] = (await webContents.executeJavaScript(ask)) as string;
    await window.loadURL('app://other/index.html');
    answers['another host'] = (await webContents.executeJavaScript(ask)) as string;
    await window.loadURL('app://verbale/index.html');
    const frame = webContents.mainFrame.frames[0];
    answers['a frame'] = (await frame?.executeJavaScript(ask)) as string;
    answers['ours'] = (await webContents.executeJavaScript(ask)) as string;
    window.destroy();
    return answers;
  });
  const { ours = '', ...others } = replies;
  expect(Object.keys(others)).toHaveLength(3);
  for (const [from, reply] of Object.entries(others)) {
    expect(JSON.parse(reply), from).toMatchObject({ ok: false, error: { kind: 'refused' } });
  }
  // The control: the same call from the top frame of our own page is answered.
  expect(JSON.parse(ours)).toMatchObject({ ok: true });
});

test('one file listens to the page', async () => {
  const source = path.join(ROOT, 'src');
  const names = await readdir(source, { recursive: true });
  const listening: string[] = [];
  for (const name of names.filter((one) => /\.tsx?$/u.test(one))) {
    const text = await readFile(path.join(source, name), 'utf8');
    if (/\bipcMain\b|\.ipc\.(?:on|handle)\b/u.test(text)) listening.push(name);
  }
  expect(listening).toEqual(['main/shell/bind-ipc.ts']);
});
