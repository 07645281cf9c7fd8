import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rename, stat, symlink, writeFile } from 'node:fs/promises';
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
      const note = { ...foreignNote, host: hostname() };
      await writeFile(`${dir}/p/lock.json`, JSON.stringify(note));
      const child = await otherProcess(`${dir}/p`);
      const refused = await openStore(options(`${dir}/p`));
      expect(refused).toMatchObject({ error: { kind: 'locked', holder: { pid: 7 } } });
      child.kill('SIGKILL');
      await once(child, 'exit');
      const store = await open(`${dir}/p`);
      must(await store.close());
      await expect(stat(`${dir}/p/lock.json`)).rejects.toThrow('ENOENT');
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
