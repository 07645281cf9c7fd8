import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { openWorkspace, type WorkspaceOptions } from '../main/service/open-workspace.ts';
import { personName, userDataFolder } from '../main/service/user-data.ts';
import type { Workspace } from '../main/service/workspace.ts';
import { readInstallation } from '../main/store/installation.ts';
import type { SigningKey } from '../main/store/signing.ts';
import { type Outcome, refused, type Surroundings } from './command.ts';

/** The key that this installation signs with, or why there is none. */
export async function commandLineKey(): Promise<SigningKey | string> {
  const folder = userDataFolder(process.env, process.platform);
  const installation = await readInstallation(folder, randomBytes);
  return installation.ok ? installation.value.key : installation.error.message;
}

/** Who this installation is to the projects it opens, or why that cannot be known. */
export async function commandLineOptions(): Promise<WorkspaceOptions | string> {
  const folder = userDataFolder(process.env, process.platform);
  const installation = await readInstallation(folder, randomBytes);
  if (!installation.ok) return installation.error.message;
  const { replica } = installation.value;
  return { replica, userData: folder, application: 'verbale command line' };
}

/** Opens a project for one command and lets go of it again, whatever comes. */
export async function withProject(
  folder: string,
  analystName: string | undefined,
  output: Surroundings,
  work: (workspace: Workspace) => Promise<Outcome>,
): Promise<Outcome> {
  const options = await commandLineOptions();
  if (typeof options === 'string') return refused(options);
  const name = analystName ?? personName(process.env);
  const opened = await openWorkspace(path.resolve(folder), name, options);
  if (!opened.ok) return refused(opened.error.message);
  const { store } = opened.value;
  let told = 0;
  const tell = (): void => {
    const notices = store.notices().slice(told);
    told += notices.length;
    for (const notice of notices) output.message(notice.message);
  };
  try {
    tell();
    return await work(opened.value);
  } finally {
    const closed = await store.close();
    // What only shows when a layer is read, or when the files are brought up.
    tell();
    if (!closed.ok) output.message(closed.error.message);
  }
}
