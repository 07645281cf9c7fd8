import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCodebook } from '../../core/codebook/check-codebook.ts';
import { EVERYTHING } from '../../core/datasets/choice.ts';
import type { Format } from '../../core/formats/format.ts';
import { FORMATS, findFormat } from '../../core/formats/index.ts';
import { annotationFrom } from '../../core/log/annotation-ops.ts';
import { analystId } from '../../core/model/analyst.ts';
import { codebookOf, codebookVersionsOf } from './codebook-view.ts';
import { exportDataset } from './export-dataset.ts';
import { type ImportedFiles, importFiles } from './import-files.ts';
import type { NameRequest } from './import-names.ts';
import { createWorkspace } from './open-workspace.ts';
import { analystsOf, articlesOf } from './project-view.ts';
import { type Desk, startDesk, valueOf } from './testing/desk.ts';
import { readHere } from './testing/read-here.ts';
import type { Workspace } from './workspace.ts';

const TEXT = 'Moscow would answer . Brussels waits .\n';
const NOW = Date.parse('2026-11-22T10:00:00.000Z');
const MOSCOW = { label: 'ORG', spans: [[0, 6]], quote: ['Moscow'] };
const BRUSSELS = { label: 'Threats', spans: [[22, 30]], quote: ['Brussels'] };

let dir = '';
const open: Workspace[] = [];
const desks: Desk[] = [];

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'verbale-names-'));
});

afterEach(async () => {
  for (const { store } of open.splice(0)) await store.close();
  for (const desk of desks.splice(0)) await desk.close();
  await rm(dir, { recursive: true, force: true });
});

async function project(name: string): Promise<Workspace> {
  const options = { replica: 'r-test', application: 'test', clock: () => NOW };
  const made = await createWorkspace(path.join(dir, name), name, 'Ana Lyst', options);
  if (!made.ok) throw new Error(made.error.message);
  open.push(made.value);
  return made.value;
}

async function file(name: string, ...lines: readonly object[]): Promise<string> {
  const written = path.join(dir, name);
  await writeFile(written, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return written;
}

function names(request: Partial<NameRequest> & { map?: Readonly<Record<string, string>> }) {
  const labels = new Map(Object.entries(request.map ?? {}));
  return { labels, unmatched: 'create', mayBeNew: false, ...request } as const;
}

async function brought(
  { store, me }: Workspace,
  given: string,
  request?: NameRequest,
  format?: string,
): Promise<ImportedFiles | string> {
  const done = await importFiles(store, {
    me,
    files: [given],
    format,
    now: NOW,
    names: request,
    readArticles: readHere,
  });
  return done.ok ? done.value : done.error;
}

async function bring(...given: Parameters<typeof brought>): Promise<ImportedFiles> {
  const done = await brought(...given);
  if (typeof done === 'string') throw new Error(done);
  return done;
}

async function exported({ store }: Workspace, format: Format, name: string): Promise<string> {
  const out = path.join(dir, name);
  const options = { offsetUnit: format.offsetUnit };
  const task = { format, options, choice: EVERYTHING, me: '' };
  const done = await exportDataset(store, task, out, { at: new Date(NOW).toISOString() });
  if (!done.ok) throw new Error(done.error);
  return out;
}

async function everything(workspace: Workspace): Promise<string> {
  const jsonl = findFormat('jsonl');
  if (jsonl === undefined) throw new Error('no jsonl');
  const out = await exported(workspace, jsonl, 'all.jsonl');
  return `${await readFile(out, 'utf8')}${JSON.stringify(codebookOf(workspace.store))}`;
}

async function marksOf({ store }: Workspace, article: string, analyst: string): Promise<string[]> {
  const layer = await store.layer(article, analyst);
  if (!layer.ok) throw new Error(layer.error.message);
  return [...(layer.value.get('annotation') ?? [])].flatMap(([record, fields]) => {
    const one = annotationFrom(`layer.${analyst}`, record, fields);
    return one === undefined
      ? []
      : `${one.label} ${one.anchor.quote.join()} v${one.codebookVersion}`;
  });
}

async function marks(workspace: Workspace): Promise<string[]> {
  const { store } = workspace;
  const layers = articlesOf(store).flatMap((article) =>
    analystsOf(store).map((analyst) => marksOf(workspace, article.id, analyst.id)),
  );
  return (await Promise.all(layers)).flat().sort();
}

const TWO_WAY = FORMATS.filter(({ read, write }) => read !== undefined && write !== undefined);

describe('the same file twice changes nothing', () => {
  it.each(TWO_WAY.map((format) => [format.id, format] as const))(
    '%s, with its names mapped, and as they are',
    async (id, format) => {
      const from = await project('from');
      const line = { id: 'art-1', text: TEXT, annotations: [MOSCOW, BRUSSELS] };
      await bring(from, await file('a.jsonl', line));
      const name = `out${format.layout === 'folder' ? '' : (format.extensions[0] ?? '')}`;
      const out = await exported(from, format, name);
      for (const request of [undefined, names({ map: { ORG: 'Actor', Threat: 'Claim' } })]) {
        const to = await project(`to-${request === undefined ? 'plain' : 'mapped'}`);
        const asked = format.layout === 'folder' ? undefined : id;
        const first = await bring(to, out, request, asked);
        expect(first.failed).toEqual([]);
        const before = await everything(to);
        expect((await marks(to)).map((one) => one.replace(/ v\d+$/u, ''))).toEqual(
          request === undefined
            ? ['org Moscow', 'threat Brussels']
            : ['actor Moscow', 'claim Brussels'],
        );
        const second = await bring(to, out, request, asked);
        expect(second.imported).toEqual([]);
        expect(second.failed).toEqual([]);
        expect(await everything(to)).toBe(before);
      }
    },
    30_000,
  );
});

describe('labels that the codebook lacks', () => {
  const line = { id: 'art-1', text: TEXT, annotations: [MOSCOW, BRUSSELS] };

  it('become one version of it, and one undo takes it back with the import', async () => {
    const desk = await project('made');
    const { version } = codebookOf(desk.store);
    const done = await bring(
      desk,
      await file('a.jsonl', line, { ...line, id: 'b', text: `${TEXT}!` }),
    );
    expect(done.imported[0]?.warnings).toEqual([
      'line 1: New in the codebook: ORG.',
      'line 1: The label “Threats” came in as “Threat”.',
    ]);
    expect(done.imported[1]?.warnings).toEqual([]);
    const codebook = codebookOf(desk.store);
    expect(codebook.version).toBe(version + 1);
    expect(checkCodebook(codebook)).toEqual([]);
    expect(codebookVersionsOf(desk.store).at(-1)).toMatchObject({
      number: version + 1,
      by: desk.me.id,
      summary: 'Import: ORG',
    });
    expect(await marks(desk)).toEqual([
      `org Moscow v${version + 1}`,
      `org Moscow v${version + 1}`,
      `threat Brussels v${version}`,
      `threat Brussels v${version}`,
    ]);
    const undone = await desk.store.undo(desk.me.id);
    expect(undone.ok).toBe(true);
    expect(codebookOf(desk.store)).toMatchObject({ version });
    expect(codebookOf(desk.store).labels.some(({ name }) => name === 'ORG')).toBe(false);
    expect(articlesOf(desk.store)).toEqual([]);
  });

  it('are not made where their annotations are here already', async () => {
    const desk = await project('twice');
    const given = await file('a.jsonl', { ...line, annotations: [{ ...MOSCOW, id: 'm' }] });
    await bring(desk, given, names({ map: { ORG: 'Actor' } }));
    const before = await everything(desk);
    const again = await bring(desk, given);
    expect(again.skipped[0]?.reason).toContain('The annotation m is here already and differs');
    expect(await everything(desk)).toBe(before);
  });

  it('are refused with the list of them where none may be made', async () => {
    const desk = await project('kept');
    const given = await file('a.jsonl', line);
    const done = await bring(desk, given, names({ unmatched: 'ask' }));
    expect(done.failed).toEqual([
      {
        file: given,
        reason:
          'The codebook has no label like these of the file: ORG (1 ×). Nothing of it came in. Say what they are with --label FOREIGN=OURS, leave them out with --label FOREIGN=, or give --create-labels.',
      },
    ]);
    expect(articlesOf(desk.store)).toEqual([]);
  });

  it.each([
    [{ ORG: 'Actr' }, false, '“ORG” cannot become “Actr”'],
    [
      { ORGS: 'Actor' },
      false,
      'No file has a label “ORGS”, which --label names. The files have: ORG',
    ],
  ])('%j is taken for a slip', async (map, mayBeNew, words) => {
    const desk = await project('slip');
    const done = await brought(desk, await file('a.jsonl', line), names({ map, mayBeNew }));
    expect(done).toContain(words);
    expect(done).toContain('Nothing was imported');
    expect(articlesOf(desk.store)).toEqual([]);
  });

  it('get the name that is asked for', async () => {
    const desk = await project('named');
    const request = names({ map: { ORG: 'Organisation' }, mayBeNew: true });
    await bring(desk, await file('a.jsonl', line), request);
    expect(codebookOf(desk.store).labels.at(-1)).toMatchObject({ name: 'Organisation' });
    expect((await marks(desk))[0]).toContain('organisation Moscow');
  });
});

describe('what is left out', () => {
  const line = { id: 'art-1', text: TEXT, annotations: [{ ...MOSCOW, id: 'm' }, BRUSSELS] };
  const request = names({ map: { ORG: '' } });

  it('is counted and kept with the article, also of one that is here; twice changes nothing', async () => {
    const desk = await project('left');
    await bring(desk, await file('t.jsonl', { id: 'art-1', text: TEXT }));
    const given = await file('a.jsonl', line);
    const done = await bring(desk, given, request);
    expect(done.imported).toMatchObject([
      {
        annotations: 1,
        warnings: [
          'line 1: The label “Threats” came in as “Threat”.',
          'line 1: Left out, and kept with the article’s import record: 1 × label ORG.',
        ],
      },
    ]);
    const kept = JSON.stringify(articlesOf(desk.store)[0]?.source);
    expect(kept).toContain('"path":"label ORG"');
    expect(kept).toContain('"quote":["Moscow"]');
    const before = await everything(desk);
    expect((await bring(desk, given, request)).imported).toEqual([]);
    expect(await everything(desk)).toBe(before);
    expect(JSON.stringify(articlesOf(desk.store)[0]?.source)).toBe(kept);
  });

  it('is kept with an article that comes with it', async () => {
    const desk = await project('new');
    await bring(desk, await file('a.jsonl', line), request);
    expect(JSON.stringify(articlesOf(desk.store)[0]?.source)).toContain('"path":"label ORG"');
    expect(codebookOf(desk.store).labels.some(({ name }) => name === 'ORG')).toBe(false);
  });
});

describe('the foreign annotator', () => {
  it('stays an analyst of their own, whatever they are called', async () => {
    const desk = await project('people');
    const hostile = [
      '../../etc',
      '__proto__',
      'con',
      '\u202eanel',
      '',
      '  ',
      'Lena',
      ' Lena ',
      'LENA',
    ];
    const annotations = hostile.map((analyst, index) => ({ ...MOSCOW, id: `a${index}`, analyst }));
    const done = await bring(desk, await file('a.jsonl', { id: 'art-1', text: TEXT, annotations }));
    expect(done.imported).toMatchObject([{ annotations: hostile.length - done.failed.length }]);
    const ids = analystsOf(desk.store).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/u);
    for (const { name } of analystsOf(desk.store)) expect(name.trim()).not.toBe('');
    const layer = await desk.store.layer('art-1', analystId('Lena'));
    expect(layer.ok && layer.value.get('annotation')?.size).toBe(2);
  });
});

describe('the window', () => {
  async function preview(): Promise<{ desk: Desk; batch: string; given: string }> {
    const desk = await startDesk();
    desks.push(desk);
    desk.answers.newProject = path.join(dir, 'window');
    valueOf(await desk.call('project.create', { name: 'window' }));
    const given = await file('a.jsonl', {
      id: 'art-1',
      text: TEXT,
      annotations: [MOSCOW, BRUSSELS],
    });
    const { batch } = valueOf(await desk.call('import.read', { paths: [given] }));
    await expect
      .poll(() => desk.events.some((one) => one.type === 'import' && one.finished))
      .toBe(true);
    return { desk, batch, given };
  }

  it('lists the names with a suggestion, and does as it is told', async () => {
    const { desk, batch } = await preview();
    const items = desk.events.flatMap((one) => (one.type === 'import' ? one.items : []));
    expect(items.at(-1)).toMatchObject({ names: 2, unmatched: ['ORG'] });
    const { names: listed } = valueOf(await desk.call('import.names', { batch, key: '0' }));
    expect(listed).toEqual([
      { kind: 'label', name: 'ORG', count: 1, example: 'Moscow' },
      {
        kind: 'label',
        name: 'Threats',
        count: 1,
        example: 'Brussels',
        match: { to: 'threat', how: 'alike' },
      },
    ]);
    const choices = [{ kind: 'label', name: 'ORG', choice: { do: 'map', to: 'actor' } }] as const;
    const { result } = valueOf(
      await desk.call('import.apply', { batch, items: [{ key: '0' }], names: [...choices] }),
    );
    expect(result.imported).toMatchObject([{ annotations: 2 }]);
  });

  it('imports nothing while something is undecided, and can be asked again', async () => {
    const { desk, batch } = await preview();
    const items = [{ key: '0' }];
    const refused = await desk.call('import.apply', { batch, items, names: [] });
    expect(refused).toMatchObject({
      ok: false,
      error: {
        message: 'Nothing was imported. Say first what these labels are to become: ORG (1 ×).',
      },
    });
    const create = [{ kind: 'label', name: 'ORG', choice: { do: 'create' } }] as const;
    const { project: after } = valueOf(
      await desk.call('import.apply', { batch, items, names: [...create] }),
    );
    expect(after.codebook.labels.at(-1)).toMatchObject({ name: 'ORG' });
  });

  it('asks what offsets count that no quote proves, and reads the file in the unit of the answer', async () => {
    const desk = await startDesk();
    desks.push(desk);
    desk.answers.newProject = path.join(dir, 'units');
    valueOf(await desk.call('project.create', { name: 'units' }));
    const text = '\u{1f680} Ana went home.';
    const given = path.join(dir, 'd.jsonl');
    await writeFile(
      given,
      `${JSON.stringify({
        id: 1,
        text,
        label: [
          [2, 5, 'Actor'],
          [16, 17, 'Claim'],
        ],
      })}\n`,
    );
    const { batch } = valueOf(await desk.call('import.read', { paths: [given] }));
    await expect
      .poll(() => desk.events.some((one) => one.type === 'import' && one.finished))
      .toBe(true);
    const items = desk.events.flatMap((one) => (one.type === 'import' ? one.items : []));
    expect(items.at(-1)).toMatchObject({ offsetUnit: 'utf16', kind: 'doccano JSON lines' });
    const { units } = valueOf(await desk.call('import.units', { batch, key: '0' }));
    expect(units).toEqual([
      { unit: 'codePoint', quotes: ['Ana'], refused: 1 },
      { unit: 'utf16', quotes: [' An', '.'], refused: 0 },
      { unit: 'utf8', quotes: ['m'], refused: 1 },
      { unit: 'grapheme', quotes: ['Ana'], refused: 1 },
    ]);
    const { item } = valueOf(
      await desk.call('import.readIn', { batch, key: '0', unit: 'codePoint' }),
    );
    expect(item).toMatchObject({ offsetUnit: 'codePoint', annotations: 1, state: 'ready' });
    const { result } = valueOf(
      await desk.call('import.apply', { batch, items: [{ key: '0' }], names: [] }),
    );
    expect(result).toMatchObject({ imported: [{ annotations: 1 }], failed: [{}] });
  });
});
