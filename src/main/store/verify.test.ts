import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { OpDraft } from '../../core/log/op.ts';
import { addArticle } from '../../core/log/project-ops.ts';
import type { Json } from '../../core/model/json.ts';
import { encodeLine } from './log-line.ts';
import { originalName } from './put-articles.ts';
import { seal, unseal } from './sealed.ts';
import {
  ANA,
  addArticles,
  article,
  create,
  mark,
  must,
  open,
  REPLICA,
  TEXT,
  withFolder,
} from './testing/project.ts';
import { verifyProject } from './verify.ts';

const LOG = `log/${REPLICA}/layer.${ANA}.jsonl`;

/** Makes a closed project, damages it, and says what verify finds. */
async function found(
  damage: (dir: string) => Promise<unknown>,
  draft: OpDraft = mark('a1', 'x1'),
): Promise<readonly string[]> {
  return withFolder(async (folder) => {
    const dir = `${folder}/p`;
    const store = await create(dir);
    await addArticles(store, ['a1', 'a2']);
    const original = { bytes: Buffer.from('<p>raw</p>'), ext: 'html' };
    const sidecar = { original: originalName(original) };
    must(await store.putArticle('a2', { text: TEXT, sidecar, original }));
    must(await store.commit(ANA, [draft], { label: 'Add' }));
    must(await store.commit(ANA, [mark('a1', 'x2')], { label: 'Add' }));
    must(await store.close());
    await damage(dir);
    const { ok, problems } = must(await verifyProject(dir));
    expect(ok).toBe(problems.length === 0);
    return problems.map(({ file, line, message }) =>
      line === undefined ? `${file}: ${message}` : `${file}:${line}: ${message}`,
    );
  });
}

async function change(file: string, edit: (text: string) => string): Promise<void> {
  await writeFile(file, edit(await readFile(file, 'utf8')));
}

function withSpans(spans: Json, quote: Json): OpDraft {
  const draft = mark('a1', 'x1');
  const anchor = draft.p['spans'] as { readonly [name: string]: Json };
  return { ...draft, p: { ...draft.p, spans: { ...anchor, spans, quote } } };
}

describe('verify', () => {
  it('finds nothing in a sound project', async () => {
    expect(await found(async () => undefined)).toEqual([]);
  });

  it('names the file an article was read from where it is gone, and where it is another', async () => {
    const name = originalName({ bytes: Buffer.from('<p>raw</p>'), ext: 'html' });
    const original = `articles/originals/${name}`;
    expect(await found((dir) => rm(`${dir}/${original}`))).toEqual([
      `${original}: The file that “Article a2” was read from is missing. Its text is not affected.`,
    ]);
    expect(await found((dir) => rm(`${dir}/articles/originals`, { recursive: true }))).toHaveLength(
      1,
    );
    expect(await found((dir) => writeFile(`${dir}/${original}`, 'other'))).toEqual([
      `${original}: This is not the file that was imported: its hash is not its name.`,
    ]);
  });

  it.each([
    ['a log', LOG, 'This line is damaged: its checksum does not fit.'],
    ['a layer', `layers/a1/${ANA}.json`, 'its checksum does not fit its content'],
    ['the project', 'project.json', 'its checksum does not fit its content'],
    ['a history', `history/${ANA}.json`, 'its checksum does not fit its content'],
    ['an import record', 'articles/a1.json', 'This file is damaged'],
  ])('finds a changed letter in %s', async (_, file, message) => {
    const problems = await found((dir) =>
      change(`${dir}/${file}`, (text) => {
        const at = text.lastIndexOf('a');
        return `${text.slice(0, at)}b${text.slice(at + 1)}`;
      }),
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
    expect(problems[0]).toContain(file);
  });

  it('finds a changed, a missing and an unreadable text, and a missing import record', async () => {
    const text = (dir: string) => `${dir}/articles/a1.txt`;
    expect(await found((dir) => change(text(dir), (one) => `${one}!`))).toEqual([
      'articles/a1.txt: This is not the text that was imported.',
    ]);
    expect(await found((dir) => rm(text(dir)))).toEqual([
      'articles/a1.txt: The text of this article is missing.',
    ]);
    const problems = await found((dir) => rm(`${dir}/articles/a2.json`));
    expect(problems).toEqual(['articles/a2.json: The import record of this article is missing.']);
  });

  it('finds a quote that is not in the text, and a place that is outside of it', async () => {
    const nothing = async () => undefined;
    const quote = await found(nothing, withSpans([[4, 12]], ['Minister']));
    expect(quote.join('\n')).toMatch(
      /layers\/a1\/.*Annotation x1 does not fit its text.*Minister/u,
    );
    const range = await found(nothing, withSpans([[4, 9_000]], ['x']));
    expect(range.join('\n')).toContain('out-of-range');
    const nonsense = await found(nothing, withSpans('x', 'y'));
    expect(nonsense.join('\n')).toContain('cannot be read');
  });

  it('finds a line that was rewritten with a right checksum', async () => {
    const problems = await found((dir) =>
      change(`${dir}/${LOG}`, (text) => {
        const lines = text.split('\n');
        const op = (lines[1] ?? '').slice(20, -1).replace('"claim"', '"threat"');
        lines[1] = encodeLine(op).toString().trimEnd();
        return lines.join('\n');
      }),
    );
    expect(problems).toContain(
      `${LOG}:3: The chain is broken: op 2 does not follow from the line before it.`,
    );
    expect(problems).toHaveLength(1);
  });

  it('finds lines that were removed or swapped, and a log that is gone', async () => {
    const lines = (edit: (lines: string[]) => string[]) => (dir: string) =>
      change(`${dir}/${LOG}`, (text) => edit(text.split('\n')).join('\n'));
    expect(await found(lines((all) => all.toSpliced(1, 1)))).toEqual([
      `${LOG}:2: The chain is broken: ops 1 to 1 are missing.`,
    ]);
    const swap = ([header = '', first = '', second = '', ...rest]: string[]) => [
      header,
      second,
      first,
      ...rest,
    ];
    expect(await found(lines(swap))).toEqual([
      `${LOG}:2: The lines are not in their order: op 1 comes after op 2.`,
    ]);
    expect(await found(lines((all) => all.toSpliced(-2, 1)))).toEqual([
      expect.stringMatching(/^log\S+: Edit 2 is missing at its end\. What they came to is in/u),
    ]);
    expect(await found((dir) => rm(`${dir}/${LOG}`))).toEqual([
      expect.stringMatching(/^log\S+: This log is missing\. What its 2 edits came to is in/u),
    ]);
  });

  it.each([
    ['all logs', 'log', 2],
    ['the log of the project', `log/${REPLICA}/project.jsonl`, 1],
    ['the log of a layer', LOG, 1],
  ])('has no complaint any more once a project was opened that lost %s', async (_, lost, count) => {
    await withFolder(async (folder) => {
      const dir = `${folder}/p`;
      const store = await create(dir);
      const both = [addArticle(article('a1')), mark('a1', 'x1')];
      must(await store.putArticles([{ articleId: 'a1', text: TEXT, sidecar: {} }]));
      must(await store.commit(ANA, both, { label: 'Import' }));
      must(await store.close());
      await rm(`${dir}/${lost}`, { recursive: true });
      const before = must(await verifyProject(dir));
      expect(before.problems.map(({ message }) => message.slice(0, 20))).toEqual(
        Array.from({ length: count }, () => 'This log is missing.'),
      );
      for (const more of [[], [mark('a1', 'x2')]]) {
        const again = await open(dir);
        expect(again.counts('a1').get(ANA)?.annotations).toBe(1);
        must(await again.commit(ANA, more, { label: 'Add' }));
        must(await again.close());
        expect(must(await verifyProject(dir)).problems).toEqual([]);
      }
    });
  });

  it.each([
    'project.json',
    'project.json.bak',
    `layers/a1/${ANA}.json`,
    `history/${ANA}.json`,
    LOG,
    'articles/a1.txt',
    'articles/a1.json',
  ])('names %s where a folder stands in its place, and goes on', async (file) => {
    const problems = await found(async (dir) => {
      await rm(`${dir}/${file}`, { force: true });
      await mkdir(`${dir}/${file}`);
    });
    expect(problems).toEqual([
      `${file}: This cannot be read: a folder stands in its place (EISDIR).`,
    ]);
  });

  it('says of what is no project that it is none', async () => {
    await withFolder(async (folder) => {
      const message = async (dir: string): Promise<string> => {
        const done = await verifyProject(dir);
        return done.ok ? '' : done.error.message;
      };
      expect(await message(`${folder}/none`)).toBe(`There is no folder ${folder}/none.`);
      await writeFile(`${folder}/a.txt`, 'x');
      expect(await message(folder)).toBe('This folder is not a Verbale project.');
      expect(await message(`${folder}/a.txt`)).toContain(
        'is a file; a Verbale project is a folder',
      );
      for (const name of ['articles', 'layers'])
        await mkdir(`${folder}/${name}/x`, { recursive: true });
      expect(await message(folder)).toContain('Put project.json or log/ back from a copy');
    });
  });

  it('finds a snapshot or a history that is missing', async () => {
    const layer = `layers/a1/${ANA}.json`;
    expect(await found((dir) => rm(`${dir}/${layer}`))).toEqual([
      `${layer}: This file is missing.`,
    ]);
    const history = `history/${ANA}.json`;
    expect(await found((dir) => rm(`${dir}/${history}`))).toEqual([
      `${history}: This file is missing.`,
    ]);
    expect(await found((dir) => rm(`${dir}/project.json`))).toEqual([
      'project.json: This file is missing.',
    ]);
  });

  it('finds a snapshot that was rewritten with a right checksum, and names the record', async () => {
    const rewrite = (file: string, from: string, to: string) => async (dir: string) => {
      const opened = unseal(await readFile(`${dir}/${file}`));
      if (!opened.ok) throw new Error(opened.reason);
      const text = JSON.stringify(opened.data);
      expect(text).toContain(from);
      const data = JSON.parse(text.replace(from, to)) as Json;
      await writeFile(`${dir}/${file}`, seal(opened.seal.kind, opened.seal.version, data));
    };
    const layer = `layers/a1/${ANA}.json`;
    expect(await found(rewrite(layer, '"quote":["minister"]', '"quote":["Minister"]'))).toEqual([
      `${layer}: The log says something else of annotation a1/x1.`,
    ]);
    expect(await found(rewrite(layer, '"x2":[', '"x3":['))).toEqual([
      `${layer}: The log says something else of annotation a1/x2 and 1 more.`,
    ]);
    expect(await found(rewrite('project.json', 'Article a1', 'Article A1'))).toEqual([
      'project.json: The log says something else of article a1.',
    ]);
    expect(await found(rewrite('project.json', '"annotations":2', '"annotations":3'))).toEqual([
      `project.json: The counts of ${layer} are wrong.`,
    ]);
  });

  it.each([
    'notes.docx',
    'articles/a1 (copy).txt',
    'layers/notes.txt',
    `layers/a1/${ANA} (conflicted copy).json`,
    `layers/a1/${ANA}.txt`,
    `log/${REPLICA}/more.txt`,
    'history/all.csv',
  ])('finds %s, which is not of the project', async (file) => {
    expect(await found((dir) => writeFile(`${dir}/${file}`, '{}'))).toEqual([
      `${file}: This is not part of the project, and Verbale does not read it.`,
    ]);
  });

  it('leaves hidden files, old backups and texts that nobody refers to alone', async () => {
    const problems = await found(async (dir) => {
      await mkdir(`${dir}/backups/old`, { recursive: true });
      await mkdir(`${dir}/search`);
      await writeFile(`${dir}/search/${REPLICA}.db-wal`, '');
      await writeFile(`${dir}/.DS_Store`, '');
      await writeFile(`${dir}/layers/Thumbs.db`, '');
      await writeFile(`${dir}/articles/a9.txt`, 'never committed');
    });
    expect(problems).toEqual([]);
  });

  it('takes an edit cut short by a crash for what it is', () =>
    withFolder(async (folder) => {
      const dir = `${folder}/p`;
      const store = await create(dir);
      must(await store.commit(ANA, [mark('a1', 'x1')], { label: 'Add' }));
      must(await store.close());
      await change(`${dir}/${LOG}`, (text) => `${text}{"c":"00`);
      const verified = must(await verifyProject(dir));
      expect(verified.problems).toEqual([]);
      expect(verified.notices).toEqual([`${LOG} ends in an edit that was never saved completely.`]);
    }));
});
