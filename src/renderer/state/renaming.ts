import { t } from '../words/words.ts';
import { whenSaved } from './desk.ts';
import { call } from './host.ts';
import { announce, useProject } from './project.ts';

/** Gives the open project another name; its folder keeps its own. */
export async function renameProject(name: string): Promise<void> {
  await whenSaved();
  const reply = await call('project.rename', { name });
  if (!reply.ok) {
    announce(reply.error.message, 'problem');
    return;
  }
  const { project } = useProject.getState();
  if (project === undefined) return;
  useProject.setState({ project: { ...project, name: name.trim() }, history: reply.value.history });
  announce(() => t('state.renamed', { name: name.trim() }));
}
