import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { create } from '../store/testing/project.ts';
import { writeWhole } from './write-whole.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'verbale-whole-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('a file that a person chose', () => {
  it('is written whole, in the place of the one before', async () => {
    const file = path.join(dir, 'keys.json');
    await writeFile(file, 'before');
    expect(await writeWhole(file, ['af', new TextEncoder().encode('ter')])).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await readFile(file, 'utf8')).toBe('after');
    expect(await readdir(dir)).toEqual(['keys.json']);
  });

  it('is named with its reason where it cannot be written', async () => {
    const file = path.join(dir, 'nowhere', 'keys.json');
    expect(await writeWhole(file, ['x'])).toMatchObject({
      ok: false,
      error: expect.stringContaining(`Nothing was written to ${file}: `) as unknown,
    });
  });

  it.each(['keys.json', 'layers/chart.csv', 'project.json'])(
    'is not written into a project: %s',
    async (name) => {
      const project = path.join(dir, 'p');
      const store = await create(project);
      await store.close();
      const before = await readFile(path.join(project, 'project.json'));
      const written = await writeWhole(path.join(project, name), ['x']);
      expect(written).toMatchObject({
        ok: false,
        error: expect.stringContaining(`lies in the project ${project}`) as unknown,
      });
      expect(await readFile(path.join(project, 'project.json'))).toEqual(before);
      expect(await readdir(project)).not.toContain('keys.json');
    },
  );
});
