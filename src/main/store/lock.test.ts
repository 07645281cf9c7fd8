import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rename, stat, symlink, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openStore } from './store.ts';
import { ANA, create, mark, must, open, options, withFolder } from './testing/project.ts';
import { verifyProject } from './verify.ts';

/** A process that holds the project's lock until killed, as another Verbale would. */
async function otherProcess(dir: string) {
  const { dev, ino } = await stat(dir, { bigint: true });
  const name = `verbale-${dev}-${ino}`;
  const script = `require('net').createServer().listen({path: '\\0${name}', exclusive: true}, () => console.log('held'))`;
  const child = spawn(process.execPath, ['-e', script]);
  await once(child.stdout, 'data');
  return child;
}

const foreignNote = {
  nonce: 'n',
  replica: 'r-other',
  host: `not-${hostname()}`,
  boot: '',
  pid: 7,
  since: '',
  analyst: 'Ben',
  application: 'Verbale',
  beat: 1,
};

describe('the lock of a project', () => {
  it('is refused to a second opener, who is told who has it', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      const second = await openStore(options(`${dir}/p`));
      expect(second).toMatchObject({
        ok: false,
        error: {
          kind: 'locked',
          holder: { host: hostname(), pid: process.pid, analyst: 'Ana', application: 'verbale' },
        },
      });
      expect(await verifyProject(`${dir}/p`)).toMatchObject({ error: { kind: 'locked' } });
      must(await store.close());
      must(await (await open(`${dir}/p`)).close());
    }));

  it('is the same by whatever path one comes', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      await symlink(`${dir}/p`, `${dir}/link`);
      expect(await openStore(options(`${dir}/link`))).toMatchObject({ error: { kind: 'locked' } });
      await rename(`${dir}/p`, `${dir}/moved`);
      expect(await openStore(options(`${dir}/moved`))).toMatchObject({ error: { kind: 'locked' } });
      await rename(`${dir}/moved`, `${dir}/p`);
      must(await store.close());
    }));

  it('is free at once when its holder was killed', () =>
    withFolder(async (dir) => {
      must(await (await create(`${dir}/p`)).close());
      // What a killed holder leaves: its note, but not the lock.
      const child = await otherProcess(`${dir}/p`);
      const note = { ...foreignNote, host: hostname(), pid: child.pid };
      await writeFile(`${dir}/p/lock.json`, JSON.stringify(note));
      const refused = await openStore(options(`${dir}/p`));
      expect(refused).toMatchObject({ error: { kind: 'locked', holder: { pid: child.pid } } });
      child.kill('SIGKILL');
      await once(child, 'exit');
      const store = await open(`${dir}/p`);
      must(await store.close());
      await expect(stat(`${dir}/p/lock.json`)).rejects.toThrow('ENOENT');
    }));

  it('names its holder also where the note comes a moment later, or is of one who died', () =>
    withFolder(async (dir) => {
      must(await (await create(`${dir}/p`)).close());
      const child = await otherProcess(`${dir}/p`);
      const file = `${dir}/p/lock.json`;
      const died = spawn(process.execPath, ['-e', '']);
      await once(died, 'exit');
      const before = { ...foreignNote, host: hostname(), pid: died.pid, analyst: 'Cem' };
      await writeFile(file, JSON.stringify(before));
      // Refused now, answered later: the note is written while the second opener looks for it.
      const refused = openStore(options(`${dir}/p`));
      await sleep(200);
      const note = { ...foreignNote, host: hostname(), pid: child.pid };
      await writeFile(`${file}.new`, JSON.stringify(note));
      await rename(`${file}.new`, file);
      expect(await refused).toMatchObject({
        error: { kind: 'locked', holder: { analyst: 'Ben' } },
      });
      await unlink(file);
      const unknown = await openStore(options(`${dir}/p`));
      expect(unknown).toMatchObject({ error: { kind: 'locked', holder: {} } });
      expect(unknown.ok ? '' : unknown.error.message).toContain('has not said who it is');
      child.kill('SIGKILL');
      await once(child, 'exit');
    }));

  it('of another computer is respected, and taken over only when nobody is there', () =>
    withFolder(async (dir) => {
      must(await (await create(`${dir}/p`)).close());
      const file = `${dir}/p/lock.json`;
      await writeFile(file, JSON.stringify(foreignNote));
      const refused = await openStore(options(`${dir}/p`));
      expect(refused).toMatchObject({
        error: { kind: 'held-elsewhere', holder: { analyst: 'Ben', host: foreignNote.host } },
      });
      const waiting = openStore({ ...options(`${dir}/p`), takeOver: true, watchMs: 2_000 });
      await sleep(100);
      await writeFile(file, JSON.stringify({ ...foreignNote, beat: 2 }));
      expect(await waiting).toMatchObject({ error: { kind: 'held-elsewhere' } });
      const taken = await openStore({ ...options(`${dir}/p`), takeOver: true, watchMs: 50 });
      must(await must(taken).close());
    }));

  it('that was taken over ends writing here', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      must(await store.commit(ANA, [mark('a1', 'x1')], { label: 'Add' }));
      const project = await readFile(`${dir}/p/project.json`);
      await writeFile(`${dir}/p/lock.json`, JSON.stringify(foreignNote));
      expect(await store.checkpoint()).toMatchObject({ error: { kind: 'held-elsewhere' } });
      expect(store.readOnly).toBe(true);
      expect(store.notices().map(({ kind }) => kind)).toEqual(['fenced']);
      const more = await store.commit(ANA, [mark('a1', 'x2')], { label: 'Add' });
      expect(more).toMatchObject({ error: { kind: 'held-elsewhere' } });
      must(await store.close());
      // Neither the note nor the snapshots of the new holder are touched.
      expect(await readFile(`${dir}/p/project.json`)).toEqual(project);
      expect(JSON.parse(await readFile(`${dir}/p/lock.json`, 'utf8'))).toEqual(foreignNote);
    }));
});
