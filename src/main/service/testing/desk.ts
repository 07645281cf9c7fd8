import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AppEvent, Input, Method, Output } from '../../../ipc/contract.ts';
import type { Reply } from '../../../ipc/errors.ts';
import { createDispatcher } from '../../../ipc/server.ts';
import { threadHere } from '../../search/testing/thread.ts';
import { preferencesFile } from '../../store/preferences-file.ts';
import { signingKey } from '../../store/signing.ts';
import type { Dialogs } from '../dialogs.ts';
import { loadPreferences } from '../preferences.ts';
import { createService } from '../service.ts';
import { createSession } from '../session.ts';
import { agreementHere } from './agreement-here.ts';
import { readHere } from './read-here.ts';

/** What a person answers to dialogs, set by the test. */
export interface Answers {
  files: string[] | undefined;
  folder: string | undefined;
  save: string | undefined;
  newProject: string | undefined;
  copied: string;
}

/** The whole application without a window, on real folders, called as the window calls it. */
export interface Desk {
  readonly dir: string;
  readonly answers: Answers;
  readonly events: AppEvent[];
  readonly bugs: unknown[];
  readonly call: <M extends Method>(method: M, input: Input<M>) => Promise<Reply<Output<M>>>;
  /** A call as raw JSON, for hostile input. */
  readonly raw: (method: string, payload: string) => Promise<Reply<unknown>>;
  readonly close: () => Promise<void>;
}

function dialogsOf(answers: Answers): Dialogs {
  return {
    chooseArticles: () => Promise.resolve(answers.files),
    chooseBundles: () => Promise.resolve(answers.files),
    chooseFolder: () => Promise.resolve(answers.folder),
    chooseFile: () => Promise.resolve(answers.files?.[0]),
    saveAs: () => Promise.resolve(answers.save),
    newProject: () => Promise.resolve(answers.newProject),
    copy: (text) => {
      answers.copied = text;
      return Promise.resolve();
    },
  };
}

/** Starts the application in a folder of its own, or in one that an earlier desk left. */
export async function startDesk(
  options: {
    readonly dir?: string;
    readonly project?: string;
    readonly analyst?: string;
    readonly seed?: number;
    readonly replica?: string;
  } = {},
): Promise<Desk> {
  const dir = options.dir ?? (await mkdtemp(path.join(tmpdir(), 'verbale-desk-')));
  const answers: Answers = {
    files: undefined,
    folder: undefined,
    save: undefined,
    newProject: undefined,
    copied: '',
  };
  const events: AppEvent[] = [];
  const bugs: unknown[] = [];
  const preferences = await loadPreferences(preferencesFile(dir));
  const session = createSession({
    replica: options.replica ?? 'r-test',
    application: 'Verbale window',
    preferences,
    analystName: options.analyst,
    personName: 'Ana Lyst',
    clock: Date.now,
  });
  const handlers = createService({
    session,
    preferences,
    dialogs: dialogsOf(answers),
    opening: { project: options.project, sample: false },
    sample: { shipped: path.resolve('resources/sample-project'), own: path.join(dir, 'sample') },
    about: { version: '0', electron: 'none', platform: 'linux' },
    readArticles: readHere,
    searchThread: threadHere,
    agreementThread: agreementHere,
    paper: {
      print: () => Promise.resolve('printed'),
      pdf: () => Promise.resolve(new TextEncoder().encode('%PDF-1.4')),
    },
    signingKey: signingKey(new Uint8Array(32).fill(options.seed ?? 1)),
    showMenu: () => undefined,
    showWords: () => undefined,
    emit: (event) => events.push(event),
    clock: Date.now,
    painted: () => undefined,
    settled: () => undefined,
  });
  const dispatch = createDispatcher(handlers, (_method, cause) => bugs.push(cause));
  return {
    dir,
    answers,
    events,
    bugs,
    call: async (method, input) =>
      JSON.parse(await dispatch(method, JSON.stringify(input))) as never,
    raw: async (method, payload) => JSON.parse(await dispatch(method, payload)) as Reply<unknown>,
    close: async () => {
      await session.close();
    },
  };
}

/** The value of a reply; a refusal fails the test with its words. */
export function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.error.kind}: ${reply.error.message}`);
  return reply.value;
}
