import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHELL_WORDS } from '../../ipc/shell-word-list.ts';
import { valueOf } from './testing/desk.ts';
import { deskForTests } from './testing/desks.ts';

const start = deskForTests();

const FILE = { what: 'Verbale keyboard shortcuts', version: 1 };

describe('keys of one’s own', () => {
  it('are kept across starts, with those of commands that are not known', async () => {
    const first = await start();
    const keys = { 'article.next': ['$mod+Shift+n', '+'], 'some.other.version': [] };
    valueOf(await first.call('settings.write', { keys }));
    await first.close();
    const second = await start({ dir: first.dir });
    expect(valueOf(await second.call('app.start', {})).settings.keys).toEqual(keys);
  });

  it.each<Readonly<Record<string, unknown>>>([
    { 'article.next': ['$mod+'] },
    { 'article.next': ['Hyper+n'] },
    { 'article.next': ['n n'] },
    { 'article.next': Array.from({ length: 9 }, () => 'n') },
    { 'no command': ['n'] },
    { constructor: ['n'] },
    { 'article.next': 'n' },
  ])('are refused where they are none: %j', async (keys) => {
    const desk = await start();
    const reply = await desk.raw('settings.write', JSON.stringify({ keys }));
    expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    expect(valueOf(await desk.call('app.start', {})).settings.keys).toEqual({});
  });

  it('go to a file and come back from it', async () => {
    const desk = await start();
    const keys = { 'article.next': ['q'] };
    valueOf(await desk.call('settings.write', { keys }));
    const file = path.join(desk.dir, 'keys.json');
    desk.answers.save = file;
    expect(valueOf(await desk.call('keys.exportFile', {}))).toEqual({ file });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ ...FILE, keys });
    desk.answers.files = [file];
    expect(valueOf(await desk.call('keys.importFile', {}))).toEqual({ file, keys });
  });

  it.each([
    ['no JSON', '{'],
    ['something else', '{"keys":{}}'],
    ['another version', JSON.stringify({ ...FILE, version: 2, keys: {} })],
    ['keys that are none', JSON.stringify({ ...FILE, keys: { a: ['n n'] } })],
    ['far too much', ' '.repeat(1024 * 1024 + 1)],
  ])('are not read from a file with %s', async (_name, text) => {
    const desk = await start();
    const file = path.join(desk.dir, 'odd.json');
    await writeFile(file, text);
    desk.answers.files = [file];
    const reply = await desk.call('keys.importFile', {});
    expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
  });
});

describe('paper', () => {
  it('is written as the PDF that was made, or the HTML that was given', async () => {
    const desk = await start();
    const pdf = path.join(desk.dir, 'keys.pdf');
    desk.answers.save = pdf;
    expect(valueOf(await desk.call('paper.save', { form: 'pdf', name: 'Keys' }))).toEqual({
      file: pdf,
    });
    expect(await readFile(pdf, 'latin1')).toBe('%PDF-1.4');
    const html = path.join(desk.dir, 'keys.html');
    desk.answers.save = html;
    valueOf(await desk.call('paper.save', { form: 'html', name: 'Keys', html: '<p>ق</p>' }));
    expect(await readFile(html, 'utf8')).toBe('<p>ق</p>');
  });

  it('is written nowhere where the dialog is closed', async () => {
    const desk = await start();
    desk.answers.save = undefined;
    const reply = await desk.call('paper.save', { form: 'pdf', name: 'Keys' });
    expect(valueOf(reply)).toEqual({ cancelled: true });
  });

  it('says so where it cannot be written', async () => {
    const desk = await start();
    desk.answers.save = path.join(desk.dir, 'no such folder', 'keys.pdf');
    const reply = await desk.call('paper.save', { form: 'pdf', name: 'Keys' });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'io' } });
  });
});

it('dialogs are told what to say, and nothing that they never say', async () => {
  const desk = await start();
  const say = (words: object) => desk.raw('shell.words', JSON.stringify({ words }));
  const whole = Object.fromEntries(SHELL_WORDS.map((english) => [english, `${english}!`]));
  expect(await say(whole)).toMatchObject({ ok: true });
  expect(await say({ ...whole, 'Format the disk': 'x' })).toMatchObject({ ok: false });
  expect(await say({ ...whole, Save: '' })).toMatchObject({ ok: false });
});

it('a menu with a key that Electron cannot read is refused', async () => {
  const desk = await start();
  const item = { type: 'command', id: 'a.b', title: 'A', enabled: true, keys: 'CmdOrCtrl+ö' };
  const menus = [{ title: 'File', items: [item] }];
  expect(await desk.raw('menu.show', JSON.stringify({ menus }))).toMatchObject({ ok: false });
});
