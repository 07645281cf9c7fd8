import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFolder } from './folder.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verbale-folder-'));
  for (const folder of ['b/inner', '.hidden', 'old.verbale/articles', 'deep/deep/deep']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  for (const file of [
    'z.txt',
    'a.HTML',
    'b/c.md',
    'b/inner/d.mhtml',
    'b/x.png',
    '.secret.txt',
    '.hidden/e.txt',
    'old.verbale/articles/f.txt',
    'deep/deep/deep/g.txt',
    'h.jsonl',
  ]) {
    writeFileSync(join(root, file), 'x');
  }
  symlinkSync(root, join(root, 'circle'));
  symlinkSync('/etc/hosts', join(root, 'link.txt'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

async function list(limits = {}) {
  const result = await listFolder(root, limits);
  if (!result.ok) {
    throw new Error(result.error.message);
  }
  return {
    files: result.value.files.map((file) => relative(root, file)),
    skipped: result.value.skipped.map(({ path, reason }) => `${relative(root, path)}: ${reason}`),
    more: result.value.more,
  };
}

describe('a folder', () => {
  it('gives the files that can be imported, and says what it left out', async () => {
    expect(await list()).toEqual({
      files: [
        'a.HTML',
        join('b', 'c.md'),
        join('b', 'inner', 'd.mhtml'),
        join('deep', 'deep', 'deep', 'g.txt'),
        'h.jsonl',
        'z.txt',
      ],
      skipped: [
        `${join('b', 'x.png')}: not text`,
        'circle: a link',
        'link.txt: a link',
        'old.verbale: a Verbale project',
      ],
      more: false,
    });
  });

  it('passes over a project of whatever name, and is none itself', async () => {
    mkdirSync(join(root, 'b/inner/log'));
    writeFileSync(join(root, 'b/inner/project.json'), '{}');
    const { files, skipped } = await list();
    expect(files.join(' ')).not.toContain('inner');
    expect(skipped.join(' ')).toContain('inner');
    const itself = await listFolder(join(root, 'b/inner'));
    expect(itself.ok ? '' : itself.error.message).toContain('It is a Verbale project');
  });

  it.runIf(process.platform === 'linux')('says that a name is not UTF-8', async () => {
    const odd = Buffer.concat([
      Buffer.from(`${root}/caf`),
      Buffer.from([0xe9]),
      Buffer.from('.txt'),
    ]);
    writeFileSync(odd, 'x');
    writeFileSync(join(root, 'real\ufffd.txt'), 'x');
    const { files, skipped } = await list();
    expect(files).toContain('real\ufffd.txt');
    expect(files.join(' ')).not.toContain('caf');
    expect(skipped.join(' ')).toContain('its name is not UTF-8');
  });

  it('stops at its limits, and says so', async () => {
    expect(await list({ folderFiles: 2 })).toMatchObject({
      files: ['a.HTML', join('b', 'c.md')],
      more: true,
    });
    expect((await list({ folderDepth: 1 })).more).toBe(true);
  });

  it('that is not there is refused by name', async () => {
    expect(await listFolder(join(root, 'gone'))).toMatchObject({
      ok: false,
      error: { kind: 'unreadable' },
    });
  });
});
