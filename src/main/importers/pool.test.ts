import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportProgress } from './pool.ts';
import { createImportPool } from './pool.ts';
import { readArticles } from './read-articles.ts';
import type { WorkerRequest } from './worker-messages.ts';
import type { SpawnWorker, WorkerProcess } from './worker-process.ts';
import { nodeWorkers } from './worker-process.ts';

type Answer = (request: WorkerRequest, reply: (message: unknown) => void, exit: () => void) => void;

/** A worker without a process. `started` and `killed` count what the pool did. */
function inProcess(answer: Answer): { spawn: SpawnWorker; started: number; killed: number } {
  const seen = {
    started: 0,
    killed: 0,
    spawn: (): WorkerProcess => {
      seen.started += 1;
      let reply: (message: unknown) => void = () => undefined;
      let exit: () => void = () => undefined;
      return {
        send: (request) => {
          queueMicrotask(() => {
            answer(
              request,
              (message) => reply(message),
              () => exit(),
            );
          });
        },
        onMessage: (listener) => {
          reply = listener;
        },
        onExit: (listener) => {
          exit = listener;
        },
        kill: () => {
          seen.killed += 1;
          queueMicrotask(() => exit());
        },
      };
    },
  };
  return seen;
}

/** Reads for real; files called `hang…` never answer, `crash…` end the worker, `lie…` send nonsense. */
const honest: Answer = (request, reply, exit) => {
  if (request.path.startsWith('crash')) {
    exit();
  } else if (request.path.startsWith('lie')) {
    reply({ id: request.id, result: { ok: true, value: { text: 7 } } });
    reply({ id: request.id + 1, result: {} });
    reply('nonsense');
  } else if (!request.path.startsWith('hang')) {
    readArticles(request.path, request.bytes, request.options).then(
      (result) => {
        reply({ id: request.id, result });
      },
      () => {
        exit();
      },
    );
  }
};

const bytes = Buffer.from('Ministers meet again, and again.');
const jobs = (...paths: string[]) => paths.map((path) => ({ path, bytes }));
const summary = (results: Awaited<ReturnType<ReturnType<typeof createImportPool>['readAll']>>) =>
  results.map((result) =>
    result.ok
      ? (result.value.articles[0]?.file ?? '')
      : `${result.error.kind} ${result.error.file}`,
  );

describe('a pool', () => {
  it('gives one result for each file, in order, with two workers', async () => {
    const workers = inProcess(honest);
    const pool = createImportPool({ spawn: workers.spawn });
    const paths = Array.from({ length: 9 }, (_, index) => `${index}.txt`);
    expect(summary(await pool.readAll(jobs(...paths)))).toEqual(paths);
    expect(workers.started).toBe(2);
    expect(await pool.readAll([])).toEqual([]);
    pool.close();
    expect(workers.killed).toBe(2);
  });

  it('refuses by name what hangs, crashes or answers nonsense, and reads the rest', async () => {
    const workers = inProcess(honest);
    const pool = createImportPool({
      spawn: workers.spawn,
      limits: { milliseconds: 60 },
      workers: 1,
    });
    const results = await pool.readAll(
      jobs('a.txt', 'hang.html', 'b.txt', 'crash.html', 'lie.html', 'c.txt'),
    );
    expect(summary(results)).toEqual([
      'a.txt',
      'timeout hang.html',
      'b.txt',
      'crashed crash.html',
      'timeout lie.html',
      'c.txt',
    ]);
    expect(workers.started).toBe(4);
    const hung = results[1];
    expect(hung?.ok === false ? hung.error.message : '').toContain(
      '“hang.html” was not imported. Reading it took longer than 0.1 seconds',
    );
    pool.close();
  });

  it('waits for a reader that tells it gets on, but not for ever', async () => {
    const telling: Answer = (request, reply, exit) => {
      let left = request.path === 'endless.mbox' ? 1000 : 6;
      const beat = (): void => {
        reply({ id: request.id, alive: true });
        left -= 1;
        if (left > 0) setTimeout(beat, 20);
        else honest(request, reply, exit);
      };
      beat();
    };
    const limits = { milliseconds: 80, fileMilliseconds: 800 };
    const pool = createImportPool({ spawn: inProcess(telling).spawn, limits });
    expect(summary(await pool.readAll(jobs('long.mbox', 'endless.mbox')))).toEqual([
      'long.mbox',
      'timeout endless.mbox',
    ]);
    pool.close();
  });

  it('says where it is', async () => {
    const seen: ImportProgress[] = [];
    const pool = createImportPool({ spawn: inProcess(honest).spawn, workers: 1 });
    await pool.readAll([...jobs('a.txt'), { path: 'b.txt', bytes: Buffer.alloc(0) }], {
      onProgress: (progress) => seen.push(progress),
    });
    expect(seen.map(({ done, total, file, state }) => `${done}/${total} ${file} ${state}`)).toEqual(
      ['0/2 a.txt reading', '1/2 a.txt read', '1/2 b.txt reading', '2/2 b.txt refused'],
    );
  });

  it('stops when it is told to, and can be used again', async () => {
    const workers = inProcess(honest);
    const pool = createImportPool({ spawn: workers.spawn });
    const stop = new AbortController();
    const reading = pool.readAll(jobs('a.txt', 'hang.txt', 'hang2.txt', 'b.txt'), {
      signal: stop.signal,
    });
    setTimeout(() => {
      stop.abort();
    }, 30);
    expect(summary(await reading)).toEqual([
      'a.txt',
      'cancelled hang.txt',
      'cancelled hang2.txt',
      'cancelled b.txt',
    ]);
    expect(summary(await pool.readAll(jobs('c.txt')))).toEqual(['c.txt']);
    expect(summary(await pool.readAll(jobs('d.txt'), { signal: stop.signal }))).toEqual([
      'cancelled d.txt',
    ]);
  });

  it('answers two callers at once', async () => {
    const pool = createImportPool({ spawn: inProcess(honest).spawn, workers: 1 });
    const both = await Promise.all([
      pool.readAll(jobs('a.txt', 'b.txt')),
      pool.readAll(jobs('c.txt')),
    ]);
    expect(both.map(summary)).toEqual([['a.txt', 'b.txt'], ['c.txt']]);
  });

  it('refuses when no worker can be started', async () => {
    const pool = createImportPool({
      spawn: () => {
        throw new Error('no');
      },
    });
    expect(summary(await pool.readAll(jobs('a.txt')))).toEqual(['crashed a.txt']);
  });
});

describe('real processes', () => {
  let folder = '';
  let workerFile = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'verbale-pool-'));
    const cache = fileURLToPath(
      new URL('../../../node_modules/.cache/import-worker-test', import.meta.url),
    );
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        ssr: fileURLToPath(new URL('worker.ts', import.meta.url)),
        outDir: cache,
        emptyOutDir: true,
        rollupOptions: { output: { entryFileNames: 'worker.mjs' } },
      },
    });
    workerFile = join(cache, 'worker.mjs');
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('read files, and the charset a person chose', async () => {
    const path = join(folder, 'talks.html');
    writeFileSync(path, '<h1>Ministers meet</h1><p>They met.</p>');
    const pool = createImportPool({ spawn: nodeWorkers(workerFile, 512) });
    const results = await pool.readAll([
      { path },
      { path: 'a.txt', bytes: Buffer.from([0xcf, 0xf0]), charset: 'windows-1251' },
      { path: join(folder, 'gone.txt') },
    ]);
    expect(results).toMatchObject([
      { value: { articles: [{ text: 'Ministers meet\n\nThey met.', kind: 'html' }] } },
      { value: { articles: [{ text: 'Пр' }] } },
      { error: { kind: 'unreadable' } },
    ]);
    pool.close();
  }, 60_000);

  it('are ended by the clock and by the memory limit; the others go on', async () => {
    const slow = join(folder, 'slow.html');
    const big = join(folder, 'big.html');
    writeFileSync(
      slow,
      `<html>${'<p>The ministers met, and met again, by the lake.</p>'.repeat(30_000)}`,
    );
    writeFileSync(big, `<html>${'<p>a</p>'.repeat(90_000)}`);
    const impatient = createImportPool({
      spawn: nodeWorkers(workerFile, 512),
      limits: { milliseconds: 50 },
    });
    expect(await impatient.readAll([{ path: slow }])).toMatchObject([
      { error: { kind: 'timeout', file: slow } },
    ]);
    impatient.close();
    const small = createImportPool({ spawn: nodeWorkers(workerFile, 24), workers: 1 });
    const results = await small.readAll([{ path: big }, { path: 'a.txt', bytes }]);
    expect(summary(results)).toEqual([`crashed ${big}`, 'a.txt']);
    small.close();
  }, 60_000);

  it('read datasets in pieces; one that hangs or takes all memory is refused by name, the next is read', async () => {
    const options = { analyst: 'Ana', at: '', codebookVersion: 1, origin: { kind: 'import' } };
    const dataset = { what: 'read', options } as const;
    const line = (n: number): string =>
      `${JSON.stringify({ text: `${n} ${'Envoys met at the lake. '.repeat(400)}`, annotations: [{ label: 'Claim', start: 0, end: 1 }] })}\n`;
    const good = join(folder, 'good.jsonl');
    const bomb = join(folder, 'bomb.jsonl');
    writeFileSync(good, Array.from({ length: 100 }, (_, n) => line(n)).join(''));
    writeFileSync(
      bomb,
      `{"text":"a","annotations":[${'{"label":"x","start":0,"end":1},'.repeat(600_000)}{}]}\n`,
    );
    const pool = createImportPool({ spawn: nodeWorkers(workerFile, 64), workers: 1 });
    const pieces: number[] = [];
    const results = await pool.readAll(
      [bomb, good].map((path) => ({ path, dataset })),
      {
        onPieces: (index, { articles }) => {
          expect(index).toBe(1);
          pieces.push(articles.length);
        },
      },
    );
    expect(results).toMatchObject([
      { error: { kind: 'crashed', file: bomb } },
      { value: { dataset: { format: 'Verbale JSON Lines' } } },
    ]);
    const [lost] = results;
    expect(lost?.ok === false ? lost.error.message : '').toMatch(/“bomb\.jsonl” .*Split it/u);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.reduce((sum, count) => sum + count, 0)).toBe(100);
    pool.close();
    const impatient = createImportPool({
      spawn: nodeWorkers(workerFile, 512),
      limits: { milliseconds: 50, fileMilliseconds: 50 },
    });
    const [hung] = await impatient.readAll([{ path: bomb, dataset }]);
    expect(hung).toMatchObject({ error: { kind: 'timeout', file: bomb } });
    impatient.close();
  }, 120_000);
});
