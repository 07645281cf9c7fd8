import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserWindow } from 'electron';
import { app } from 'electron';
import { createDispatcher } from '../ipc/server.ts';
import { workerThreads } from './search/thread.ts';
import { agreementThreads } from './service/agreement-thread.ts';
import { loadPreferences, type Preferences } from './service/preferences.ts';
import { createService } from './service/service.ts';
import { createSession, type Session } from './service/session.ts';
import { personName } from './service/user-data.ts';
import { type AppArguments, readArguments } from './shell/arguments.ts';
import { bindIpc } from './shell/bind-ipc.ts';
import { guardClosing } from './shell/closing.ts';
import { nativeDialogs } from './shell/dialogs.ts';
import { readInUtilityProcesses } from './shell/import-processes.ts';
import { reportBug } from './shell/log.ts';
import { applicationMenu } from './shell/menu.ts';
import { paintedWords } from './shell/painted.ts';
import { windowPaper } from './shell/paper.ts';
import { saidWords } from './shell/said-words.ts';
import { hardenBeforeReady, hardenSession } from './shell/security.ts';
import { settling } from './shell/settling.ts';
import { saveShot } from './shell/shot.ts';
import { openWindow, sendEvent } from './shell/window.ts';
import { type Installation, readInstallation } from './store/installation.ts';
import { preferencesFile } from './store/preferences-file.ts';
import type { SigningKey } from './store/signing.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const resources = app.isPackaged ? process.resourcesPath : path.join(here, '../../resources');
const settled = settling();
const words = saidWords();

/** The one window, once it is open. */
let window: BrowserWindow | undefined;

/** Shows what the window describes, once there is a menu. */
let showMenu: ReturnType<typeof applicationMenu> = () => undefined;

async function whoAmI(): Promise<Installation> {
  const installation = await readInstallation(app.getPath('userData'), randomBytes);
  if (!installation.ok) throw new Error(installation.error.message);
  return installation.value;
}

function makeSession(
  asked: AppArguments,
  preferences: Preferences,
  { replica }: Installation,
): Session {
  return createSession({
    replica,
    userData: app.getPath('userData'),
    application: 'Verbale window',
    preferences,
    analystName: asked.analyst,
    personName: personName(process.env),
    clock: Date.now,
  });
}

/** Puts the service behind the border. */
function serve(
  asked: AppArguments,
  session: Session,
  preferences: Preferences,
  signingKey: SigningKey,
): void {
  const handlers = createService({
    session,
    preferences,
    signingKey,
    dialogs: nativeDialogs(() => window, words.say),
    showWords: words.show,
    opening: { project: asked.project, sample: asked.openSample },
    sample: {
      shipped: path.join(resources, 'sample-project'),
      own: path.join(app.getPath('userData'), 'Geneva 2022 sample.verbale'),
    },
    about: {
      version: app.getVersion(),
      electron: process.versions['electron'] ?? '',
      platform: process.platform,
    },
    readArticles: readInUtilityProcesses(path.join(here, 'import-worker.js')),
    searchThread: workerThreads(path.join(here, 'search-worker.js')),
    agreementThread: agreementThreads(path.join(here, 'agreement-worker.js')),
    paper: windowPaper(() => window),
    showMenu: (menus) => {
      showMenu(menus);
    },
    emit: (event) => {
      sendEvent(window, event);
    },
    clock: Date.now,
    painted: () => {
      process.stdout.write(paintedWords(process.env['VERBALE_STARTED_AT'], Date.now()));
      if (window !== undefined && asked.shot !== undefined) saveShot(window, asked.shot);
    },
    settled: settled.report,
  });
  bindIpc(createDispatcher(handlers, reportBug, nextTurn));
}

async function show(session: Session, preferences: Preferences): Promise<void> {
  const throughGate = guardClosing({
    window: () => window,
    windowSettled: settled.next,
    say: words.say,
    close: async () => {
      const closed = await session.close();
      return closed.ok ? undefined : closed.error.message;
    },
  });
  await app.whenReady();
  await hardenSession(path.join(here, '../renderer'));
  showMenu = applicationMenu((command, byKey) => {
    sendEvent(window, { type: 'command', command, byKey });
  });
  window = openWindow(path.join(here, '../preload/index.cjs'), preferences.settings().language);
  throughGate(window);
  window.on('closed', () => {
    window = undefined;
  });
}

/** Constructs everything, once. The only place that does. */
async function main(asked: AppArguments): Promise<void> {
  const preferences = await loadPreferences(preferencesFile(app.getPath('userData')));
  const installation = await whoAmI();
  const session = makeSession(asked, preferences, installation);
  serve(asked, session, preferences, installation.key);
  await show(session, preferences);
}

function stop(cause: unknown): void {
  reportBug('start', cause);
  app.exit(1);
}

hardenBeforeReady();
app.on('window-all-closed', () => {
  app.quit();
});
app.on('second-instance', () => {
  if (window?.isMinimized() === true) window.restore();
  window?.focus();
});
if (app.requestSingleInstanceLock()) {
  // Not awaited at the top level: a module that waits for `ready` keeps `ready` from coming.
  main(readArguments(process.argv, process.cwd())).catch(stop);
} else {
  process.stderr.write(
    'Verbale is open already with this profile; its window comes to the front.\n',
  );
  app.quit();
}
