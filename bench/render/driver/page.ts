import path from 'node:path';
// oxlint-disable-next-line eslint/no-restricted-imports -- a program of its own, not the app
import { app, BrowserWindow } from 'electron';
import type { Bench } from '../page/main.ts';

/** What a technique may take for one step before it counts as failed, in milliseconds. */
const LIMIT_MS = 30_000;

/** A fresh window with the built page in it. */
export interface BenchPage {
  readonly window: BrowserWindow;
  /** Runs an expression over `bench` in the page. */
  readonly run: <T>(work: (bench: Bench) => T) => Promise<Awaited<T>>;
  /** As `run`, with the arguments put in as JSON. */
  readonly call: <K extends keyof Bench>(
    name: K,
    ...args: Parameters<Bench[K]>
  ) => Promise<Awaited<ReturnType<Bench[K]>>>;
  /** CPU of the renderer's main thread so far, in milliseconds of thread time. */
  readonly cpu: () => Promise<number>;
  readonly collectGarbage: () => Promise<void>;
  /** Resident memory of the renderer, in kilobytes. */
  readonly memory: () => number;
  readonly send: (method: string, parameters?: object) => Promise<unknown>;
  readonly close: () => void;
}

function within<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not done in 30 s`)), LIMIT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

interface Metrics {
  readonly metrics: readonly { readonly name: string; readonly value: number }[];
}

/** Opens the page in a window, and so in a process, of its own. */
export async function openPage(pages: string, preload?: string): Promise<BenchPage> {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    useContentSize: true,
    frame: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      backgroundThrottling: false,
      spellcheck: false,
      ...(preload === undefined ? {} : { preload }),
    },
  });
  const { webContents } = window;
  await window.loadFile(path.join(pages, 'index.html'));
  webContents.debugger.attach('1.3');
  const send = (method: string, parameters: object = {}): Promise<unknown> =>
    webContents.debugger.sendCommand(method, parameters);
  // Out of the way of the text: what lies under a pointer by chance would be hovered.
  webContents.sendInputEvent({ type: 'mouseMove', x: 2, y: 2 });
  await send('Performance.enable', { timeDomain: 'threadTicks' });
  const gone = new Promise<never>((_resolve, reject) => {
    webContents.once('render-process-gone', (_event, { reason }) => {
      reject(new Error(`The page ended: ${reason}.`));
    });
  });
  // Told to whoever waits for the page when it happens; nobody need wait.
  gone.catch(() => undefined);
  const evaluate = (code: string, what: string): Promise<unknown> => {
    const work: Promise<unknown> = webContents.executeJavaScript(code);
    return within(Promise.race([work, gone]), what);
  };
  return {
    window,
    send,
    run: (work) => evaluate(`(${String(work)})(window.bench)`, 'run') as never,
    call: (name, ...args) =>
      evaluate(`window.bench.${name}(...${JSON.stringify(args)})`, name) as never,
    async cpu() {
      const { metrics } = (await send('Performance.getMetrics')) as Metrics;
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
    },
    async collectGarbage() {
      await send('HeapProfiler.collectGarbage');
    },
    memory() {
      const pid = webContents.getOSProcessId();
      const found = app.getAppMetrics().find((one) => one.pid === pid);
      return found?.memory.workingSetSize ?? Number.NaN;
    },
    close: () => window.destroy(),
  };
}
