import { create } from 'zustand';
import type { Output } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/errors.ts';
import { inEnglish } from '../words/words.ts';
import { commit, openArticle, whenSaved } from './desk.ts';
import { call } from './host.ts';
import { onOtherProject, select, useProject } from './project.ts';
import { goTo } from './view.ts';

/** One's own annotations that rules have changed for. */
export type SecondLook = Output<'codebook.secondLook'>;
/** Those of one label and version. */
export type SecondLookGroup = SecondLook['groups'][number];
type Item = SecondLookGroup['annotations'][number];

/** The work list; `undefined` until it is read. */
export interface SecondLookState {
  readonly list: SecondLook | undefined;
  readonly error: AppError | undefined;
}

/** The work list. Read with a selector. */
export const useSecondLook = create<SecondLookState>()(() => ({
  list: undefined,
  error: undefined,
}));

onOtherProject(() => useSecondLook.setState({ list: undefined, error: undefined }));

/** Reads the work list. */
export async function readSecondLook(): Promise<void> {
  await whenSaved();
  const reply = await call('codebook.secondLook', {});
  useSecondLook.setState(
    reply.ok ? { list: reply.value, error: undefined } : { list: undefined, error: reply.error },
  );
}

/** Opens an annotation of the list in its article. */
export async function openSecondLook({ articleId, id }: Item): Promise<void> {
  goTo('articles');
  await openArticle(articleId);
  select(id);
}

/** Says of annotations that they are right under the version in force too; they leave the list. */
export async function confirmSecondLook(items: readonly Item[]): Promise<void> {
  const { project } = useProject.getState();
  if (project === undefined || project.readOnly || items.length === 0) return;
  const p = { codebookVersion: project.codebook.version, updatedAt: new Date().toISOString() };
  commit(
    items.length === 1
      ? inEnglish('edits.confirm')
      : inEnglish('edits.confirmMany', { number: items.length }),
    items.map(({ id, articleId }) => ({
      c: `layer.${project.me.id}`,
      k: 'annotation',
      r: `${articleId}/${id}`,
      p,
    })),
  );
  await readSecondLook();
}
