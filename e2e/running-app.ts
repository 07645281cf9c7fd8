import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import { ROOT } from '../scripts/setup/root.mjs';
import { AnnotationsPage } from './pages/annotations.page.ts';
import { ArticleTextPage } from './pages/article-text.page.ts';
import { ArticlesPage } from './pages/articles.page.ts';
import { DetailsPage } from './pages/details.page.ts';
import { FirstPage } from './pages/first.page.ts';
import { ImportPage } from './pages/import.page.ts';
import { LabelsPage } from './pages/labels.page.ts';
import { StatusPage } from './pages/status.page.ts';
import { SystemDialogs } from './system-dialogs.ts';
import { type Trouble, watchTrouble } from './trouble.ts';

/** How an app is started. */
export interface LaunchOptions {
  /** Profile folder. */
  readonly userData: string;
  readonly project?: string;
  readonly analyst?: string;
  /** Further arguments, such as `--open-sample`. */
  readonly args?: readonly string[];
  /** Another app or another Electron than the checkout's. */
  readonly app?: string;
  readonly executable?: string;
  readonly sandbox?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

const QUIT_LIMIT_MS = 20_000;
const START_LIMIT_MS = 30_000;

/** The sandbox of Chromium does not run as root. */
const IS_ROOT = process.getuid?.() === 0;

/** An app that runs, and its window as people see it. */
export class RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly trouble: Trouble;
  readonly articles: ArticlesPage;
  readonly text: ArticleTextPage;
  readonly labels: LabelsPage;
  readonly annotations: AnnotationsPage;
  readonly details: DetailsPage;
  readonly status: StatusPage;
  readonly importing: ImportPage;
  readonly first: FirstPage;
  readonly dialogs: SystemDialogs;
  private readonly options: LaunchOptions;
  private readonly register: (app: RunningApp) => void;
  private ended = false;

  private constructor(
    electron: ElectronApplication,
    page: Page,
    trouble: Trouble,
    options: LaunchOptions,
    register: (app: RunningApp) => void,
  ) {
    this.electron = electron;
    this.page = page;
    this.trouble = trouble;
    this.options = options;
    this.register = register;
    this.articles = new ArticlesPage(page);
    this.text = new ArticleTextPage(page);
    this.labels = new LabelsPage(page);
    this.annotations = new AnnotationsPage(page);
    this.details = new DetailsPage(page);
    this.status = new StatusPage(page);
    this.importing = new ImportPage(page);
    this.first = new FirstPage(page);
    this.dialogs = new SystemDialogs(electron);
  }

  /**
   * Starts an app and waits for its first complete picture.
   * @param register is told of the app, and of every later start of it
   */
  static async start(
    options: LaunchOptions,
    register: (app: RunningApp) => void,
  ): Promise<RunningApp> {
    const { userData, project, analyst, args = [], app = ROOT, executable, sandbox } = options;
    const electron = await _electron.launch({
      args: [
        app,
        `--user-data-dir=${userData}`,
        ...(project === undefined ? [] : [`--project=${project}`]),
        ...(analyst === undefined ? [] : [`--analyst=${analyst}`]),
        ...args,
      ],
      chromiumSandbox: sandbox ?? !IS_ROOT,
      env: { ...environment(), ...options.env },
      timeout: START_LIMIT_MS,
      ...(executable === undefined ? {} : { executablePath: executable }),
    });
    const trouble = watchTrouble(electron);
    const page = await electron.firstWindow();
    const started = new RunningApp(electron, page, trouble, options, register);
    register(started);
    await painted(page);
    return started;
  }

  /** Quits as a person would, and waits until the process is gone. */
  async quit(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    const child = this.electron.process();
    const gone = child.exitCode === null ? once(child, 'exit') : Promise.resolve([child.exitCode]);
    const late = sleep(QUIT_LIMIT_MS, 'late', { ref: false });
    await Promise.race([this.electron.close(), late]);
    const [code] = (await Promise.race([gone, late.then(() => ['still running'])])) as unknown[];
    if (code !== 0) this.killGroup();
    expect(code, 'how the app ended').toBe(0);
  }

  /** Ends every process of the app at once, as a power cut or the system would. */
  async crash(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    const child = this.electron.process();
    const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
    this.killGroup();
    await gone;
  }

  /** Quits, and starts again with the same arguments. */
  async restart(): Promise<RunningApp> {
    await this.quit();
    return RunningApp.start(this.options, this.register);
  }

  /** Ends the app however it is; for the end of a test. */
  async end(): Promise<void> {
    if (this.ended) return;
    if (this.page.isClosed()) await this.crash();
    else await this.quit();
  }

  private killGroup(): void {
    const { pid } = this.electron.process();
    try {
      // Playwright makes each app the leader of a group of its own.
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    } catch (cause) {
      // Gone already.
      if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
    }
  }
}

/** Waits until the window says that its first complete picture is on screen. */
export async function painted(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['painted'] === 'true');
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && entry[0] !== 'ELECTRON_RUN_AS_NODE',
  );
  return Object.fromEntries(entries);
}
