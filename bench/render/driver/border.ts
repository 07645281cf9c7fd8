import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
// oxlint-disable-next-line eslint/no-restricted-imports -- a program of its own, not the app
import { ipcMain } from 'electron';
import { addAnnotation } from '../../../src/core/log/annotation-ops.ts';
import type { Annotation } from '../../../src/core/model/annotation.ts';
import type { Output } from '../../../src/ipc/contract.ts';
import { createDispatcher, type Handlers } from '../../../src/ipc/server.ts';
import type { BorderResult } from '../job.ts';
import { makeWork } from '../work.ts';
import { openPage } from './page.ts';

const ROUNDS = 7;
const TICK_MS = 5;
const LONG_MS = 50;
const AT = '2026-01-01T00:00:00.000Z';
const STAMP = '0000000000001-0000-benchmark';

type Opened = Output<'article.read'>;
type OpenedRecord = Opened['layer'][string][string];

/** The article of cell L10k as the store would hand it out: 2 M characters, 10,000 annotations. */
function makeArticle(): Opened {
  const { text, spans } = makeWork('L10k');
  const records = spans.map(({ id, start, end }): [string, OpenedRecord] => {
    const annotation: Annotation = {
      id,
      articleId: 'bench',
      analyst: 'ana',
      label: 'claim',
      anchor: {
        spans: [[start, end]],
        quote: [text.slice(start, end)],
        prefix: text.slice(Math.max(0, start - 32), start),
        suffix: text.slice(end, end + 32),
      },
      attributes: { source: 'spokesperson', certainty: 'high' },
      note: '',
      origin: { kind: 'manual' },
      codebookVersion: 1,
      createdAt: AT,
      updatedAt: AT,
    };
    const fields = Object.entries(addAnnotation(annotation).p);
    const registers = fields.map(([name, value]) => [name, { value, stamp: STAMP }]);
    return [id, Object.fromEntries(registers) as OpenedRecord];
  });
  return {
    articleId: 'bench',
    text,
    analyst: { id: 'ana', name: 'Ana' },
    layer: { annotation: Object.fromEntries(records) },
    comments: [],
    notices: [],
  };
}

/** Notes for how long this process answered nobody. */
function watchLoop(): { readonly stop: () => number[] } {
  const stops: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - last - TICK_MS > LONG_MS) stops.push(now - last - TICK_MS);
    last = now;
  }, TICK_MS);
  return {
    stop() {
      clearInterval(timer);
      return stops;
    },
  };
}

/** Opens an article over the real border: preload, dispatcher, schemas and client as in the app. */
export async function measureBorder(pages: string, preload: string): Promise<BorderResult> {
  const article = makeArticle();
  const handlers = {
    'article.read': () => Promise.resolve({ ok: true, value: article }),
  } as unknown as Handlers;
  const report = (method: string, cause: unknown): void => {
    process.stderr.write(`${method}: ${String(cause)}\n`);
  };
  const dispatch = createDispatcher(handlers, report, nextTurn);
  ipcMain.handle('call', (_event, method: string, payload: string) => dispatch(method, payload));
  const page = await openPage(pages, preload);
  const opened: number[] = [];
  const parsed: number[] = [];
  let bytes = 0;
  const loop = watchLoop();
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      await sleep(200);
      const one = await page.call('openOverBorder');
      opened.push(one.opened);
      parsed.push(one.parsed);
      ({ bytes } = one);
    }
  } finally {
    page.close();
    ipcMain.removeHandler('call');
  }
  return { opened, parsed, bytes, mainStops: loop.stop() };
}
