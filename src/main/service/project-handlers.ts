import { cp, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { reasonIn } from '../../core/fault-words.ts';
import { nameProject } from '../../core/log/project-ops.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import { isProject } from '../importers/folder.ts';
import { refuse, storeRefusal } from './problems.ts';
import type { Opening, ServiceOptions } from './service-options.ts';

type Opened = Reply<Output<'project.open'>>;
type ProjectView = Output<'analyst.actAs'>['project'];

const CANCELLED = { ok: true, value: { cancelled: true } } as const;

function asOpened(reply: Reply<ProjectView>): Opened {
  return reply.ok ? { ok: true, value: { project: reply.value } } : reply;
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
}

/** Makes a person's own copy of the sample, whole or not at all, unless there is one. */
async function prepareSample(sample: ServiceOptions['sample']): Promise<void> {
  if (await exists(path.join(sample.own, 'project.json'))) return;
  const half = `${sample.own}.copying`;
  await rm(half, { recursive: true, force: true });
  await cp(sample.shipped, half, { recursive: true });
  await rename(half, sample.own);
}

async function openSample({ sample, session }: ServiceOptions): Promise<Opened> {
  try {
    await prepareSample(sample);
  } catch (cause) {
    return refuse(
      'io',
      `The sample could not be copied to ${sample.own}: ${reasonIn(cause)}`,
      sample.own,
    );
  }
  return asOpened(await session.open(sample.own));
}

async function atStart(options: ServiceOptions, opening: Opening): Promise<Opened> {
  const { session } = options;
  const open = session.current();
  if (open !== undefined) return asOpened(await session.actAs(open.me.name));
  if (opening.project !== undefined) return asOpened(await session.open(opening.project));
  return opening.sample ? openSample(options) : CANCELLED;
}

async function start(
  options: ServiceOptions,
  opening: Opening,
): Promise<Reply<Output<'app.start'>>> {
  const opened = await atStart(options, opening);
  const base = {
    ...options.about,
    settings: options.preferences.settings(),
    recent: await options.session.recent(),
  };
  if (!opened.ok) {
    const { kind, message, file } = opened.error;
    return { ok: true, value: { ...base, problem: { kind, message, folder: file ?? '' } } };
  }
  const { value } = opened;
  return { ok: true, value: 'project' in value ? { ...base, project: value.project } : base };
}

async function open(
  options: ServiceOptions,
  folder: string | undefined,
  takeOver: boolean | undefined,
): Promise<Opened> {
  const chosen = folder ?? (await options.dialogs.chooseFolder('Open a project'));
  return chosen === undefined ? CANCELLED : asOpened(await options.session.open(chosen, takeOver));
}

async function create(options: ServiceOptions, name: string | undefined): Promise<Opened> {
  const chosen = await options.dialogs.newProject(name ?? 'My project');
  if (chosen === undefined) return CANCELLED;
  const folder = chosen.endsWith('.verbale') ? chosen : `${chosen}.verbale`;
  const called = name ?? path.basename(folder, '.verbale');
  return asOpened(await options.session.create(folder, called));
}

async function createFrom(
  { session, dialogs }: ServiceOptions,
  name: string,
  articles: boolean,
): Promise<Opened> {
  const isOpen = session.current() !== undefined;
  const source = isOpen ? undefined : await dialogs.chooseFolder('The project to begin from');
  if (!isOpen && source === undefined) return CANCELLED;
  const chosen = await dialogs.newProject(name);
  if (chosen === undefined) return CANCELLED;
  const folder = chosen.endsWith('.verbale') ? chosen : `${chosen}.verbale`;
  return asOpened(await session.createFrom({ folder, name, articles, source }));
}

async function renameProject(
  { session }: ServiceOptions,
  name: string,
): Promise<Reply<Output<'project.rename'>>> {
  const need = session.need();
  if (!need.ok) return need;
  const { store, me } = need.value;
  const written = await store.commit(me.id, [nameProject(name)], { label: 'Rename the project' });
  if (!written.ok) return storeRefusal(written.error);
  const ops = written.value as Output<'project.rename'>['ops'];
  return { ok: true, value: { ops, history: { ...store.history(me.id) } } };
}

type Mine =
  | `app.${'start' | 'painted'}`
  | `project.${'open' | 'isAt' | 'openSample' | 'create' | 'createFrom' | 'close' | 'rename'}`
  | 'settings.write'
  | 'analyst.actAs'
  | 'window.settled';

/** Starting, opening and closing projects, and what is kept across starts. */
export function projectHandlers(options: ServiceOptions): Pick<Handlers, Mine> {
  const { session, preferences } = options;
  let asked = options.opening;
  const done = { ok: true, value: {} } as const;
  return {
    'app.start': () => {
      const opening = asked;
      // Asked for once: a window that comes back after closing the project gets the first page.
      asked = { sample: false };
      return start(options, opening);
    },
    'app.painted': () => {
      options.painted();
      return Promise.resolve(done);
    },
    'settings.write': async (patch) => {
      const known = Object.entries(patch).filter(([, value]) => value !== undefined);
      return { ok: true, value: await preferences.change(Object.fromEntries(known)) };
    },
    'project.open': ({ folder, takeOver }) => open(options, folder, takeOver),
    'project.isAt': async ({ folder }) => ({
      ok: true,
      value: { isProject: await isProject(folder) },
    }),
    'project.openSample': () => openSample(options),
    'project.create': ({ name }) => create(options, name),
    'project.createFrom': ({ name, articles }) => createFrom(options, name, articles),
    'project.close': async () => {
      const closed = await session.close();
      return closed.ok ? done : closed;
    },
    'project.rename': ({ name }) => renameProject(options, name),
    'analyst.actAs': async ({ name }) => {
      const reply = await session.actAs(name);
      return reply.ok ? { ok: true, value: { project: reply.value } } : reply;
    },
    'window.settled': (answer) => {
      options.settled(answer);
      return Promise.resolve(done);
    },
  };
}
